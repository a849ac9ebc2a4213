"""Addresses out of From, To and their like, however they were written."""

import re

from makegood.channels.email.parsing import headers
from makegood.channels.email.parsing.mail import Address

MOST_ADDRESSES = 2_000

ADDRESS = re.compile(r"[^\s<>\"'(),;:\[\]@]{1,256}@(?:\[[^\]\s]{1,64}\]|[^\s<>\"'(),;:\[\]]+)")
SPACES_IN_ADDRESS = re.compile(r"\s*([.@])\s*")
COMMENT = re.compile(r"\(([^()]*)\)")


def addresses(values: list[str], troubles: list[str]) -> tuple[Address, ...]:
    """Every mailbox named in the header values, groups opened, in order."""
    found: list[Address] = []
    for value in values:
        for item in split(value):
            mailbox = address(item, troubles)
            if mailbox is not None:
                found.append(mailbox)
            if len(found) >= MOST_ADDRESSES:
                troubles.append(f"more than {MOST_ADDRESSES} addresses in one header")
                return tuple(found)
    return tuple(found)


def split(value: str) -> list[str]:
    """The header cut at commas and semicolons that are not quoted, commented or in brackets; group names dropped."""
    items: list[str] = []
    start = 0
    depth = 0
    angle = False
    position = 0
    length = len(value)
    while position < length:
        character = value[position]
        if character == '"' and not depth:
            position = _after_quotes(value, position)
            continue
        if character == "\\":
            position += 1
        elif character == "(":
            depth += 1
        elif character == ")" and depth:
            depth -= 1
        elif character == "<" and not depth:
            angle = True
        elif character == ">" and not depth:
            angle = False
        elif not depth and character == ":" and not angle and "@" not in value[start:position]:
            start = position + 1
        elif not depth and (character == ";" or (character == "," and not angle)):
            items.append(value[start:position])
            start = position + 1
            angle = False
        position += 1
    items.append(value[start:])
    return [item for item in items if item.strip()]


def _after_quotes(value: str, position: int) -> int:
    """Where a quoted string that starts at `position` ends; one never closed is no quoted string."""
    end = position + 1
    while True:
        end = value.find('"', end)
        if end < 0:
            return position + 1
        backslashes = 0
        while value[end - 1 - backslashes] == "\\":
            backslashes += 1
        if backslashes % 2 == 0:
            return end + 1
        end += 1


def address(item: str, troubles: list[str]) -> Address | None:
    """One mailbox; None when there is nothing like an address in it."""
    text = item.strip()
    if "@" not in text and "=?" in text:
        text = headers.decoded(text, troubles)
    opening = text.rfind("<")
    if opening >= 0:
        closing = text.find(">", opening)
        inside = text[opening + 1 : closing if closing > 0 else len(text)]
        bare = _bare(inside)
        if bare:
            name = text[:opening].strip() or (text[closing + 1 :].strip() if closing > 0 else "")
            return Address(_name(name, troubles), bare)
        if not inside.strip():
            return None
        text = text[:opening] + " " + text[opening + 1 :].replace(">", " ")
    comments = COMMENT.findall(text)
    bare = _bare(COMMENT.sub("", text))
    if bare:
        return Address(_name(" ".join(comments), troubles), bare)
    return None


def _bare(text: str) -> str:
    """`ada@example.com` out of what stood between the brackets; empty when it has no address."""
    text = COMMENT.sub("", text).strip()
    if text[:7].lower() == "mailto:":
        text = text[7:]
    if text.startswith("@") and ":" in text:  # an obsolete source route
        text = text.rpartition(":")[2]
    tight = SPACES_IN_ADDRESS.sub(r"\1", text)
    if tight.startswith('"') and '"@' in tight and " " not in tight.rpartition("@")[2]:
        return tight
    match = ADDRESS.search(tight) if "@" in tight else None
    if match:
        return match[0].strip(".'`").rstrip(".")
    return ""


def _name(text: str, troubles: list[str]) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    text = headers.decoded(text.replace('\\"', '"').replace("\\\\", "\\"), troubles).strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    return re.sub(r"\s+", " ", text)[:500]
