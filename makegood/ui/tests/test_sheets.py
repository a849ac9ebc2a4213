"""Tables as files: what stands in a cell is read back as it was, and never calculated."""

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest

from makegood.ui import sheets

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ROWS = [("when", "what"), ("2026", "kept, at last"), ("„Hale“ & <Sons>", 'a "b"\nc'), ("日本", "")]
DANGEROUS = ['=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]


def read_xlsx(content: bytes) -> list[list[list[str]]]:
    """Each sheet as its rows."""
    book = zipfile.ZipFile(io.BytesIO(content))
    assert book.testzip() is None
    relations = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    names = [relation.get("Target") for relation in relations]
    for part in ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"):
        ElementTree.fromstring(book.read(part))
    found = []
    for name in names:
        tree = ElementTree.fromstring(book.read(f"xl/{name}"))
        rows = tree.findall(f"{SHEET}sheetData/{SHEET}row")
        assert all(cell.get("t") == "inlineStr" for row in rows for cell in row)
        found.append([[cell.find(f"{SHEET}is/{SHEET}t").text or "" for cell in row] for row in rows])
    return found


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_is_read_back():
    assert read_csv(b"".join(sheets.csv_pieces(ROWS))) == [list(row) for row in ROWS]


def test_xlsx_is_read_back():
    assert read_xlsx(b"".join(sheets.xlsx_pieces(ROWS))) == [[list(row) for row in ROWS]]


@pytest.mark.parametrize("cell", DANGEROUS)
def test_no_cell_is_a_formula(cell):
    [[found]] = read_csv(b"".join(sheets.csv_pieces([(cell,)])))
    assert found == f"'{cell}"


def test_what_xml_cannot_say_spoils_no_file():
    assert read_xlsx(b"".join(sheets.xlsx_pieces([("a\x00b\x1f\ud800",)]))) == [[["a�b��"]]]


def test_a_full_sheet_is_followed_by_the_next_under_the_same_head():
    rows = [("head",), *((str(number),) for number in range(5))]
    found = read_xlsx(b"".join(sheets.xlsx_pieces(rows, rows_a_sheet=3)))
    assert found == [[["head"], ["0"], ["1"]], [["head"], ["2"], ["3"]], [["head"], ["4"]]]


def test_it_is_given_piece_by_piece():
    taken = []

    def endless():
        for number in range(100_000):
            taken.append(number)
            yield (str(number) * 20,)

    for pieces in (sheets.csv_pieces, sheets.xlsx_pieces):
        taken.clear()
        found = pieces(endless())
        while not next(found).strip(b"\xef\xbb\xbf"):
            pass
        assert len(taken) < 60_000
