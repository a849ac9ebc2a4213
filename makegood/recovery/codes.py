"""The codes of vouchers: nobody guesses one, and people can read one over the phone. Pure; no Django."""

import re
import secrets

from makegood.events.keys import ALPHABET

# Four groups of four letters of thirty: 78 bits.
GROUPS, LETTERS = 4, 4


def new() -> str:
    """A new code, such as 7F3K-9QXB-2MZ4-HT6R."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))


def read(written: str) -> str:
    """A code as we keep it, however somebody wrote its blanks, dashes and letters; "" for what can be none."""
    plain = re.sub(r"[\s\u2010-\u2015-]+", "", written[:80]).upper()
    if len(plain) != GROUPS * LETTERS or set(plain) - set(ALPHABET):
        return ""
    return "-".join(plain[start : start + LETTERS] for start in range(0, len(plain), LETTERS))
