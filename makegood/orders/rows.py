"""Reading a CSV file from any place in it, so that a long one can be read in pieces. Pure; no Django."""

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO

LONGEST_FIELD = 100_000
SAMPLE = 64 * 1024
DELIMITERS = ",;\t|"
# By language, what spreadsheets write where they do not write UTF-8.
ENCODINGS = {"lt": "cp1257", "ru": "cp1251", "ja": "cp932"}
csv.field_size_limit(LONGEST_FIELD)


class NoTable(ValueError):
    """What was handed in is no table."""


class Rows:
    """The rows of a file from `offset` on; after each, `at` is how many bytes have been read of the file."""

    def __init__(self, file: BinaryIO, *, encoding: str, delimiter: str, offset: int = 0) -> None:
        self._file = file
        self._encoding = encoding
        self._delimiter = delimiter
        self.at = offset

    def __iter__(self) -> Iterator[list[str]]:
        self._file.seek(self.at)
        try:
            yield from csv.reader(self._lines(), delimiter=self._delimiter)
        except csv.Error as trouble:
            raise NoTable(str(trouble)) from trouble

    def _lines(self) -> Iterator[str]:
        # csv asks for a line only when it needs one, so that after a row exactly its lines have been counted.
        while line := self._file.readline(LONGEST_FIELD * 4):
            begun, self.at = self.at, self.at + len(line)
            text = line.decode(self._encoding, "replace").replace("\0", "\ufffd")
            yield text.removeprefix("\ufeff") if begun == 0 else text


def how(sample: bytes, *, language: str = "en") -> tuple[str, str]:
    """Encoding and delimiter of a file by its beginning. Raises NoTable for what is no text.

    What is not UTF-8 is taken for what spreadsheets write in a language: too little text to tell them apart by.
    """
    if b"\0" in sample:
        raise NoTable("it is no text")
    first = sample.splitlines()[0].decode("latin-1") if sample.splitlines() else ""
    return _encoding(sample, language), max(DELIMITERS, key=first.count)


def _encoding(sample: bytes, language: str) -> str:
    try:
        # The sample may end in the middle of a letter.
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return ENCODINGS.get(language, "cp1252")
    return "utf-8"
