"""Header lines: unfolded, decoded, bounded; message ids and dates out of them."""

import binascii
import re
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from makegood.channels.email.parsing import charsets

LONGEST_VALUE = 32_768  # characters of one header that are looked at: nobody wrote more by hand
MOST_HEADERS = 5_000

FOLD = re.compile(r"[ \t]*[\r\n]+[ \t]*")
WORD = re.compile(r"=\?([^?\s]{1,80})\?([bBqQ])\?([^?]*)\?=")
SPACED_WORDS = re.compile(r"(\?=)[ \t]+(?==\?)")
IN_BRACKETS = re.compile(r"<([^<>]*)>")
BARE_ID = re.compile(r"[^\s<>\"'(),;@]{1,256}@[^\s<>\"'(),;]{1,256}")
QUOTED_BYTE = re.compile(rb"=([0-9A-Fa-f]{2})")


class Headers:
    """The headers of one part by lower-case name, in order; values raw until asked for."""

    def __init__(self, message: Message, troubles: list[str]) -> None:
        self.troubles = troubles
        self.values: dict[str, list[str]] = {}
        for count, (name, value) in enumerate(message.raw_items()):
            if count >= MOST_HEADERS:
                troubles.append(f"more than {MOST_HEADERS} headers")
                break
            value = str(value)
            if len(value) > LONGEST_VALUE:
                troubles.append(f"a very long {name[:40]} header was cut")
                value = value[:LONGEST_VALUE]
            self.values.setdefault(name.strip().lower(), []).append(value)

    def raw(self, name: str) -> str:
        """The first value, unfolded, 8-bit bytes decoded but encoded words left; empty if absent."""
        values = self.values.get(name)
        return plain(values[0], self.troubles) if values else ""

    def every(self, name: str) -> list[str]:
        """All values, as `raw` gives them."""
        return [plain(value, self.troubles) for value in self.values.get(name, ())]

    def text(self, name: str) -> str:
        """The first value fully decoded, empty if absent."""
        return decoded(self.raw(name), self.troubles)

    def __contains__(self, name: str) -> bool:
        return name in self.values


def plain(value: str, troubles: list[str]) -> str:
    """A raw value unfolded to one line, with bytes outside ASCII decoded."""
    if not value.isascii():
        data = value.encode("utf-8", "surrogateescape")
        value = charsets.text_of(data, None, troubles, what="header")
    elif "\x1b" in value:
        value = charsets.text_of(value.encode("ascii"), None, troubles, what="header")
    if "\n" in value or "\r" in value:
        value = FOLD.sub(" ", value)
    if "\x00" in value:
        value = value.replace("\x00", "")
    return value.strip()


def decoded(value: str, troubles: list[str]) -> str:
    """`value` with its RFC 2047 encoded words read; a character split over two words is put together first."""
    if "=?" not in value:
        return value
    value = SPACED_WORDS.sub(r"\1", value)
    pieces: list[str] = []
    waiting = b""
    waiting_charset = ""
    end = 0
    for word in WORD.finditer(value):
        charset = word[1].split("*")[0].lower()
        data = _word_bytes(word[2], word[3])
        if waiting and (word.start() != end or charset != waiting_charset):
            pieces.append(charsets.text_of(waiting, waiting_charset, troubles, what="header"))
            waiting = b""
        pieces.append(value[end : word.start()])
        waiting += data
        waiting_charset = charset
        end = word.end()
    if waiting:
        pieces.append(charsets.text_of(waiting, waiting_charset, troubles, what="header"))
    pieces.append(value[end:])
    return FOLD.sub(" ", "".join(pieces)).replace("\x00", "").strip()


def _word_bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "surrogateescape")
    if encoding in "qQ":
        return QUOTED_BYTE.sub(lambda hexes: bytes.fromhex(hexes[1].decode()), data.replace(b"_", b" "))
    data = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    if len(data) % 4 == 1:
        data = data[:-1]
    try:
        return binascii.a2b_base64(data + b"=" * (-len(data) % 4))
    except binascii.Error:
        return text.encode("utf-8", "surrogateescape")


def message_ids(value: str) -> tuple[str, ...]:
    """All message ids in a header, without brackets, in order, each once."""
    found = [re.sub(r"\s+", "", inner) for inner in IN_BRACKETS.findall(value)]
    if not any(found):
        stripped = value.strip().strip("<>").strip()
        found = [stripped] if stripped and not re.search(r"\s", stripped) else BARE_ID.findall(value)
    return tuple(dict.fromkeys(item for item in found if item))


def date_of(value: str, troubles: list[str]) -> datetime | None:
    """An aware time from a Date header; one without a zone is read as UTC; None when it makes no sense."""
    if not value:
        return None
    for attempt in (value, re.sub(r"\([^()]*\)", " ", value), re.sub(r"^\D*(?=\d)", "", value)):
        try:
            date = parsedate_to_datetime(attempt[:200])
            return date.replace(tzinfo=UTC) if date.tzinfo is None else _checked(date)
        except (TypeError, ValueError, OverflowError, IndexError, AttributeError):
            continue
    try:
        date = datetime.fromisoformat(value.strip()[:40])
        return date.replace(tzinfo=UTC) if date.tzinfo is None else _checked(date)
    except (ValueError, OverflowError):
        troubles.append(f"the date {value[:60]!r} makes no sense")
        return None


def _checked(date: datetime) -> datetime:
    date.astimezone(UTC)  # raises OverflowError near the ends of time
    return date
