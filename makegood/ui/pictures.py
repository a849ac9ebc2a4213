"""Pictures among words: `![name](cid:KEY)`, where KEY is the beginning of the digest of the picture's bytes, so that its
place stays true when words and file are kept apart, sent, taken back and sent again."""

import re

# What a browser shows without running anything. SVG is a program: it is not here.
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
KEY_LETTERS = 32
UNFIT = re.compile(r"[\[\]\s]+")
PLACE = re.compile(r"!\[([^\[\]\n]{0,255})\]\(cid:([0-9a-f]{32})\)")


def key_of(digest: str) -> str:
    """The key by which words name a picture."""
    return digest[:KEY_LETTERS]


def place(name: str, digest: str) -> str:
    """What stands in the words for a picture."""
    return f"![{UNFIT.sub(' ', name).strip()}](cid:{key_of(digest)})"


def placed(text: str) -> frozenset[str]:
    """The keys of the pictures that have a place in the words."""
    return frozenset(found[2] for found in PLACE.finditer(text))


def named(text: str) -> str:
    """The words where no picture can be shown: each is named."""
    return PLACE.sub(r"[\1]", text)
