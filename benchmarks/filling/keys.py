"""Keys and references that follow from what they name, so that filling twice gives the same rows."""

import datetime as dt
import hashlib
import random

from makegood.cases.tokens import ALPHABET as TOKEN_LETTERS
from makegood.events.keys import ALPHABET

LENGTH = 6
SPACE = len(ALPHABET) ** LENGTH
# Without a common factor with SPACE, so that no two numbers have one reference; large, so that neighbours differ.
STRIDE, FIRST = 433_494_437, 271_828_183


class Keys:
    """The keys of one case: UUIDv7 of the moments they belong to, as 32 hexadecimal digits."""

    def __init__(self, seed: int, number: int) -> None:
        self._random = random.Random(seed << 32 | number)

    def at(self, moment: dt.datetime) -> str:
        """A new key of a moment."""
        milliseconds = int(moment.timestamp() * 1000)
        drawn = self._random.getrandbits(74)
        return f"{milliseconds:012x}7{drawn >> 62:03x}{drawn & (1 << 62) - 1 | 1 << 63:016x}"

    def digest(self) -> str:
        """Looks like the digest of a stored mail."""
        return f"{self._random.getrandbits(256):064x}"

    def token(self) -> str:
        """A party's key."""
        return "".join(self._random.choices(TOKEN_LETTERS, k=12))


def case_reference(number: int) -> str:
    """`C-…`, another one for each number below 729 million."""
    return f"C-{_letters(number * STRIDE + FIRST, LENGTH)}"


def customer_keys(address: str) -> tuple[str, str]:
    """Key and reference of the customer behind an address: long enough that a hundred thousand differ,
    short enough that copies have room for two letters more."""
    digest = hashlib.sha256(address.encode()).digest()
    drawn = int.from_bytes(digest, "big")
    key = f"{1_700_000_000_000:012x}7{drawn >> 62 & 0xFFF:03x}{drawn & (1 << 62) - 1 | 1 << 63:016x}"
    return key, f"K-{_letters(drawn >> 80, 8)}"


def dashed(key: str) -> str:
    """A key as it stands in events."""
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"


def _letters(drawn: int, length: int) -> str:
    found = []
    for _ in range(length):
        drawn, letter = divmod(drawn, len(ALPHABET))
        found.append(ALPHABET[letter])
    return "".join(found)
