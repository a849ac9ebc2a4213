"""Tags on a case."""

import datetime as dt
from collections.abc import Iterable

from makegood.cases.actions import rows as cases
from makegood.cases.actions.tags import rows
from makegood.cases.models import Case, Tag, Tagging, fold_tag
from makegood.cases.tag_events import CaseUntagged
from makegood.events.actions import record, verb
from makegood.staff.models import User


@verb
def put_on(case: Case, names: Iterable[str], *, by: User, at: dt.datetime) -> list[Tag]:
    """Put tags on a case; those that it has already stay. A name that no tag has is a new tag. The tags that came.
    Raises Refusal for a name that is none, and where a case would have too many."""
    case = cases.lock(case, alone=True)
    tags = [_called(rows.checked_name(name)) for name in names]
    return rows.put(case, tags, by=by, at=at)


@verb
def take_off(case: Case, names: Iterable[str], *, by: User, at: dt.datetime) -> list[Tag]:
    """Take tags off a case, by their names; what it has not is passed over. The tags that went."""
    case = cases.lock(case, alone=True)
    tags = {tag.pk: tag for name in names if (tag := Tag.objects.called(name)) is not None}
    gone = []
    for tag in tags.values():
        if not Tagging.objects.filter(case=case, tag__in=Tag.objects.same_as(tag)).delete()[0]:
            continue
        facets = case.facets | {"tag": str(tag.pk)}
        record(CaseUntagged(tag=str(tag.pk)), about=case.ref, at=at, by=by.key, facets=facets)
        gone.append(tag)
    return gone


def _called(name: str) -> Tag:
    tag, _is_new = Tag.objects.select_related("merged_into").get_or_create(
        key=fold_tag(name), removed_at=None, defaults={"name": name}
    )
    return tag.present
