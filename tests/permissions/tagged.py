"""A tag, a kind with its form and a field in the house of the permissions, on the case about the refund, a view of Bea's that holds what bears it, and what
she did to many cases."""

import datetime as dt
from typing import Any

from django.utils import timezone

from makegood.cases.actions import bulk, fields, kinds, public_forms, tags, viewing
from makegood.cases.actions.fields import Look as FieldLook
from makegood.cases.actions.viewing import Look
from makegood.cases.models import Bulk, Case, Deed, Field, FieldType, Kind, SavedView, Tag
from makegood.staff.models import User

TAG = ("tag", "tag-merging", "tag-removal")
KIND = ("kind", "kind-form", "kind-place", "kind-retirement")
FIELD = ("field", "field-place", "field-retirement")
VIEW = ("saved-view", "saved-view-place", "saved-view-deletion")


def build(case: Case, bea: User, *, at: dt.datetime) -> Tag:
    """The tag."""
    tag = tags.put_on(case, ["Harbour"], by=bea, at=at)[0]
    look = Look(name="About the bank", text="tag:harbour", sort="newest", columns=("owner",))
    viewing.save_view(None, look, by=bea, at=at)
    complaint = kinds.add("Complaint", names={}, by=bea, at=at)
    kinds.choose(case, complaint, by=bea, at=at)
    public_forms.keep(complaint, public_forms.Look("A complaint", is_offered=True), by=bea, at=at)
    fields.add(FieldLook("Serial number", FieldType.TEXT), by=bea, at=at)
    many = bulk.begin(bulk.Wanted(Deed.TAG, words="Pier"), [case.pk], by=bea, at=timezone.now())
    bulk.do_some(many, at=at)
    return tag


def addresses(tag: Tag) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    view, many = SavedView.objects.get(), Bulk.objects.get()
    acts = {"inbox-bulk": {"key": "all"}, "bulk": {"key": many.pk}, "bulk-undo": {"key": many.pk}}
    kind, field = Kind.objects.get(), Field.objects.get()
    acts |= {name: {"key": kind.pk} for name in KIND} | {name: {"key": field.pk} for name in FIELD}
    acts["brand-ask-kind"] = {"kind": kind.slug}
    return acts | {name: {"key": tag.pk} for name in TAG} | {name: {"key": view.pk} for name in VIEW}
