"""Asking the index: the newest matches first, among what a person may see."""

import dataclasses
import uuid
from collections.abc import Callable, Mapping

from makegood.cases.models import Case, ListedCase, Shelf
from makegood.cases.models.case import CaseQuerySet
from makegood.cases.search import tokens
from makegood.cases.search.matching import NEWEST, Matches

# Looked at together where few may be left of those that match; and how many times as many as should do, by what was left.
SIFTED, AMPLE = 400, 1.5
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
        fitting = _fitting(seen, part, such)
        for key in part:
            at += 1
            if key in fitting:
                shown[fitting[key]] = None
            if len(shown) == most:
                break
        if such is not None:
            size = min(max(SIFTED, round(AMPLE * (most - len(shown)) * at / max(1, len(shown)))), NEWEST)
    listed = {case.pk: case for case in seen.filter(pk__in=list(shown)).listed()}
    return Result([listed[key] for key in shown if key in listed], str(at) if matches.part(at, 1) else "")


def _fitting(seen: CaseQuerySet, part: list[uuid.UUID], such: Sift | None) -> dict[uuid.UUID, uuid.UUID]:
    """Of each key of a case that fits the case that it is part of now: itself, or what it was merged into."""
    fit = _fit(seen, part, such)
    # What was merged need not fit by itself.
    merged = _parts(fit if such is None else _fit(seen.exclude(merged_into=None), part, None))
    if not merged:
        return {key: key for key in fit}
    ends = _ends(merged)
    fit |= _fit(seen, list(set(ends.values())), such)
    into = {key: ends.get(key, key) for key in fit.keys() | ends.keys()}
    return {key: end for key, end in into.items() if end in fit}


def _fit(seen: CaseQuerySet, keys: list[uuid.UUID], such: Sift | None) -> dict[uuid.UUID, uuid.UUID | None]:
    """Those of these cases that fit, and what each was merged into."""
    found = seen.filter(pk__in=keys)
    return dict((found if such is None else such(found)).order_by().values_list("pk", "merged_into"))


def _parts(cases: Mapping[uuid.UUID, uuid.UUID | None]) -> dict[uuid.UUID, uuid.UUID]:
    return {key: into for key, into in cases.items() if into is not None}


def _ends(into: dict[uuid.UUID, uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """Where those lead that were merged, one step or many."""
    steps: dict[uuid.UUID, uuid.UUID | None] = dict(into)
    while more := {key for key in steps.values() if key is not None} - steps.keys():
        steps |= dict(Case.objects.filter(pk__in=more).order_by().values_list("pk", "merged_into"))
    return {key: _end(steps, key) for key in into}


def _end(into: dict[uuid.UUID, uuid.UUID | None], key: uuid.UUID) -> uuid.UUID:
    while (further := into[key]) is not None:
        key = further
    return key
