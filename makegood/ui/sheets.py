"""Tables as files, written piece by piece so that a million rows need no memory: CSV, and XLSX without any library.

Rows are sequences of text. A cell that a spreadsheet would take for a formula is marked as text: in CSV by an apostrophe
before it (as OWASP advises), in XLSX by its type.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

Row = Sequence[str]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CSV, XLSX = "text/csv; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_A_PIECE = 500
# The most that one sheet of XLSX holds; what is more goes onto the next.
ROWS_A_SHEET = 1_048_576
# What XML 1.0 cannot say.
UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def csv_pieces(rows: Iterable[Row]) -> Iterator[bytes]:
    """The file in UTF-8 with a mark at its beginning, by which spreadsheets know it."""
    yield b"\xef\xbb\xbf"
    for some in _some(rows):
        text = io.StringIO()
        csv.writer(text).writerows([_as_text(cell) for cell in row] for row in some)
        yield text.getvalue().encode()


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def xlsx_pieces(rows: Iterable[Row], *, rows_a_sheet: int = ROWS_A_SHEET) -> Iterator[bytes]:
    """The file: its sheets as they fill, and what names them at the end. The first row is repeated on each sheet."""
    out = _Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        source = iter(rows)
        head = next(source, ())
        sheets, ahead = 0, next(source, None)
        while sheets == 0 or ahead is not None:
            sheets += 1
            with book.open(f"xl/worksheets/sheet{sheets}.xml", "w", force_zip64=True) as sheet:
                sheet.write(f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{_row(head)}'.encode())
                written = 1
                while ahead is not None and written < rows_a_sheet:
                    sheet.write(_row(ahead).encode())
                    written, ahead = written + 1, next(source, None)
                    if written % ROWS_A_PIECE == 0:
                        yield out.taken()
                sheet.write(b"</sheetData></worksheet>")
            yield out.taken()
        for name, text in _frame(sheets):
            book.writestr(name, HEAD + text)
    yield out.taken()


def _row(row: Row) -> str:
    cells = (escape(UNSAYABLE.sub("�", cell)) for cell in row)
    return (
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{cell}</t></is></c>' for cell in cells)
        + "</row>"
    )


def _frame(sheets: int) -> Iterator[tuple[str, str]]:
    """The parts of the package around its sheets (ECMA-376, part 1 and 2): each name with its XML."""
    numbers = range(1, sheets + 1)
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{PACKAGE}.worksheet+xml"/>'
        for number in numbers
    )
    yield (
        "[Content_Types].xml",
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{PACKAGE}.sheet.main+xml"/>{parts}</Types>',
    )
    yield (
        "_rels/.rels",
        f'<Relationships xmlns="{RELATIONS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    )
    named = "".join(f'<sheet name="{number}" sheetId="{number}" r:id="rId{number}"/>' for number in numbers)
    yield "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{named}</sheets></workbook>'
    targets = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    yield "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{RELATIONS}">{targets}</Relationships>'


class _Pipe(io.RawIOBase):
    """Takes what is written and gives it away: a file without an end to go back from."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        taken = bytes(piece)  # type: ignore[call-overload]
        self.pieces.append(taken)
        return len(taken)

    def taken(self) -> bytes:
        """All written since the last asking."""
        given, self.pieces = b"".join(self.pieces), []
        return given


def _some(rows: Iterable[Row]) -> Iterator[list[Row]]:
    some: list[Row] = []
    for row in rows:
        some.append(row)
        if len(some) == ROWS_A_PIECE:
            yield some
            some = []
    if some:
        yield some
