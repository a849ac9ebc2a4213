"""The sentences of the house and their translations: collecting them, and refusing gaps. Needs no gettext programs.

`makegood messages` brings each catalogue up to date with the code; `makegood check-translations` names what is
missing, obsolete, or says another placeholder than the English does.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from makegood.config.translations import LOCALE

HOUSE = Path(__file__).resolve().parents[1]
LANGUAGES = ("lt", "ru", "nl", "ja")
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "noop": None, "ngettext": (1, 2),
    "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
# What the rules of these languages ask for (CLDR, as gettext writes it).
PLURALS = {
    "lt": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2)"),
    "ru": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"),
    "nl": (2, "(n != 1)"),
    "ja": (1, "0"),
}
Found = tuple[str | tuple[str, ...], str | None]


def main(arguments: list[str]) -> int:
    """The command `makegood messages`."""
    wanted = set(collect())
    for language in LANGUAGES:
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        write(language, merged(language, wanted))
        sys.stdout.write(f"{language}: {len(missing(load(language)))} of {len(wanted)} to translate\n")
    return 0


def check(arguments: list[str]) -> int:
    """The command `makegood check-translations`: 1 and a line for each fault, else 0."""
    wanted = set(collect())
    faults = [f"{language}: {fault}" for language in LANGUAGES for fault in faults_of(load(language), wanted)]
    for fault in faults[:200]:
        sys.stdout.write(fault + "\n")
    if faults:
        sys.stdout.write(f"{len(faults)} faults. `make messages` brings the catalogues up to date.\n")
    return 1 if faults else 0


def collect() -> Iterator[Found]:
    """Every sentence to translate, with its context: text, or (singular, plural)."""
    for path in sorted(HOUSE.rglob("*")):
        if not {"tests", "migrations", "static", "gallery"}.isdisjoint(path.relative_to(HOUSE).parts):
            continue
        if path.suffix == ".py" and path.name != "gallery.py":
            code = path.read_text()
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            code = templatize(path.read_text(), origin=str(path))
        else:
            continue
        for _line, function, given, _comments in extract_python(io.BytesIO(code.encode()), KEYWORDS, (), {}):
            found = _sentence(str(function), given)
            if found is not None and found[0]:
                yield found


def _sentence(function: str, given: object) -> Found | None:
    parts = list(given) if isinstance(given, tuple | list) else [given]
    context = str(parts.pop(0)) if "pgettext" in function and parts else None
    plural = function.startswith("n") and function != "noop"
    texts = [str(part) for part in parts[: 2 if plural else 1] if isinstance(part, str)]
    if not texts or (plural and len(texts) < 2):
        return None
    return (texts[0], texts[1]) if plural else texts[0], context


def catalogue_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def load(language: str) -> Catalog:
    """A catalogue as it stands; an empty one where there is none."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def merged(language: str, wanted: set[Found]) -> Catalog:
    """The wanted sentences in a stable order, each with the translation it had."""
    before = load(language)
    after = Catalog(locale=language, fuzzy=False)
    for text, context in sorted(wanted, key=lambda found: (str(found[0]), found[1] or "")):
        known = before.get(text if isinstance(text, str) else text[0], context)
        count = PLURALS[language][0]
        empty: str | tuple[str, ...] = "" if isinstance(text, str) else ("",) * count
        fits = known is not None and isinstance(known.string, tuple | list) == isinstance(text, tuple)
        after.add(text, known.string if known is not None and fits else empty, context=context)
    return after


def write(language: str, catalogue: Catalog) -> None:
    """Write a catalogue without dates and line numbers, which would change each time."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, omit_header=True, sort_output=False)
    count, rule = PLURALS[language]
    head = (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        f'"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: nplurals={count}; plural={rule};\\n"\n\n'
    )
    catalogue_path(language).write_bytes(head.encode() + buffer.getvalue())


def missing(catalogue: Catalog) -> list[Message]:
    """Entries without a translation."""
    return [each for each in catalogue if each.id and not all(_texts(each.string))]


def faults_of(catalogue: Catalog, wanted: set[Found]) -> Iterator[str]:
    """What is wrong with a catalogue, in words."""
    here: set[Found] = set()
    for each in catalogue:
        if not each.id:
            continue
        text = tuple(each.id) if isinstance(each.id, tuple | list) else each.id
        here.add((text, each.context))
        if not all(_texts(each.string)):
            yield f"not translated: {text!r}"
            continue
        asked = {name for one in _texts(each.id) for name in _placeholders(one)}
        for said in _texts(each.string):
            if not _placeholders(said) <= asked or (isinstance(text, str) and _placeholders(said) != asked):
                yield f"other placeholders than the English: {text!r}"
        if each.fuzzy:
            yield f"marked as a guess: {text!r}"
    yield from (f"not in the catalogue: {text!r}" for text, context in sorted(wanted - here, key=str))
    yield from (f"no longer in the code: {text!r}" for text, context in sorted(here - wanted, key=str))


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, tuple | list) else [str(value or "")]


def _placeholders(text: str) -> set[str]:
    return {one or other for one, other in PLACEHOLDER.findall(text)}
