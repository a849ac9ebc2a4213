"""What a message shows at first sight: its opening words, its files. Nothing is cut, only folded."""

import dataclasses
from collections.abc import Iterable

from makegood.cases.models import Attachment
from makegood.ui.pictures import SHOWN

MOST_LINES, MOST_LETTERS = 120, 9_000
MOST_FILES = 12
# A picture as large as this is opened by hand; one as small, in the text of a mail, is a logo or a dot that counts.
LARGEST_THUMB, SMALLEST_INLINE = 3_000_000, 2_000


@dataclasses.dataclass(frozen=True)
class Opening:
    """The beginning of a text, and how many lines lie behind it (0: it is whole)."""

    text: str
    more: int


def opening(text: str) -> Opening:
    """A text up to MOST_LINES lines or MOST_LETTERS letters, ended at a line where there is one."""
    lines = text.count("\n") + 1
    if lines <= MOST_LINES and len(text) <= MOST_LETTERS:
        return Opening(text, 0)
    shown = "\n".join(text[:MOST_LETTERS].split("\n")[:MOST_LINES])
    if len(shown) == MOST_LETTERS and "\n" in shown:
        shown = shown[: shown.rindex("\n")]
    return Opening(shown, max(1, lines - shown.count("\n") - 1))


@dataclasses.dataclass(frozen=True)
class Files:
    """The files of a message: pictures shown small, the others by name, and those folded away."""

    pictures: list[Attachment]
    named: list[Attachment]
    folded: list[Attachment]


def laid_out(files: Iterable[Attachment]) -> Files:
    """Sort the files of a message by how they are shown; together at most MOST_FILES stand open."""
    pictures: list[Attachment] = []
    named: list[Attachment] = []
    for file in files:
        is_dot = file.inline and file.size < SMALLEST_INLINE
        fits = (
            not file.refused
            and file.content_type in SHOWN
            and file.size <= LARGEST_THUMB
            and len(pictures) < MOST_FILES
        )
        (pictures if fits and not is_dot else named).append(file)
    room = max(0, MOST_FILES - len(pictures))
    return Files(pictures=pictures, named=named[:room], folded=named[room:])
