"""How each column of a row is told anew for a copy of it, as SQL for both engines.

A copy has a number. Its keys end in that number, its references and addresses have its letters, its times are some
seconds earlier. What points to our own people, brands and mailboxes stays.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

# Texts that may name copied rows: by reference, by key, by address.
REFERRING = frozenset({"about", "by", "settled_by", "paused_by", "counted_as"})
NAMING = frozenset(
    {"value", "address", "sender", "envelope_from", "identifier", "in_reply_to", "references", "to_address", "reply_to"}
)
KEY = "([0-9a-f]{8}-[0-9a-f]{4}-)7([0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{9})[0-9a-f]{3}"
REFERENCE, ADDRESS = "([2-9A-HJ-NP-TV-Z]{6,8})", "([A-Za-z0-9._+-]+)"
MARK = "l"  # in no key of a party, as it looks like 1
FOR_EVER = "9999-01-01"
DIGITS = 3  # at the end of a key, which are random
VERSION = 8  # of the copies' keys, where those of others have 7: so none has a key that another had already


@dataclass(frozen=True)
class Own:
    """What stays in texts: the keys of rows that are not copied, our addresses; and how copied references begin."""

    keys: frozenset[str]
    addresses: frozenset[str]
    prefixes: frozenset[str]

    @property
    def letters(self) -> str:
        """Those that references of what is copied begin with, as in C-7F3K9Q."""
        return "".join(sorted(prefix[0] for prefix in self.prefixes)) or "-"


class Moves:
    """Expressions over a column `original.…` and the row `copy` (tail, letters, seconds) of one engine."""

    def __init__(self, own: Own) -> None:
        self.sqlite = connection.vendor == "sqlite"
        self.own = own
        self._make_moved()

    def key(self, column: str) -> str:
        """A key: its last digits are the copy's."""
        if self.sqlite:
            return f"substr({column}, 1, 12) || '{VERSION}' || substr({column}, 14, {19 - DIGITS}) || copy.tail"
        text = f"{column}::text"
        return f"(substr({text}, 1, 14) || '{VERSION}' || substr({text}, 16, {21 - DIGITS}) || copy.tail)::uuid"

    def moment(self, column: str) -> str:
        """A time: earlier, unless it stands for never."""
        moved = f"datetime({column}, -copy.seconds || ' seconds') || substr({column}, 20)"
        if not self.sqlite:
            moved = f"{column} - copy.seconds * interval '1 second'"
        return f"CASE WHEN {column} < '{FOR_EVER}' THEN {moved} ELSE {column} END"

    def reference(self, column: str) -> str:
        """A reference such as C-7F3K9Q, if it is of something copied."""
        among = ", ".join(f"'{prefix}'" for prefix in sorted(self.own.prefixes))
        moved = f"substr({column}, 1, 2) || copy.letters || substr({column}, 3)"
        return f"CASE WHEN substr({column}, 1, 2) IN ({among}) THEN {moved} ELSE {column} END"

    def text(self, column: str, *, as_json: bool = False) -> str:
        """Any text, with what it names."""
        empty = f"CAST({column} AS text) IN ('', '[]', '{{}}')"
        moved = f"{self._moved}(CAST({column} AS text), copy.tail, copy.letters)"
        return f"CASE WHEN {empty} THEN {column} ELSE {moved}{'::jsonb' if as_json and not self.sqlite else ''} END"

    def unique(self, column: str, *, is_key: bool) -> str:
        """A text that no other row has: with the copy's letters at its end. A key stays as long as it is, and begins
        with a letter that no other key has."""
        if is_key:
            return f"'{MARK}' || substr({column}, 2, 11 - length(copy.letters)) || lower(copy.letters)"
        return f"{column} || lower(copy.letters)"

    def _make_moved(self) -> None:
        """The function that moves what a text names, for this connection."""
        self._moved = "moved" if self.sqlite else "pg_temp.moved"
        if self.sqlite:
            connection.ensure_connection()
            connection.connection.create_function("moved", 3, moving(self.own), deterministic=True)
            return
        with connection.cursor() as cursor:
            for name, told in _in_postgresql(self.own).items():
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION pg_temp.{name}(text, text, text) RETURNS text LANGUAGE sql IMMUTABLE "
                    f"AS $moved$ SELECT {told} $moved$"
                )


