"""Asking the index: the newest matches first, among what a person may see."""

import dataclasses
import uuid
from collections.abc import Callable

from django.db import connection

from makegood.cases.models import Case, ListedCase, Shelf
from makegood.cases.models.case import CaseQuerySet
from makegood.cases.search import tokens

# A common word matches half of everything: only its newest matches are looked at.
NEWEST = 2_000
SIFTED = 400  # looked at together, where further conditions leave few
Sift = Callable[[CaseQuerySet], CaseQuerySet]

SQLITE = "SELECT case_id FROM cases_search WHERE cases_search MATCH %s ORDER BY rowid DESC LIMIT %s"
# The match stands apart, or PostgreSQL walks the newest rows one by one for a rare word.
POSTGRESQL = """WITH matched AS MATERIALIZED (SELECT case_id, at FROM cases_search WHERE tokens @@ %s::tsquery LIMIT 50000)
SELECT case_id FROM matched ORDER BY at DESC LIMIT %s"""


@dataclasses.dataclass(frozen=True)
class Result:
    """Cases of one page, and where the next begins ("" at the end)."""

    cases: list[ListedCase]
    next: str


def find(visible: CaseQuerySet, query: str, *, after: str = "", most: int = 50, such: Sift | None = None) -> Result:
    """Cases in which every word of the query occurs, in one of its forms; newest words first. `such` leaves of cases
    those that other conditions leave, too."""
    groups = tokens.of_query(query)
    if not groups:
        return Result([], "")
    keys = _matches(groups)
    offset = int(after) if after.isascii() and after.isdigit() and len(after) < 6 else 0
    shown: list[ListedCase] = []
    at = offset
    # What this person may not see is left out page by page, so that a page is full while there are more.
    while at < len(keys) and len(shown) < most:
        part = keys[at : at + (most if such is None else SIFTED)]
        found = {case.pk: case for case in visible.filter(pk__in=part).exclude(shelf=Shelf.DELETED).listed()}
        merged = [case.pk for case in found.values() if case.merged_into is not None]
        joined = {case.pk: case.present.pk for case in Case.objects.filter(pk__in=merged)} if merged else {}
        if joined:
            into = visible.filter(pk__in=joined.values()).exclude(shelf=Shelf.DELETED)
            found |= {case.pk: case for case in into.listed()}
        if such is not None:
            fit = set(such(visible.filter(pk__in=found)).values_list("pk", flat=True))
            found = {key: case for key, case in found.items() if key in fit}
        for key in part:
            at += 1
            case = found.get(joined.get(key, key))
            if case is not None and case not in shown:
                shown.append(case)
            if len(shown) == most:
                break
    return Result(shown, str(at) if at < len(keys) else "")


def _matches(groups: list[list[str]]) -> list[uuid.UUID]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            asked = " ".join("(" + " OR ".join(f'"{form}"' for form in group) + ")" for group in groups)
            cursor.execute(SQLITE, [asked.replace(") (", ") AND ("), NEWEST])
        else:
            asked = " & ".join("(" + " | ".join(f"'{form}'" for form in group) + ")" for group in groups)
            cursor.execute(POSTGRESQL, [asked, NEWEST])
        rows = cursor.fetchall()
    return list(dict.fromkeys(uuid.UUID(str(row[0])) for row in rows))
