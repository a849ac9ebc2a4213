"""Rows that several verbs of tags write."""

import datetime as dt
import unicodedata
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.cases.models import LONGEST_TAG, Case, Tag, Tagging, fold_tag
from makegood.cases.tag_events import CaseTagged
from makegood.events.actions import record
from makegood.events.refusals import Refusal
from makegood.staff.models import User

MOST_ON_A_CASE = 30
PARTING = ',"'  # what parts one name from the next where several are written in a line


def checked_name(name: str) -> str:
    """A name as it is kept. Raises Refusal."""
    name = " ".join(name.split())
    if not fold_tag(name):
        raise Refusal(_("A tag needs a name."), field="name")
    if len(name) > LONGEST_TAG or len(unicodedata.normalize("NFKC", name).casefold()) > LONGEST_TAG:
        told = ngettext(
            "A tag has at most %(most)d letter.", "A tag has at most %(most)d letters.", LONGEST_TAG
        )  # fmt: skip
        raise Refusal(told % {"most": LONGEST_TAG}, field="name")
    if any(letter in PARTING or not letter.isprintable() for letter in name):
        raise Refusal(_("A tag is written without commas and quotation marks."), field="name")
    return name


def check(names: Iterable[str]) -> None:
    """Raises Refusal where no case could bear tags of these names."""
    if len({fold_tag(checked_name(name)) for name in names}) > MOST_ON_A_CASE:
        raise _too_many()


def _too_many() -> Refusal:
    told = ngettext("A case has at most %(most)d tag.", "A case has at most %(most)d tags.", MOST_ON_A_CASE)
    return Refusal(told % {"most": MOST_ON_A_CASE})


def put(case: Case, tags: Iterable[Tag], *, by: User, at: dt.datetime) -> list[Tag]:
    """Tags that a case has not yet, with an event each; those that came. Part of the verb that holds the case. Raises
    Refusal."""
    borne = set(Tagging.objects.filter(case=case).values_list("tag", flat=True))
    new = [tag for tag in {tag.pk: tag for tag in tags}.values() if tag.pk not in borne]
    if new and len(borne) + len(new) > MOST_ON_A_CASE:
        raise _too_many()
    Tagging.objects.bulk_create(Tagging(case=case, tag=tag, at=at, by=by) for tag in new)
    for tag in new:
        facets = case.facets | {"tag": str(tag.pk)}
        record(CaseTagged(tag=str(tag.pk)), about=case.ref, at=at, by=by.key, facets=facets)
    return new


def carry(source: Case, target: Case, *, by: User, at: dt.datetime) -> list[str]:
    """What one case bears, the other bears, too, as far as it finds room there; the keys of the tags that came. Part of
    the verb that holds both."""
    borne = set(Tagging.objects.filter(case=target).values_list("tag", flat=True))
    found = Tagging.objects.shown().filter(case=source).exclude(tag__in=borne).select_related("tag__merged_into")
    tags = [one.tag.present for one in found.order_by("tag__key")]
    return [str(tag.pk) for tag in put(target, tags[: max(MOST_ON_A_CASE - len(borne), 0)], by=by, at=at)]


def carry_back(target: Case, tags: Iterable[str]) -> None:
    """What came with another case goes with it again. Part of the verb that parts them."""
    Tagging.objects.filter(case=target, tag__in=list(tags)).delete()
