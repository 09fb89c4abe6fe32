"""The variables that a text with holes may use; content/README.md tells writers what they are. `method.NAME` is any of the numbers."""

EVERYWHERE = (
    "organisation.name",
    "organisation.short",
    "organisation.genitive",
    "unit.singular",
    "unit.definite",
    "unit.plural",
    "unit.definite_plural",
    "unit.a",
    "unit.own",
    "programme.name",
    "programme.strategy",
    "programme.sponsor",
    "programme.nominated_by",
    "programme.coordinator",
    "programme.email",
    "programme.phone",
    "programme.groups",
    "programme.mentors",
    "programme.leaders",
    "programme.mentees",
    "programme.nominees_per_unit",
    "programme.minimum_seniority_years",
    "programme.seniority",
    "seminar.date",
    "seminar.start",
    "seminar.end",
    "seminar.place",
    "seminar.hours",
    "privacy.controller",
    "privacy.months",
    "privacy.retention",
)
OF_A_GROUP = ("group.name", "group.mentees", "group.meetings", "group.place")
OF_A_MEETING = ("meeting.number", "meeting.date", "meeting.start", "meeting.end", "meeting.place", "meeting.due", "meeting.walk")
VARIABLES = (*EVERYWHERE, *OF_A_GROUP, *OF_A_MEETING)
