"""How strongly a sentence promises a post: a sentence and one language's words become a Strength. Pure.

A sentence is looked at as words: does it speak of a post or of becoming a leader, does it promise or favour, and does it say no?
What is unmistakable (*we guarantee everyone a leadership post*) is an error, a hint (*a short cut to the top*) a warning.
`danish` and `english` hold the words, the lists in `tests/check` the sentences that they are measured on.
"""

import re
from dataclasses import dataclass
from typing import Literal

Strength = Literal["", "hint", "unmistakable"]
CLAUSE_END = re.compile(r"(?:,| –) (?=(?:at|når|hvis|der|som|fordi|så|that|when|if|who|which|because|so)\b)|\bthat\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """One language's words. Each pattern is looked for anywhere in a sentence, in any case."""

    condition: re.Pattern[str]  # what only may happen: nothing in it is promised
    post: re.Pattern[str]  # a leadership post, promotion, higher pay
    akin: re.Pattern[str]  # as good as a post, and less sure to mean one: never more than a hint
    becoming: re.Pattern[str]  # somebody becomes a leader, or is one to be
    assured: re.Pattern[str]  # with a post: unmistakable
    told: re.Pattern[str]  # unmistakable by itself: you, participants, everyone will be leaders
    favoured: re.Pattern[str]  # with a post or becoming: a hint
    whom: re.Pattern[str]  # with a post or becoming: a hint, unless somebody applies or it is about others
    alone: re.Pattern[str]  # a hint by itself
    denied: re.Pattern[str]  # the sentence says no, or tells what others think
    only_so: re.Pattern[str]  # says no twice, which is a yes: nobody leaves without a post
    neutral: re.Pattern[str]  # somebody applies, some do and others do not: only favour makes it a hint

    def strength(self, sentence: str) -> Strength:
        """How strongly a sentence promises; "" when it does not, and when it asks."""
        if sentence.rstrip("»«\"'’”) ").endswith("?"):
            return ""
        main = self.condition.sub(" ", sentence).strip()
        says_no, is_neutral = self.denied.search(main), self.neutral.search(main)
        if says_no and not self.only_so.search(main):
            return ""
        if not (says_no or is_neutral) and (self.told.search(main) or self.assures_post(main)):
            return "unmistakable"
        weighed = (self.favoured, self.assured) if is_neutral else (self.favoured, self.assured, self.only_so, self.whom)
        if self.speaks_of_post(main) and any(pattern.search(main) for pattern in weighed):
            return "hint"
        return "hint" if self.alone.search(main) else ""

    def speaks_of_post(self, sentence: str) -> bool:
        return any(pattern.search(sentence) for pattern in (self.post, self.akin, self.becoming))

    def assures_post(self, sentence: str) -> bool:
        """Whether one clause both assures and speaks of a post: *we make sure that nobody loses pay* has them in two."""
        return any(self.assured.search(clause) and self.post.search(clause) for clause in CLAUSE_END.split(sentence))


def words(*alternatives: str) -> re.Pattern[str]:
    """Any of these, each as whole words unless it says otherwise."""
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b", re.IGNORECASE)
