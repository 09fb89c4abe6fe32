"""One homework on a page: its frame, its questions, and two fictional answers."""

from collections.abc import Mapping

from kit.compose.fill import for_html, for_markdown
from kit.compose.making import Making, table
from kit.model.library import Sample

Options = Mapping[str, str]


def assignment(making: Making, options: Options) -> str:
    """One homework with size, deadline, reader and purpose, its questions, and two fictional answers."""
    found = making.library.assignments.get(options["id"])
    if found is None:
        return ""
    questions = "\n".join(
        f"{number}. **{making.filler.markdown(q.title.said_in(making.voice.language), making.scope)}** {making.markdown(q.words)}"
        for number, q in enumerate(found.questions, 1)
    )
    samples = "\n\n".join(_sample(making, sample) for sample in found.samples)
    kept = [
        (making.say("homework.length"), making.say("homework.pages", count=found.pages)) if found.kind == "written" else ("", ""),
        (making.say("homework.to"), making.say("homework.to-mentor") if found.kind == "written" else making.say("homework.to-nobody")),
        (
            making.say("homework.read-by"),
            making.say("homework.read-by-mentor") if found.kind == "written" else making.say("homework.read-by-nobody"),
        ),
        (making.say("homework.deleted"), making.say("homework.deleted-when")) if found.kind == "written" else ("", ""),
        (making.say("homework.why"), making.said(found.why)),
    ]
    frame = table(
        for_html(making.say("homework.frame")),
        [for_html(making.say("homework.what")), for_html(making.say("homework.how"))],
        [[for_html(term), for_html(words)] for term, words in kept if term],
    )
    return "\n\n".join([f"## {for_markdown(making.said(found.title))}", frame, making.markdown(found.intro), questions, samples])


def _sample(making: Making, sample: Sample) -> str:
    answers = "\n>\n".join(f"> {number}. {making.markdown(answer)}" for number, answer in enumerate(sample.answers, 1))
    return (
        f"### {making.say('homework.sample', who=for_markdown(making.said(sample.who)))}\n\n{answers}\n\n"
        f"*{making.say('homework.to-the-mentor')}* {making.markdown(sample.to_mentor)}"
    )
