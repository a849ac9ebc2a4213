"""Web and mail addresses in what somebody typed become links."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# A mail address begins where its letters do: else each letter of a long run is tried as a beginning.
LINK = re.compile(r"(?P<web>https?://[^\s<>\"]+)|(?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
TRAILING = ".,;:!?)]}'”’»"


def linked(text: str) -> SafeString:
    """Text as HTML, its web and mail addresses as links that leave this page where it is."""
    if "://" not in text and "@" not in text:
        return escape(text)
    parts, at = [], 0
    for found in LINK.finditer(text):
        address = found[0].rstrip(TRAILING)
        # A closing bracket belongs to an address that opened one: …/Mercury_(planet)
        if address.count("(") > address.count(")") and found[0][len(address) :].startswith(")"):
            address += ")"
        href = address if found["web"] else f"mailto:{address}"
        parts += [
            escape(text[at : found.start()]),
            f'<a href="{escape(href)}" target="_blank" rel="noopener noreferrer nofollow">{escape(address)}</a>',
        ]
        at = found.start() + len(address)
    parts.append(escape(text[at:]))
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped above
