"""Recovery codes: ten for a drawer, each lets in once when the telephone is lost. Pure; no Django."""

import hashlib
import re
import secrets
import unicodedata

from makegood.events.keys import ALPHABET

HOW_MANY = 10
# Four groups of four letters of thirty: 78 bits.
GROUPS, LETTERS = 4, 4


def new() -> list[str]:
    """Ten new codes, such as 7F3K-9QXB-2MZ4-HT6R."""
    return [
        "-".join("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
        for _ in range(HOW_MANY)
    ]


def digest(written: str, *, of: str) -> str:
    """What is kept of a code of one person, however they write its blanks, dashes and letters.

    As codes are random, one round of SHA-256 is enough: no dictionary can meet it.
    """
    plain = re.sub(r"[\s\u2010-\u2015-]+", "", unicodedata.normalize("NFKC", written[:80])).upper()
    return hashlib.sha256(f"{of}/{plain}".encode("utf-8", "replace")).hexdigest()
