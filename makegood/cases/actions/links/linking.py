"""Two cases are linked, and the link is taken off. Both tell of it."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases import link_events as events
from makegood.cases.actions import rows
from makegood.cases.models import Case, Link, Way
from makegood.cases.models.links import KEPT
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User

MOST = 100  # links of one case
DEEPEST = 20  # parents above each other


@verb
def link(case: Case, *, way: Way, other: Case, by: User, at: dt.datetime) -> Link:
    """Say how a case stands to another. Said again, also from the other side, it stays. Raises Refusal."""
    case, other = _both(case, other)
    here, there = _ends(case, way, other)
    kept = way if way in KEPT else way.mirror
    standing = Link.objects.standing().between(here, there).first()
    if standing is not None and standing.way == kept and standing.case_id == here.pk:
        return standing
    if standing is not None:
        raise Refusal(_("These two are linked already. Take that link off first."), field="to")
    for end in (here, there):
        if Link.objects.standing().of_case(end).count() >= MOST:
            raise Refusal(_("One case has at most %(most)d links.") % {"most": MOST}, field="to")
    if kept == Way.CHILD_OF:
        _check_family(here, there)
    made = Link(case=here, other=there, way=kept, by=by, at=at)
    made.save(force_insert=True)
    _record(events.CaseLinked, made, by=by, at=at)
    return made


@verb
def unlink(link: Link, *, by: User, at: dt.datetime) -> None:
    """Take a link off. Said twice, it is once."""
    if Link.objects.standing().filter(pk=link.pk).update(ended_by=by, ended_at=at):
        _record(events.CaseUnlinked, link, by=by, at=at)


def _both(case: Case, other: Case) -> tuple[Case, Case]:
    """Both as they stand now, held, always in the same order, so that two who link at once never wait for each other."""
    held = {one.pk: rows.lock(one) for one in sorted((case, other), key=lambda one: one.pk)}
    found = held[case.pk], held[other.pk]
    if found[0].pk == found[1].pk:
        raise Refusal(_("That is this case itself."), field="to")
    return found


def _ends(case: Case, way: Way, other: Case) -> tuple[Case, Case]:
    """Where a link begins and ends; of two that are related, the older one first."""
    if way == Way.RELATED:
        return (case, other) if case.pk < other.pk else (other, case)
    return (case, other) if way in KEPT else (other, case)


def _check_family(child: Case, parent: Case) -> None:
    """One parent, and nobody is their own ancestor."""
    if _parent_of(child) is not None:
        raise Refusal(_("%(ref)s has a parent already.") % {"ref": child.ref}, field="to")
    above = parent
    for _step in range(DEEPEST):
        higher = _parent_of(above)
        if higher is None:
            return
        if higher.pk == child.pk:
            break
        above = higher
    raise Refusal(_("Then a case would be its own parent."), field="to")


def _parent_of(case: Case) -> Case | None:
    parts = Case.objects.part_of(case).values("pk")
    found = Link.objects.standing().filter(case__in=parts, way=Way.CHILD_OF).select_related("other").first()
    return found.other.present if found else None


def _record(fact: Any, link: Link, *, by: User, at: dt.datetime) -> None:
    """Each side hears it of the other. One that was merged tells of it where it is read now."""
    here, there, way = link.case.present, link.other.present, Way(link.way)
    for case, other, seen in ((here, there, way), (there, here, way.mirror)):
        record(fact(other=other.ref, way=seen.value), about=case.ref, at=at, by=by.key, facets=case.facets)
