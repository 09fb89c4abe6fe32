"""Gruppementor: one organisation.yaml in, a group-mentoring handbook out. This is the map.

    kit/pipeline.py     the whole product in one read: READ → PLAN → CHECK → COMPOSE → RENDER → PUBLISH
    kit/model/          the nouns: Organisation, Roster, Library, Programme, Finding, Book, Pack (frozen; they know no stage)
    kit/read/           files become nouns, or one Invalid with every problem and its place
    kit/plan/           Organisation → Programme: dates, agendas, hours (pure)
    kit/check/          Organisation + Programme → Findings against the method (pure)
    kit/compose/        Programme + Library → Book and Packs: every word chosen, filled and linked (pure)
    kit/render/         Book → site (only MkDocs), Pack → PDF (only WeasyPrint), figures → SVG
    kit/jobs.py         rendering cut into jobs, each in a process of its own, left out when nothing of it changed
    kit/manifest.py     the list of what was made, and from what; kit/fingerprint.py what we are, as one digest
    kit/publish.py      staged, checked, swapped: the only writer
    kit/words/          every sentence of ours, and how dates and numbers are spoken
    kit/report.py       problems and findings as sentences
    kit/cli.py          the command line; locale and environment are read here and nowhere else
    kit/commands/       what each command does; kit/terminal.py how it answers
    kit/serve.py        the handbook on this computer alone; kit/workers.py processes that end with us
    kit/start.py        what we write into an organisation's own folder
    kit/lookup.py       the content, the rules and the format as lines; kit/difference.py what a change means for people

Imports run one way: cli → commands → serve → pipeline → jobs → stages → model. `tests/test_architecture.py` says so.
"""

__version__ = "0.1.0"
