"""An organisation's own Markdown becomes HTML that can do no harm. The only module that knows nh3.

No raw HTML, no attributes, no includes; what comes out passes an allow-list (safety.md, section 3).
"""

import re

import markdown
import nh3

TAGS = {
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "section",
}
ATTRIBUTES = {"a": {"href", "title"}, "th": {"scope", "style"}, "td": {"style"}, "ol": {"start"}, "abbr": {"title"}}
ALIGNED = re.compile(r"text-align: (left|right|center);")


def html(words: str) -> str:
    """Markdown of an organisation as clean HTML; headings begin at h3, since the page and its blocks have h1 and h2."""
    converter = markdown.Markdown(extensions=["tables", "def_list", "sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return nh3.clean(
        converter.convert(words),
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        attribute_filter=_keep,
        url_schemes={"https", "http", "mailto", "tel"},
        link_rel="noopener noreferrer",
        strip_comments=True,
    )


def _keep(_: str, attribute: str, value: str) -> str | None:
    if attribute == "href" and value.lstrip().startswith("//"):
        return None
    if attribute == "style":
        return value if ALIGNED.fullmatch(value) else None
    return value
