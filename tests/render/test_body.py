"""The body of a web page, as the search index reads it and as it is shown."""

import pytest

from kit.render import body


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Frist mandag den 1. marts kl. 12.00.", "Frist mandag den\u00a01.\u00a0marts kl.\u00a012.00."),
        ("Lederaspiranter, hold A: 2. møde", "Lederaspiranter, hold\u00a0A: 2.\u00a0møde"),
        ("by Monday 1 March, in group B, round 2", "by Monday 1\u00a0March, in group\u00a0B, round\u00a02"),
        ("Det var i 2027. nu er det slut. Hold Anders fast.", "Det var i 2027. nu er det slut. Hold Anders fast."),
        ('<h2 id="a-b">One-to-one</h2>', '<h2 id="a-b"><span class="gm-whole">One-to-one</span></h2>'),
        ("<h2>Leder-evalueringssamtale</h2><p>one-to-one</p>", "<h2>Leder-evalueringssamtale</h2><p>one-to-one</p>"),
    ],
)
def test_what_belongs_on_one_line_stays_there(words: str, kept: str) -> None:
    assert body.unbroken(words) == kept


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Skriv til dpo@by.example.</p>", '<p>Skriv til <a href="mailto:dpo@by.example">dpo@by.example</a>.</p>'),
        ('<p><a href="mailto:a@by.example"><b>a@by.example</b></a></p>', None),
        ("<pre>a@by.example</pre><code>b@by.example</code>", None),
        ('<img alt="a@by.example">', None),
        ("<p>hr @ kontoret</p>", None),
    ],
)
def test_an_address_in_the_text_can_be_written_to(html: str, expected: str | None) -> None:
    assert body.with_mail(html) == (expected or html)


def test_a_page_is_its_opening_its_text_and_where_the_words_come_from() -> None:
    html = '\n<h1 id="a">Møde</h1>\n<p class="gm-lede">Kort.</p>\n<p>Langt.</p>\n<div class="gm-bases">\n<p>x</p>\n</div>'

    assert body.parts(html) == (
        '<h1>Møde</h1>\n<p class="gm-lede">Kort.</p>',
        "\n<p>Langt.</p>\n",
        '<div class="gm-bases">\n<p>x</p>\n</div>',
    )
    assert body.parts("<p>Kun tekst.</p>") == ("", "<p>Kun tekst.</p>", "")


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<li><b>uge 4</b><span>Læs</span></li><li>Skriv</li>", "<li><b>uge 4</b> <span>Læs</span></li> <li>Skriv</li>"),
        ("<td>HR</td><td>Læs</td>", "<td>HR</td> \u2060·  <td>Læs</td>"),
        ('<pre>name: "Nordby"</pre>', '<pre echo>name: "Nordby"</pre>'),
        ('<p class="gm-source">Ærø</p><p class="gm-lede">Ærø</p>', '<p class="gm-source" echo>Ærø</p><p class="gm-lede">Ærø</p>'),
        ('<figure class="gm-figure">\n<svg width="9"><g/></svg>', '<figure class="gm-figure">\n<svg echo width="9"><g/></svg>'),
        ("<p>Mød <b>fem</b> andre.</p>", "<p>Mød <b>fem</b> andre.</p>"),
    ],
)
def test_the_search_reads_pieces_apart_and_no_echo(html: str, read: str) -> None:
    assert body.searched(html, "echo") == read


def test_no_mark_between_cells_is_shown() -> None:
    assert body.shown(body.searched("<td>HR</td><td>Læs</td>", "echo")) == "<td>HR</td> <td>Læs</td>"
