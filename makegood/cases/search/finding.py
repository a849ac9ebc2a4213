"""Asking the index: the newest matches first, among what a person may see."""

import dataclasses
import uuid
from collections.abc import Callable, Collection

from django.db.models import Exists, OuterRef, Q

from makegood.cases.models import Case, ListedCase, Shelf
from makegood.cases.models.among import Among
from makegood.cases.models.case import CaseQuerySet
from makegood.cases.search import tokens
from makegood.cases.search.matching import Matches

# Looked at together where few may be left of those that match; then so many times as many as should do by what was left, and
# no more than so many times as many as were looked at.
SIFTED, AMPLE, GROWN = 100, 1.5, 5
# A page on which something stands ends when so many were looked at; an empty one goes on as far as it may.
ENOUGH = 2_000
BEHIND = "~"


@dataclasses.dataclass(frozen=True)
class Such:
    """Other conditions: what they leave of cases; and, where they leave few of all there are, the keys of these."""

    fitting: Callable[[CaseQuerySet], CaseQuerySet]
    few: Collection[uuid.UUID] | None = None


@dataclasses.dataclass(frozen=True)
class Result:
    """Cases of one page, and where the next begins ("" at the end). `is_cut`: enough was looked at before the page was
    full; the next looks at older words, in which a case of this one may be found again."""

    cases: list[ListedCase]
    next: str
    is_cut: bool = False


def find(visible: CaseQuerySet, query: str, *, after: str = "", most: int = 50, such: Such | None = None) -> Result:
    """Cases in which every word of the query occurs, in one of its forms; newest words first. `such`: and what
    else they must be."""
    groups = tokens.of_query(query)
    if not groups:
        return Result([], "")
    begun, behind = _begun(after)
    matches = Matches(groups, behind=behind, few=_parts(such))
    shown: dict[uuid.UUID, None] = {}
    told = _told(matches.before(begun)) if begun else frozenset()
    seen = visible.exclude(shelf=Shelf.DELETED)
    at = begun
    size = least = most if such is None else SIFTED
    # What this person may not see is left out part by part, so that a page is full while there are more.
    while size and len(shown) < most and (part := matches.part(at, size)):
        fitting = _fitting(seen, part, such)
        for key in part:
            at += 1
            if key in fitting and fitting[key] not in told:
                shown[fitting[key]] = None
            if len(shown) == most:
                break
        size = _next_size(least, looked_at=at - begun, found=len(shown), wanted=most - len(shown))
    listed = {case.pk: case for case in seen.filter(pk__in=list(shown)).listed()}
    cases = [listed[key] for key in shown if key in listed]
    if matches.part(at, 1):
        following = f"{at}{BEHIND}{behind}"
    else:
        further = matches.end()
        following = f"0{BEHIND}{further}" if further else ""
    return Result(cases, following, is_cut=bool(following) and len(shown) < most)


def _next_size(least: int, *, looked_at: int, found: int, wanted: int) -> int:
    """How many matches are looked at next; 0: enough was."""
    size = max(least, min(round(AMPLE * wanted * looked_at / max(1, found)), GROWN * looked_at))
    return min(size, ENOUGH - looked_at) if looked_at < ENOUGH else 0 if found else size


def _begun(after: str) -> tuple[int, str]:
    """Of a page that follows another how many of the matches were looked at, and behind which place these begin."""
    number, _sign, behind = after.partition(BEHIND)
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0, behind


def _parts(such: Such | None) -> list[uuid.UUID] | None:
    """The keys of few cases, and of all that was merged into these, as their words lie where they were said."""
    if such is None or such.few is None:
        return None
    return list(Case.objects.parts_of(such.few).order_by().values_list("pk", flat=True))


def _fitting(seen: CaseQuerySet, part: list[uuid.UUID], such: Such | None) -> dict[uuid.UUID, uuid.UUID]:
    """Of each key of a case that fits the case that it is part of now: itself, or what it was merged into, fit or not by
    itself."""
    fits = Exists((seen if such is None else such.fitting(seen)).filter(pk=OuterRef("pk")))
    # What was merged is no case of its own any more: whoever may see what it became finds its words there.
    asked = Case.objects.filter(fits | Q(merged_into__isnull=False), Among("pk", part))
    found = dict(asked.order_by().values_list("pk", "merged_into"))
    merged = {key: into for key, into in found.items() if into is not None}
    if not merged:
        return {key: key for key in found}
    ends = _ends(merged)
    known = seen.filter(Among("pk", set(ends.values())))
    fit = set((known if such is None else such.fitting(known)).order_by().values_list("pk", flat=True))
    whole = {key: key for key in found.keys() - merged.keys()}
    return whole | {key: end for key, end in ends.items() if end in fit}


def _told(keys: list[uuid.UUID]) -> frozenset[uuid.UUID]:
    """The cases that pages before this one told of, if they fit, where they looked at these."""
    merged = Case.objects.filter(Among("pk", keys), merged_into__isnull=False).order_by()
    into = {key: end for key, end in merged.values_list("pk", "merged_into") if end is not None}
    return frozenset(keys) | frozenset(_ends(into).values())


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
