"""Bytes to text when the label is missing, wrong, or unknown."""

import codecs
import re
from functools import lru_cache

from makegood.channels.email.parsing import lazily

# Labels seen in mail, and the codec that really reads what is sent under them (as the WHATWG encoding standard does).
ALIASES = {
    "ascii": "us-ascii",
    "ansi_x3.4-1968": "us-ascii",
    "us-ascii": "us-ascii",
    "7bit": "us-ascii",
    "8bit": "us-ascii",
    "unknown": "us-ascii",
    "unknown-8bit": "us-ascii",
    "x-unknown": "us-ascii",
    "default": "us-ascii",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "iso-8859-11": "cp874",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "ksc5601": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ms_kanji": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-2022-jp-ms": "iso2022_jp_ext",
    "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext",
    "csiso2022jp": "iso2022_jp_ext",
    "x-euc-jp": "euc_jp",
    "big5": "big5hkscs",
    "unicode-1-1-utf-7": "utf-7",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "unicode": "utf-16",
    "utf8mb4": "utf-8",
    "cp1252": "cp1252",
    "ansi": "cp1252",
}

# One character of UTF-8 read as a one-byte charset: "Ã¤", "â€™", "Ð¾", "Å¡" and their like.
MOJIBAKE = re.compile(
    "(?:[\u00c2-\u00c5\u0102\u0139\u013d][\u0080-\u00bf\u0152-\u017e\u2013-\u2122\u02c6]"
    "|â(?:€.|\u0080.)|[\u00d0\u00d1][\u0080-\u00bf\u0152-\u0192\u2013-\u2122])"
)
GUESS_SAMPLE = 65_536
SHORT = 64  # bytes
JAPANESE = ("iso2022_jp_ext", "cp932", "euc_jp")


@lru_cache(maxsize=256)
def codec(label: str) -> str | None:
    """The Python codec for a charset label as written in a mail, or None when nobody knows it."""
    name = label.strip().strip("\"'<>").lower().replace(" ", "-")
    for candidate in (name, re.split(r"[;,]", name)[0], re.match(r"[a-z0-9_.:-]*", name).group()):  # type: ignore[union-attr]
        candidate = candidate.strip("-")
        if candidate in ALIASES:
            return ALIASES[candidate]
        candidate = re.sub(r"^(?:charset[-=:]*|x-)(?=[a-z])|^cs(?=[a-z]{3})", "", candidate)
        for spelling in (candidate, re.sub(r"^cp-(?=\d)", "cp", candidate), candidate.replace("win-", "cp")):
            if not re.fullmatch(r"[a-z0-9][a-z0-9_.:-]{0,40}", spelling):
                continue
            try:
                info = codecs.lookup(spelling)
            except (LookupError, ValueError):
                continue
            if info._is_text_encoding and info.name not in (
                "idna",
                "punycode",
                "undefined",
                "unicode_escape",
                "raw_unicode_escape",
                "mbcs",
                "oem",
            ):
                return ALIASES.get(info.name, info.name)
    return None


def text_of(data: bytes, label: str | None, troubles: list[str], *, what: str = "text") -> str:
    """`data` as text without NUL, which no database keeps, by its label where that fits, else by the bytes themselves; never
    raises."""
    text = _text_of(data, label, troubles, what)
    return text.replace("\x00", "") if "\x00" in text else text


def _text_of(data: bytes, label: str | None, troubles: list[str], what: str) -> str:
    name = codec(label) if label else "us-ascii"
    if name is None:
        troubles.append(f"unknown charset {label!r:.60} of the {what}")
        name = "us-ascii"
    if data.isascii() and name in ("us-ascii", "cp1252", "utf-8"):
        plain = data.decode("ascii")
        if "\x1b$" in plain or "\x1b(" in plain:
            return _escaped_japanese(data) or plain
        return plain
    text = _by_label(data, name)
    if text is None:
        text = _guess(data)
        if label and name != "us-ascii":
            troubles.append(f"the {what} is not in its charset {label!r:.60}")
    return repaired(text) if _looks_broken(text) else text


def _by_label(data: bytes, name: str) -> str | None:
    if name in ("us-ascii", "cp1252"):  # often written on UTF-8, which hardly ever decodes by accident
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            if name == "us-ascii":
                return None
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        pass
    if name == "cp1252":
        return data.decode("latin-1")
    if name in JAPANESE:
        return _escaped_japanese(data) if data.isascii() else _other_japanese(data)
    text = None
    try:  # one cut character at the end, or a stray byte, is no reason to guess anew
        text = data.decode(name, "replace")
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
    return text if text.count("\ufffd") <= max(1, len(text) // 200) else None


def _escaped_japanese(data: bytes) -> str | None:
    for name in ("iso2022_jp_ext", "iso2022_jp_2004", "iso2022_jp_2", "iso2022_kr"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, ValueError):
            continue
    text = data.decode("iso2022_jp_ext", "replace")
    return text if text.count("\ufffd") <= max(2, len(text) // 20) else None


def _other_japanese(data: bytes) -> str | None:
    """Japanese under the label of another Japanese charset."""
    for name in ("utf-8", "euc_jp", "cp932", "euc_jis_2004"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return None


def _guess(data: bytes) -> str:
    """Text from unlabelled bytes: UTF-8, else what charset-normalizer finds, else Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and len(data) > SHORT:
            return data.decode("utf-8", "replace")
    if b"\x1b$" in data:
        text = _escaped_japanese(data)
        if text is not None:
            return text
    if len(data) <= SHORT and sum(byte > 127 for byte in data) * 2 < len(data):
        return data.decode("cp1252", "replace")  # too little for statistics, mostly ASCII: a western language
    best = lazily.module("charset_normalizer").from_bytes(data[:GUESS_SAMPLE]).best()
    if best is not None:
        try:
            return data.decode(best.encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 20 <= len(text):
        return text
    return data.decode("cp1252", "replace")


def _looks_broken(text: str) -> bool:
    if "Ã" not in text and "â€" not in text and "Ð" not in text and "Å" not in text and "Ä" not in text:
        return False
    sample = text[:GUESS_SAMPLE]
    broken = len(MOJIBAKE.findall(sample))
    return broken >= 3 and broken * 3 >= sum(1 for character in sample if character > "\x7f")


def repaired(text: str) -> str:
    """Text that was decoded twice, decoded once (by ftfy); anything else unchanged."""
    return str(lazily.module("ftfy").fix_encoding(text))
