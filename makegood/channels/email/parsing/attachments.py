"""Files that came with a mail: their names, their bytes, and those inside Outlook's winmail.dat (TNEF)."""

import mimetypes
import re
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import Any

from makegood.channels.email.parsing import charsets, headers, lazily
from makegood.channels.email.parsing.mail import Attachment

LONGEST_NAME = 200
LARGEST_TNEF = 50_000_000

UNSAFE = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
TNEF_TYPES = ("application/ms-tnef", "application/vnd.ms-tnef")
EXTENSIONS = {"image/jpeg": ".jpg", "image/jpg": ".jpg", "image/png": ".png", "image/gif": ".gif", "text/plain": ".txt",
              "text/html": ".html", "text/calendar": ".ics", "application/ics": ".ics", "application/pdf": ".pdf",
              "message/rfc822": ".eml", "image/bmp": ".bmp", "image/webp": ".webp", "audio/wav": ".wav"}  # fmt: skip


def file_name(part: Message, troubles: list[str]) -> str:
    """The name the sender gave the file, without folders and control characters; empty if none was given."""
    for header in ("content-disposition", "content-type"):
        for name, value in part.raw_items():
            if name.lower() == header and not str(value).isascii():
                part.replace_header(name, headers.plain(str(value), troubles))
                break
    for parameter, header in (
        ("filename", "content-disposition"),
        ("name", "content-type"),
        ("name", "content-disposition"),
    ):
        try:
            given: Any = part.get_param(parameter, None, header)
        except (ValueError, TypeError, IndexError, AttributeError, LookupError):
            continue
        if given is None:
            continue
        if isinstance(given, tuple):
            name = _of_rfc2231(given, troubles)
        else:
            name = headers.decoded(headers.plain(str(given), troubles), troubles)
        name = clean_name(name)
        if name:
            return name
    location = part.get("content-location")
    if location:
        name = headers.decoded(headers.plain(str(location), troubles), troubles).split("?")[0]
        tail = clean_name(name)
        return tail if "." in tail else ""
    return ""


def _of_rfc2231(value: tuple[str | None, str | None, str], troubles: list[str]) -> str:
    charset, _, text = value
    if charset and charsets.codec(charset):
        return charsets.text_of(str(text).encode("latin-1", "replace"), charset, troubles, what="file name")
    try:
        return str(collapse_rfc2231_value(value))
    except (LookupError, ValueError, TypeError):
        return str(text)


def clean_name(name: str) -> str:
    """A file name safe to show and to offer: no path, no control or direction characters, not too long."""
    name = UNSAFE.sub("", name.replace("\\", "/")).strip().rstrip("/").rpartition("/")[2].strip(" \"'")
    if len(name) > LONGEST_NAME:
        stem, dot, extension = name.rpartition(".")
        name = f"{stem[: LONGEST_NAME - 20]}{dot}{extension[:19]}" if dot else name[:LONGEST_NAME]
    return "" if name in (".", "..") else name


def default_name(content_type: str) -> str:
    """A name for a file that came without one."""
    return "attachment" + (EXTENSIONS.get(content_type) or mimetypes.guess_extension(content_type) or "")


def content_of(part: Message) -> bytes:
    """The decoded bytes of a leaf part; what cannot be decoded comes as it was written."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, TypeError, LookupError, AttributeError):
        payload = None
    if isinstance(payload, bytes):
        return payload
    text = part.get_payload()
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else b""


def is_tnef(content_type: str, name: str, content: bytes) -> bool:
    """Whether a part is Outlook's container of attachments."""
    return content[:4] == b"\x78\x9f\x3e\x22" and (content_type in TNEF_TYPES or name.lower().endswith(".dat"))


def opened_tnef(content: bytes, troubles: list[str]) -> tuple[list[Attachment], str, str]:
    """The files, the text and the HTML in a winmail.dat; empty where it has none or is broken."""
    if len(content) > LARGEST_TNEF:
        troubles.append("winmail.dat is too large to open")
        return [], "", ""
    try:
        tnef = lazily.module("tnefparse").TNEF(content, do_checksum=False)
        files = []
        for file in tnef.attachments:
            name = clean_name(_text(file.long_filename() if callable(file.long_filename) else file.name))
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            files.append(Attachment(name or default_name(kind), kind, bytes(file.data or b""), "", inline=False))
        return files, _text(tnef.body), _text(tnef.htmlbody)
    except Exception as error:
        troubles.append(f"winmail.dat could not be opened ({type(error).__name__})")
        return [], "", ""


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return charsets.text_of(value.rstrip(b"\x00"), None, [], what="winmail.dat")
    return str(value).rstrip("\x00") if value else ""
