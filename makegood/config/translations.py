"""Translations from .po to .mo, without gettext's programs."""

import os
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[1] / "locale"


def compile_all(folder: Path = LOCALE) -> int:
    """Compile each catalogue that is newer than its .mo; returns how many. A read-only folder is left as it is."""
    compiled = 0
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        if not os.access(source.parent, os.W_OK):
            sys.stderr.write(f"{source.parent} cannot be written: its translations stay as they are.\n")
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parents[1].name)
        # Written beside and renamed, so that a server that starts meanwhile never reads half a file.
        fresh = target.with_suffix(f".{os.getpid()}.new")
        with fresh.open("wb") as file:
            write_mo(file, catalogue)
        fresh.replace(target)
        compiled += 1
    return compiled


def main(arguments: list[str]) -> int:
    """The command `makegood compile-translations`."""
    compile_all()
    return 0
