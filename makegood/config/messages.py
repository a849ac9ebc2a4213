"""The catalogues of translations, one a language: kept in step with the code, and checked. Needs no gettext programs.

`makegood messages` brings each catalogue up to date; `makegood check-translations` names what is missing, left over,
or fills in something else than the English does.
"""

import io
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from makegood.config.collecting import Key, Sentence, collect
from makegood.config.proofreading import faults, key, missing
from makegood.config.translations import LOCALE

# English is what the code says. How each counts: the rules of CLDR for whole numbers, as gettext writes them.
PLURALS = {
    "lt": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2)"),
    "ru": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"),
    "nl": (2, "(n != 1)"),
    "ja": (1, "0"),
}
LANGUAGES = tuple(PLURALS)


def main(arguments: list[str]) -> int:
    """The command `makegood messages`."""
    wanted = collect()
    for language in LANGUAGES:
        catalogue = merged(load(language), wanted, language)
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = written(catalogue, language)
        # Left alone when nothing changed, so that it is not compiled anew.
        if not path.exists() or path.read_bytes() != text:
            path.write_bytes(text)
        sys.stdout.write(f"{language}: {missing(catalogue)} of {len(wanted)} to translate\n")
    return 0


def check(arguments: list[str]) -> int:
    """The command `makegood check-translations`: 1 and a line for each fault, else 0."""
    wanted = dict.fromkeys(sentence.key for sentence in collect())
    told = [f"{language}: {fault}" for language in LANGUAGES for fault in _faults(language, wanted)]
    for line in told:
        sys.stdout.write(line + "\n")
    if told:
        sys.stdout.write(f"{len(told)} faults. `make messages` brings the catalogues up to date.\n")
    return 1 if told else 0


def catalogue_path(language: str, locale: Path = LOCALE) -> Path:
    return locale / language / "LC_MESSAGES" / "django.po"


def load(language: str, locale: Path = LOCALE) -> Catalog:
    """A catalogue as it stands; an empty one where there is none. PoFileError when it cannot be read."""
    path = catalogue_path(language, locale)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def merged(before: Catalog, wanted: Iterable[Sentence], language: str) -> Catalog:
    """The wanted sentences in their order, each with the translation it had: never a guess from a similar one."""
    known = {key(each): each.string for each in before if each.id}
    after = Catalog(locale=language, fuzzy=False)
    for each in wanted:
        plural = len(each.texts) > 1
        empty: str | tuple[str, ...] = ("",) * PLURALS[language][0] if plural else ""
        after.add(
            each.texts if plural else each.texts[0],
            known.get(each.key) or empty,
            context=each.context,
            locations=[(name, 0) for name in each.files],
        )
    return after


def written(catalogue: Catalog, language: str) -> bytes:
    """A catalogue as a file, without dates and line numbers, which would change each time."""
    count, rule = PLURALS[language]
    head = (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        f'"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: nplurals={count}; plural={rule};\\n"\n\n'
    )
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, omit_header=True, include_lineno=False)
    return head.encode() + buffer.getvalue().rstrip(b"\n") + b"\n"


def _faults(language: str, wanted: Collection[Key]) -> Iterable[str]:
    if not catalogue_path(language).exists():
        return ["there is no catalogue"]
    try:
        return faults(load(language), wanted)
    except (PoFileError, ValueError) as trouble:
        return [f"cannot be read: {trouble}"]
