"""The list of tags: renamed, merged, removed. What a tag was on follows at once; its rows are tidied in slices."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.cases.actions.tags.rows import checked_name
from makegood.cases.models import Tag, Tagging, fold_tag
from makegood.cases.tag_events import TagMerged, TagRemoved, TagRenamed
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User

SLICE = 500  # rows in one transaction


@verb
def rename(tag: Tag, name: str, *, by: User, at: dt.datetime) -> Tag:
    """Call it otherwise, on all cases at once. Raises Refusal when the name is taken."""
    name, held = checked_name(name), _hold(tag)
    holder = Tag.objects.filter(removed_at=None, key=fold_tag(name)).exclude(pk=held.pk).first()
    if holder is not None and holder.merged_into_id == held.pk:
        told = _("“%(name)s” leads to this tag already, as it was merged into it.")
        raise Refusal(told % {"name": holder.name}, field="name")
    if holder is not None:
        told = _("There is a tag called “%(name)s” already. Merge this one into it.")
        raise Refusal(told % {"name": holder.present.name}, field="name")
    if name != held.name:
        held.name, held.key = name, fold_tag(name)
        held.save(update_fields=["name", "key"])
        record(TagRenamed(tag=str(held.pk)), about="", at=at, by=by.key)
    return held


@verb
def merge(tag: Tag, *, into: Tag, by: User, at: dt.datetime) -> Tag:
    """Make two tags one: what either was on has the other now. The old name goes on being understood. Raises Refusal."""
    first, second = sorted((tag, into), key=lambda one: one.pk)
    held = {one.pk: _hold(one) for one in (first, second)}
    source, target = held[tag.pk], held[into.pk]
    if source.pk == target.pk:
        raise Refusal(_("A tag cannot be merged into itself."), field="into")
    Tag.objects.filter(merged_into=source).update(merged_into=target)
    source.merged_into = target
    source.save(update_fields=["merged_into"])
    record(TagMerged(tag=str(source.pk), into=str(target.pk)), about="", at=at, by=by.key)
    return target


@verb
def remove(tag: Tag, *, by: User, at: dt.datetime) -> None:
    """Take it off all cases, for good, with the names that lead to it. Removed before, nothing is left to do."""
    names = Tag.objects.same_as(tag).filter(removed_at=None)
    if names.update(removed_at=at):
        record(TagRemoved(tag=str(tag.pk)), about="", at=at, by=by.key)


@verb
def _tidy(at: dt.datetime) -> int:
    some = list(Tagging.objects.to_tidy().select_related("tag").select_for_update(of=("self",))[:SLICE])
    carried = [(one, one.tag.merged_into_id) for one in some if one.tag.removed_at is None]
    Tagging.objects.bulk_create(
        [Tagging(case_id=one.case_id, tag_id=into, at=one.at, by_id=one.by_id) for one, into in carried if into],
        ignore_conflicts=True,
    )
    Tagging.objects.filter(pk__in=[one.pk for one in some]).delete()
    return len(some)


def tidy(*, at: dt.datetime) -> int:
    """Some of the rows of tags that were merged or removed; how many. Asked without a transaction first, as a look at
    nothing must not take SQLite's write lock."""
    return _tidy(at) if Tagging.objects.to_tidy().exists() else 0


def _hold(tag: Tag) -> Tag:
    held = Tag.objects.select_for_update(of=("self",)).filter(pk=tag.pk, removed_at=None, merged_into=None).first()
    if held is None:
        raise Refusal(_("This tag is not there any more."))
    return held
