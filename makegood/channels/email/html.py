"""Mail HTML made harmless: an allow-list, no scripts, no styles that reach out, nothing relative to our own pages."""

import nh3

TAGS = {
    "a", "abbr", "address", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code", "col",
    "colgroup", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var",
    "wbr",
}  # fmt: skip
EVERYWHERE = {"dir", "lang", "title", "align", "valign", "style"}
ATTRIBUTES = {
    "*": EVERYWHERE,
    "a": {"href", "name"},
    "img": {"src", "alt", "width", "height"},
    "table": {"border", "cellpadding", "cellspacing", "width", "bgcolor"},
    "td": {"colspan", "rowspan", "width", "height", "bgcolor"},
    "th": {"colspan", "rowspan", "width", "height", "bgcolor"},
    "font": {"color", "face", "size"},
    "col": {"span", "width"},
    "ol": {"start", "type"},
    "blockquote": {"type"},
}
STYLES = {
    "background-color", "border", "border-bottom", "border-left", "border-right", "border-top", "color", "direction",
    "font-family", "font-size", "font-style", "font-weight", "line-height", "margin", "margin-bottom", "margin-left",
    "margin-right", "margin-top", "padding", "padding-bottom", "padding-left", "padding-right", "padding-top",
    "text-align", "text-decoration", "vertical-align", "white-space", "width",
}  # fmt: skip
SCHEMES = {"http", "https", "mailto", "tel", "cid"}
LONGEST = 2_000_000


def clean(html: str) -> str:
    """Sanitised HTML. Remote images keep their address: the frame's policy does not fetch them unless one asks."""
    return nh3.clean(
        html[:LONGEST],
        tags=TAGS,
        clean_content_tags={"script", "style", "title", "head", "template", "noscript", "xmp", "svg", "math", "iframe"},
        attributes=ATTRIBUTES,
        attribute_filter=_filter,
        filter_style_properties=STYLES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer nofollow",
        strip_comments=True,
        url_relative="deny",
    )


def _filter(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "style" and ("url(" in value.lower() or "expression" in value.lower() or "\\" in value):
        return None
    return value
