"""A mail's text parted into what its writer wrote now and what they quoted or signed with."""

import re
from dataclasses import dataclass

from makegood.channels.email.parsing import attributions, header_blocks, signatures

LONGEST = 400_000  # characters looked at; what follows counts as quoted
MOST_TRIES = 2_000  # lines that might introduce a quote
LONGEST_LINE = 2_000  # a longer line is prose or data, never an introduction

RULE_LINE = re.compile(r"^\s*[-_=*~—–]{3,}\s*$")
PICTURE_LINE = re.compile(
    r"^\s*(?:\[(?:image|cid|inline image|bild|afbeelding|изображение|画像)\s?:[^\]]*\]\s*)+$", re.IGNORECASE
)
CLOSING = re.compile(r"^\s*>\s?(?:[\w ().]{2,30})?[:：]\s*$")  # the end of `On …, Ada <\\nada@example.com\\n> wrote:`
QUOTE = (">", "＞", "»>", "|>")
GLUED_QUOTE = re.compile(r":\s?>.*$")
WORDS_END = re.compile(r"[.!?…:;。！？]$")


@dataclass(frozen=True, slots=True)
class Parted:
    """`reply`: the writer's own words; `quoted`: everything else, signature included, in order."""

    reply: str
    quoted: str


def part(text: str) -> Parted:
    """Part `text` (lines ended by `\\n`) into own words and the rest."""
    beyond = text[LONGEST:]
    lines = text[:LONGEST].split("\n")
    quoted = marked(lines)
    quoted_signatures(lines, quoted)
    own = [line for line, is_quoted in zip(lines, quoted, strict=True) if not is_quoted]
    reply = _tidy(own)
    if not reply and text.strip() and not beyond and not any(_is_quote(line) or _is_mark(line) for line in lines):
        if not header_blocks_in(lines):
            whole = lines[: signatures.cut(lines)]
            return Parted(_tidy(whole), "\n".join(lines[len(whole) :]).strip("\n"))
    rest = "\n".join(line for line, is_quoted in zip(lines, quoted, strict=True) if is_quoted)
    return Parted(reply, (rest + beyond).strip("\n"))


def marked(lines: list[str]) -> list[bool]:
    """For each line whether it is quoted mail or introduces some."""
    quoted = [False] * len(lines)
    number = tries = 0
    while number < len(lines):
        line = lines[number]
        if _is_quote(line) and not (CLOSING.match(line) and number and _open_bracket(lines, number)):
            quoted[number] = True
            number += 1
            continue
        if not line.strip() or len(line) > LONGEST_LINE:
            number += 1
            continue
        tries += attributions.could_end(line.strip())
        start, end = _introduction(lines, number, quoted) if tries < MOST_TRIES else (0, 0)
        if end:
            _mark(quoted, _with_rules(lines, start, quoted), end)
            following = _next_words(lines, end)
            if following is None or not _is_quote(lines[following]):
                _mark(quoted, end, len(lines))
                break
            number = following
            continue
        number += 1
    _mark_wrapped(lines, quoted)
    return quoted


def _open_bracket(lines: list[str], number: int) -> bool:
    """Whether an address in the two lines above waits for its `>`."""
    above = " ".join(lines[max(0, number - 2) : number])
    return above.count("<") > above.count(">")


def _introduction(lines: list[str], number: int, quoted: list[bool]) -> tuple[int, int]:
    """First line of, and first line after, what introduces a quote and is complete at `number`; (0, 0) if nothing."""
    line = lines[number]
    if _is_mark(line) or attributions.ABOVE_LINE.search(line):
        return number, number + 1
    block = header_blocks.at(lines, number)
    if block is not None and (block.is_whole or any(own.strip() for own in lines[:number])):
        following = _next_words(lines, block.end)
        within = following is not None and _is_quote(lines[following])
        return number, block.end if within else len(lines)
    label = header_blocks.label_of(line)
    if label and label[0] == "from" and header_blocks.ADDRESS.search(label[1]) and _quote_soon(lines, number + 1):
        return number, len(lines)
    text = line.strip()
    if ":>" in text or ": >" in text:
        text = GLUED_QUOTE.sub(":", text)
    if not attributions.could_end(text):
        return 0, 0
    joined = text
    fallback = 0
    first = number
    for _ in range(attributions.MOST_LINES):
        if attributions.matches(joined) or (
            text.endswith(">") and _quote_follows(lines, number + 1) and attributions.matches(joined + ":")
        ):
            if attributions.YEAR_OR_TIME.search(joined):
                return first, number + 1
            fallback = fallback or first + 1
        first = _line_above(lines, first, quoted, joined)
        if first < 0 or len(joined) > attributions.LONGEST:
            break
        joined = f"{lines[first].strip()} {joined}"
    return (fallback - 1, number + 1) if fallback else (0, 0)


