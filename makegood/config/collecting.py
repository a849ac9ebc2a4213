"""Every sentence of the house that asks to be translated, read from the code and the templates."""

import ast
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

HOUSE = Path(__file__).resolve().parents[1]
LEFT_OUT = {"tests", "migrations", "static", "locale"}
# Contents of the components' own page, which only those who build pages see.
GALLERY = {"gallery", "gallery.py"}
# By function: the place of its context, then those of its sentence and the plural.
PLACES: dict[str, tuple[int | None, tuple[int, ...]]] = {
    "gettext": (None, (0,)),
    "gettext_lazy": (None, (0,)),
    "gettext_noop": (None, (0,)),
    "ngettext": (None, (0, 1)),
    "ngettext_lazy": (None, (0, 1)),
    "pgettext": (0, (1,)),
    "pgettext_lazy": (0, (1,)),
    "npgettext": (0, (1, 2)),
    "npgettext_lazy": (0, (1, 2)),
}
Key = tuple[tuple[str, ...], str | None]


@dataclass(slots=True)
class Sentence:
    """One sentence: its text (two, when it counts things), its context, and the files it stands in."""

    texts: tuple[str, ...]
    context: str | None = None
    files: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return self.texts, self.context


def collect(house: Path = HOUSE) -> list[Sentence]:
    """Every sentence once, by file and then as they stand in it, so that a catalogue changes little at a time."""
    found: dict[Key, Sentence] = {}
    for path in sorted(house.rglob("*")):
        parts = path.relative_to(house).parts
        if not path.is_file() or (LEFT_OUT | GALLERY) & set(parts):
            continue
        name = path.relative_to(house.parent).as_posix()
        for sentence in in_file(path):
            known = found.setdefault(sentence.key, sentence)
            if name not in known.files:
                known.files.append(name)
    return list(found.values())


def in_file(path: Path) -> Iterator[Sentence]:
    """The sentences of one Python file or template; other files hold none."""
    if path.suffix == ".py":
        yield from in_code(path.read_text(), name=str(path))
    elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
        yield from in_template(path.read_text(), name=str(path))


def in_template(source: str, *, name: str = "") -> Iterator[Sentence]:
    """What `translate`, `blocktranslate` and `_()` hold; Django itself turns them into calls."""
    # In brackets, or the indentation of a letter would have to be Python's.
    turned = io.BytesIO(f"({templatize(source, origin=name)})".encode())
    for _line, function, given, _comments in extract_python(turned, dict.fromkeys(["_", *PLACES]), (), {}):
        arguments = list(given) if isinstance(given, tuple | list) else [given]
        yield from _said("gettext" if function == "_" else str(function), arguments)


def in_code(source: str, *, name: str = "") -> Iterator[Sentence]:
    """What the translating functions are called with, whatever names a file imports them by, in f-strings too."""
    if "gettext" not in source:
        return
    tree = ast.parse(source, filename=name)
    names = {own: own for own in PLACES} | _names(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        # Django's own names too: `translation.gettext(…)`.
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if called in names:
            yield from _said(names[called], [_words(argument) for argument in call.args])


def _names(tree: ast.Module) -> dict[str, str]:
    """The names a file gives to Django's functions: {"_": "gettext", "noop": "gettext_noop"}."""
    return {
        each.asname or each.name: each.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for each in node.names
        if each.name in PLACES
    }


def _words(argument: ast.expr) -> str | None:
    """What stands there in so many words; None for a variable."""
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def _said(function: str, arguments: Sequence[str | None]) -> Iterator[Sentence]:
    context_at, texts_at = PLACES[function]
    context = _at(arguments, context_at) if context_at is not None else None
    texts = tuple(text for at in texts_at if (text := _at(arguments, at)))
    # A call with a variable in it translates what stands elsewhere, behind a `gettext_noop`.
    if len(texts) == len(texts_at) and (context or context_at is None):
        yield Sentence(texts, context)


def _at(arguments: Sequence[str | None], at: int) -> str | None:
    return arguments[at] if at < len(arguments) else None
