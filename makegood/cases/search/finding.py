"""Asking the index: the newest matches first, among what a person may see."""

import dataclasses
import uuid
from collections.abc import Callable

from makegood.cases.models import Case, ListedCase, Shelf
from makegood.cases.models.case import CaseQuerySet
from makegood.cases.search import tokens
from makegood.cases.search.matching import NEWEST, Matches

# Looked at together where few may be left of those that match, and how many times as many when too few were.
SIFTED, FURTHER = 400, 8
Sift = Callable[[CaseQuerySet], CaseQuerySet]


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
    matches = Matches(groups)
    at = int(after) if after.isascii() and after.isdigit() and len(after) < 6 else 0
    shown: dict[uuid.UUID, None] = {}
    seen = visible.exclude(shelf=Shelf.DELETED)
    size = most if such is None else SIFTED
    # What this person may not see is left out part by part, so that a page is full while there are more.
    while len(shown) < most and (part := matches.part(at, size)):
        size = min(size * FURTHER, NEWEST)
        present = _present(seen, part)
        fit = set(present.values())
        if such is not None or fit - present.keys():
            found = seen.filter(pk__in=fit)
            fit = set((found if such is None else such(found)).order_by().values_list("pk", flat=True))
        for key in part:
            at += 1
            case = present.get(key)
            if case is not None and case in fit:
                shown[case] = None
            if len(shown) == most:
                break
    listed = {case.pk: case for case in seen.filter(pk__in=list(shown)).listed()}
    return Result([listed[key] for key in shown if key in listed], str(at) if matches.part(at, 1) else "")


def _present(seen: CaseQuerySet, part: list[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """Of each key of a case that may be seen the case that it is part of now: itself, or what it was merged into."""
    into: dict[uuid.UUID, uuid.UUID | None] = dict(seen.filter(pk__in=part).order_by().values_list("pk", "merged_into"))
    keys, more = list(into), {key for key in into.values() if key is not None} - into.keys()
    while more:
        into |= dict(Case.objects.filter(pk__in=more).order_by().values_list("pk", "merged_into"))
        more = {key for key in into.values() if key is not None} - into.keys()
    return {key: _end(into, key) for key in keys}


def _end(into: dict[uuid.UUID, uuid.UUID | None], key: uuid.UUID) -> uuid.UUID:
    while (further := into[key]) is not None:
        key = further
    return key