def _line_above(lines: list[str], number: int, quoted: list[bool], joined: str) -> int:
    """The line above that the introduction may have been wrapped from; -1 if there is none."""
    above = number - 1
    if above >= 0 and not lines[above].strip() and joined.startswith(("<", "mailto:", "wrote:")):
        above -= 1  # some programs leave an empty line inside their introduction
    if above < 0 or not lines[above].strip() or quoted[above] or len(lines[above]) > attributions.LONGEST:
        return -1
    return above


def quoted_signatures(lines: list[str], quoted: list[bool]) -> None:
    """Mark signatures as quoted: at the end of each stretch of own words."""
    number = 0
    while number < len(lines):
        if quoted[number]:
            number += 1
            continue
        end = number
        while end < len(lines) and not quoted[end]:
            end += 1
        _mark(quoted, number + signatures.cut(lines[number:end]), end)
        number = end


def header_blocks_in(lines: list[str]) -> bool:
    """Whether copied headers that need no further proof stand among the first lines."""
    for number in range(min(len(lines), 12)):
        block = header_blocks.at(lines, number)
        if block is not None and block.is_whole:
            return True
    return False


def _is_quote(line: str) -> bool:
    line = line.lstrip(" \t\u00a0\u200b")
    return line.startswith(QUOTE) and not (line[-1] == "<" and line.rstrip("<")[-1:] in " \t")  # ">>> ours <<<"


def _is_mark(line: str) -> bool:
    if line[:1].isalnum() and not line.rstrip().endswith((":", "：")):
        return False
    return (
        attributions.is_original_mark(line) or attributions.is_forward_mark(line) or attributions.is_dashed_name(line)
    )


def _next_words(lines: list[str], number: int) -> int | None:
    for later in range(number, len(lines)):
        if lines[later].strip():
            return later
    return None


def _quote_soon(lines: list[str], number: int) -> bool:
    return any(_is_quote(line) for line in lines[number : number + 4])


def _quote_follows(lines: list[str], number: int) -> bool:
    following = _next_words(lines, number)
    return following is not None and _is_quote(lines[following]) and not CLOSING.match(lines[following])


def _with_rules(lines: list[str], start: int, quoted: list[bool]) -> int:
    """`start` moved up over rules and empty lines that belong to the introduction."""
    above = start
    while above and not quoted[above - 1] and (not lines[above - 1].strip() or RULE_LINE.match(lines[above - 1])):
        above -= 1
    return above


def _mark(quoted: list[bool], start: int, end: int) -> None:
    for number in range(start, min(end, len(quoted))):
        quoted[number] = True


def _mark_wrapped(lines: list[str], quoted: list[bool]) -> None:
    """The rest of a quoted line that a mail program wrapped stands bare between two quoted ones."""
    for number in range(1, len(lines) - 1):
        if quoted[number] or not lines[number].strip() or not (quoted[number - 1] and _is_quote(lines[number - 1])):
            continue
        end = number + 1
        if end < len(lines) and not quoted[end] and lines[end].strip():
            end += 1
        if end >= len(lines) or not _is_quote(lines[end]):
            continue
        line, above = lines[number].strip(), lines[number - 1].rstrip()
        is_link = (
            line.startswith(("(http", "<http", "http")) or line.endswith(">") or above.count("(") > above.count(")")
        )
        wrapped = len(above) >= 60 and not above.endswith(("?", ":")) and len(line) < len(above)
        if is_link or (wrapped and (line[0].islower() or not (line[0].isalpha() or WORDS_END.search(above)))):
            _mark(quoted, number, end)


def _tidy(lines: list[str]) -> str:
    """Own words without picture place-holders and without empty lines or rules at either end."""
    kept = [line.rstrip() for line in lines if not PICTURE_LINE.match(line)]
    while kept and (not kept[-1] or RULE_LINE.match(kept[-1])):
        kept.pop()
    while kept and not kept[0]:
        kept.pop(0)
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join(kept))
