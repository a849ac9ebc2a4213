"""Files that people of the demo send along: a photo, an invoice, a letter of a maker. Made, not kept."""

import functools
import struct
import zlib

from makegood.cases.words import File

WIDTH, HEIGHT = 320, 240
WALL, BOX, TAPE, DENT = b"\xe9\xe4\xdb", b"\xb9\x8a\x57", b"\xd9\xc3\x98", b"\x5c\x40\x24"


def photo(name: str) -> File:
    """A picture of a box with a dent (PNG)."""
    return File(name=name, content_type="image/png", content=_picture())


@functools.cache
def _picture() -> bytes:
    rows = b"".join(b"\0" + b"".join(_colour(x, y) for x in range(WIDTH)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _colour(x: int, y: int) -> bytes:
    if not (50 < x < 270 and 50 < y < 210):
        return WALL
    if (x - 205) ** 2 + (y - 95) ** 2 < 30**2:
        return DENT
    return TAPE if 148 < x < 172 else BOX


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def paper(name: str, *lines: str) -> File:
    """A page with a few lines of Latin letters (PDF)."""
    shown = "".join(f"({_plain(line)}) Tj 0 -22 Td " for line in lines)
    stream = f"BT /F1 14 Tf 60 760 Td {shown}ET".encode("ascii")
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(content),
    )
    return File(name=name, content_type="application/pdf", content=content)


def _plain(line: str) -> str:
    ascii_only = line.encode("ascii", "replace").decode()
    return ascii_only.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
