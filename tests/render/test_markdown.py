"""The one Markdown: what a writer writes, and the HTML that the site and print get."""

from textwrap import dedent

import markdown
import pytest

from kit.render.markdown import EXTENSION_CONFIGS, EXTENSIONS, html


def made(text: str) -> str:
    return html(dedent(text).strip())


def expected(text: str) -> str:
    return dedent(text).strip()


def test_words_to_say_stand_under_their_cue() -> None:
    assert made("""
        /// say | Når alle sidder, 15.30
        Jeg er her som mentor.

        Ikke som dommer.
        ///
        """) == expected("""
        <div class="gm-say">
        <p class="gm-cue">Når alle sidder, 15.30</p>
        <p>Jeg er her som mentor.</p>
        <p>Ikke som dommer.</p>
        </div>
        """)


def test_words_to_say_need_no_cue() -> None:
    assert made("""
        /// say
        Hvad ville du sige?
        ///
        """) == expected("""
        <div class="gm-say">
        <p>Hvad ville du sige?</p>
        </div>
        """)


def test_a_watch_for_heading_stands_under_its_section() -> None:
    assert made("""
        ## Første møde

        /// watch | Vær opmærksom på
        - Den, der taler længst.
        ///
        """) == expected("""
        <h2 id="første-møde">Første møde</h2>
        <div class="gm-watch">
        <h3 class="gm-watch-title" id="vær-opmærksom-på">Vær opmærksom på</h3>
        <ul>
        <li>Den, der taler længst.</li>
        </ul>
        </div>
        """)


def test_a_watch_for_heading_skips_no_level() -> None:
    assert '<h2 class="gm-watch-title"' in made("""
        /// watch | Vær opmærksom på
        - Den, der taler længst.
        ///
        """)


def test_no_heading_skips_a_level_and_neighbours_stay_neighbours() -> None:
    made_of = made("""
        # Titel

        ### Et

        #### Under et

        ### To

        ## Tre

        ### Under tre
        """)

    assert [line[1:3] for line in made_of.splitlines()] == ["h1", "h2", "h3", "h2", "h2", "h3"]


def test_questions_are_a_numbered_list() -> None:
    assert made("""
        /// ask
        1. Hvem så *noget* i dig?
        2. Hvad har du valgt fra?
        ///
        """) == expected("""
        <ol class="gm-ask">
        <li>Hvem så <em>noget</em> i dig?</li>
        <li>Hvad har du valgt fra?</li>
        </ol>
        """)


def test_a_tick_has_its_text_as_label() -> None:
    assert made("""
        /// check
        - Læs [listen](liste.html) over de seks.
        - Øv din vej & `tag tid`.
        ///
        """) == expected("""
        <ul class="gm-check">
        <li><label><input type="checkbox"><span>Læs <a href="liste.html">listen</a> over de seks.</span></label></li>
        <li><label><input type="checkbox"><span>Øv din vej &amp; <code>tag tid</code>.</span></label></li>
        </ul>
        """)


def test_a_list_inside_a_tick_stays_outside_its_label() -> None:
    assert made("""
        /// check
        - Book lokalet
            - med skærm
        ///
        """) == expected("""
        <ul class="gm-check">
        <li><label><input type="checkbox"><span>Book lokalet</span></label><ul>
        <li>med skærm</li>
        </ul>
        </li>
        </ul>
        """)


def test_ticks_with_air_between_them_are_the_same_ticks() -> None:
    assert made("""
        /// check
        - Book `lokalet` nu

        - Skriv ud
        ///
        """) == made("""
        /// check
        - Book `lokalet` nu
        - Skriv ud
        ///
        """)


def test_a_note_folds() -> None:
    assert made("""
        /// note | Til dig, der leder
        Hold pausen.
        ///
        """) == expected("""
        <details class="gm-note">
        <summary>Til dig, der leder</summary>
        <p>Hold pausen.</p>
        </details>
        """)


def test_two_columns_are_a_pair() -> None:
    assert made("""
        | Det sker | Det gør du |
        |---|---|
        | Én taler | Brug **runder** |
        """) == expected("""
        <table class="gm-table gm-pair">
        <thead>
        <tr>
        <th scope="col">Det sker</th>
        <th scope="col">Det gør du</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">Én taler</th>
        <td data-label="Det gør du">Brug <strong>runder</strong></td>
        </tr>
        </tbody>
        </table>
        """)


def test_an_empty_corner_is_no_header() -> None:
    made_of = made("""
        |  | Børn &amp; Unge | \\*B\\* <b title="x">y</b> |
        |---|---|---|
        | Hvem | a | b |
        """)

    assert "<td></td>" in made_of
    assert '<td data-label="Børn &amp; Unge">a</td>' in made_of
    assert '<td data-label="*B* y">b</td>' in made_of


@pytest.mark.parametrize(
    ("heading", "id"),
    [
        ("## Åbenhed på Ærø", "åbenhed-på-ærø"),
        ("## Fortrolighed {#confidentiality}", "confidentiality"),
        ("## Før *mødet*", "før-mødet"),
        ("## 1. møde: Afsæt", "1-møde-afsæt"),
    ],
)
def test_ids_keep_their_danish_letters(heading: str, id: str) -> None:
    assert f'id="{id}"' in html(heading)


def test_a_sheet_sets_its_own_levels_and_ids() -> None:
    assert html("## Før\n\n### Efter", level=3, prefix="h9-") == '<h3 id="h9-før">Før</h3>\n<h4 id="h9-efter">Efter</h4>'


@pytest.mark.parametrize(
    "raw",
    [
        '<div class="gm-x" data-y="1">\n\n<table><tbody><tr><td>*raw*</td></tr></tbody></table>\n\n</div>',
        '<figure><svg viewBox="0 0 1 1"><title>Å</title>\n\n<path d="M0 0"/></svg></figure>',
        '<svg viewBox="0 0 1 1"><title>Å</title><path d="M0 0"/></svg>',
        '<section aria-labelledby="a"><h2 id="a">X</h2>\n<p>_y_</p></section>',
        '<p class="gm-basis gm-pilot">Fra piloten</p>',
    ],
)
def test_html_of_the_composer_passes_untouched(raw: str) -> None:
    assert raw in html(f"Før\n\n{raw}\n\nEfter").removeprefix("<p>Før</p>\n").removesuffix("<p>Efter</p>")


def test_escaped_names_come_out_as_they_went_in() -> None:
    assert html(r"Team \<Å\> \*\*& \{\{ søn \}\} \[x\](y) \#1 \/\/\/ \~\:") == "<p>Team &lt;Å&gt; **&amp; {{ søn }} [x](y) #1 /// ~:</p>"


def test_the_site_and_print_read_alike() -> None:
    text = "## På\n\n/// say | Nu\nÅh.\n///\n\n| a | b |\n|---|---|\n| c | d |"
    site = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSION_CONFIGS, output_format="html")

    assert site.convert(text) == html(text)
