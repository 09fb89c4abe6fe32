"""An organisation's own words stand in place of ours, in every form."""

from kit.compose.terms import replacer
from kit.model.words import Forms, Word
from tests.helpers import library, voice

ADEPT = Word((("da", Forms(singular="adept", definite="adepten", plural="adepter", definite_plural="adepterne")),))
RAAD = Word(
    (("da", Forms(singular="rådgiver", definite="rådgiveren", plural="rådgivere", definite_plural="rådgiverne", genitive="rådgiver’s")),)
)


def test_every_form_is_put_in() -> None:
    said = replacer(library().terms, {"mentee": ADEPT}, voice("da"))

    assert said("En mentee, menteen, to mentees, alle mentees, menteens ord") == "En adept, adepten, to adepter, alle adepter, adeptens ord"


def test_a_genitive_of_their_own_beats_the_rule() -> None:
    said = replacer(library().terms, {"mentor": RAAD}, voice("da"))

    assert said("Det er mentors valg og mentorens ansvar.") == "Det er rådgiver’s valg og rådgiverens ansvar."