def _in_postgresql(own: Own) -> dict[str, str]:
    """Functions by name, the last being the whole. Our own keys are moved and put back: a regular expression that spares
    them takes ten times as long."""
    keys = f"regexp_replace($1, '{KEY}', '\\1{VERSION}\\2' || $2, 'g')"
    for key in sorted(own.keys):
        keys = f"replace({keys}, '{key[:14]}{VERSION}{key[15 : 36 - DIGITS]}' || $2, '{key}')"
    references = f"regexp_replace($1, '\\m([{own.letters}]-){REFERENCE}\\M', '\\1' || $3 || '\\2', 'g')"
    ours = "|".join(re.escape(one) for one in sorted(own.addresses)) or "-"
    addresses = f"regexp_replace($1, '\\m(?!{ours}){ADDRESS}@', '\\1-' || lower($3) || '@', 'g')"
    begins = " OR ".join(f"$1 LIKE '%{prefix}%'" for prefix in sorted(own.prefixes)) or "false"
    whole = "pg_temp.moved_addresses(pg_temp.moved_references(pg_temp.moved_keys($1, $2, $3), $2, $3), $2, $3)"
    return {
        "moved_keys": f"CASE WHEN $1 LIKE '%-7%' THEN {keys} ELSE $1 END",
        "moved_references": f"CASE WHEN {begins} THEN {references} ELSE $1 END",
        "moved_addresses": f"CASE WHEN $1 LIKE '%@%' THEN {addresses} ELSE $1 END",
        "moved": whole,
    }


def moving(own: Own) -> Callable[[str | None, str, str], str | None]:
    """The same in Python, for SQLite: a text, and the digits and letters of a copy. Called by the million."""
    keys, addresses = re.compile(KEY), re.compile(rf"(?<![\w.+-]){ADDRESS}@")
    names = {address.partition("@")[0] for address in own.addresses}
    references = re.compile(rf"\b([{own.letters}]-){REFERENCE}\b")

    def moved(text: str | None, tail: str, letters: str) -> str | None:
        if not text:
            return text
        if "-7" in text:
            text = keys.sub(lambda key: key[0] if key[0] in own.keys else f"{key[1]}{VERSION}{key[2]}{tail}", text)
        if any(prefix in text for prefix in own.prefixes):
            text = references.sub(rf"\g<1>{letters}\g<2>", text)
        if "@" in text:
            text = addresses.sub(lambda found: _address(found, names, own, letters), text)
        return text

    return moved


def _address(found: "re.Match[str]", names: set[str], own: Own, letters: str) -> str:
    ours = found[1] in names and any(found.string.startswith(address, found.start()) for address in own.addresses)
    return found[0] if ours else f"{found[1]}-{letters.lower()}@"


def expressions(model: type[models.Model], *, copied: Iterable[type[models.Model]], moves: Moves) -> dict[str, str]:
    """By column, what it is in a copy. Raises ValueError for a table whose key cannot be moved."""
    moved: dict[str, str] = {}
    among = frozenset(copied)
    for field in model._meta.concrete_fields:
        if field.generated:
            continue
        column = f'original."{field.column}"'
        told = _expression(field, column, among, moves)
        if told is None and field.unique:
            raise ValueError(f"{model._meta.label}.{field.name} is unique, and cannot be told anew.")
        moved[field.column] = told or column
    for names in _together(model):
        fields = [model._meta.get_field(name) for name in names]
        if fields and all(moved[field.column] == f'original."{field.column}"' for field in fields):
            last = [field for field in fields if isinstance(field, models.CharField) and not field.choices][-1]
            moved[last.column] = moves.unique(f'original."{last.column}"', is_key=False)
    return moved


def _expression(
    field: "models.Field[Any, Any]", column: str, copied: frozenset[type[models.Model]], moves: Moves
) -> str | None:
    """None: as it is."""
    target: Any = field
    while isinstance(target, models.ForeignKey):
        if target.remote_field.model not in copied:
            return None
        target = target.target_field
    if isinstance(target, models.UUIDField):
        return moves.key(column)
    if isinstance(field, models.DateTimeField):
        return moves.moment(column)
    if isinstance(field, models.JSONField):
        return moves.text(column, as_json=True)
    if field.column == "ref" or field.column in REFERRING:
        return moves.reference(column)
    if field.column in NAMING:
        return moves.text(column)
    if field.unique and isinstance(field, models.CharField):
        return moves.unique(column, is_key=field.column == "key")
    return None


def _together(model: type[models.Model]) -> list[tuple[str, ...]]:
    """What is unique together, as far as it is told by names."""
    constraints = [each for each in model._meta.constraints if isinstance(each, models.UniqueConstraint)]
    return [tuple(each.fields) for each in constraints if each.fields and each.condition is None]
