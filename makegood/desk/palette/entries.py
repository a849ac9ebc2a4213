"""Where a person may want to go that stands on no page of theirs. Reads only."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from makegood.cases.models import Case, SavedView, Seen, Shelf
from makegood.desk import inbox
from makegood.staff import settings_index
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, may

RECENT = 10


@dataclass(frozen=True)
class Entry:
    """One line: what it is called, of what kind it is, more words that find it, where it leads, and whether it stands first
    before anything is typed."""

    name: str
    kind: str
    also: str
    url: str
    is_first: bool = False


def of(user: User) -> list[Entry]:
    """Cases read last, views, then settings, as far as this person may see them."""
    return [*(_cases(user) + _views(user) if may(user, WORK_CASES) else []), *_settings(user)]


def _cases(user: User) -> list[Entry]:
    """Read last, newest first: one question. Not what lies among the deleted or became part of another case: it leads
    nowhere."""
    cases = Case.objects.visible_to(user).exclude(shelf__in=(Shelf.DELETED, Shelf.MERGED))
    seen = Seen.objects.filter(staff=user, case__in=cases).order_by("-at", "-id")
    columns = seen.values_list("case__ref", "case__subject", "case__customer__name")[:RECENT]
    kind = _("Read lately")
    return [
        Entry(subject or ref, kind, f"{ref} {customer}".strip(), reverse("case", args=[ref]), is_first=True)
        for ref, subject, customer in columns
    ]


def _views(user: User) -> list[Entry]:
    kind = pgettext("of cases", "View")
    standing = [(str(view.label), view.key) for view in inbox.VIEWS.values() if may(user, view.ability)]
    saved = [(view.name, view.key) for view in SavedView.objects.visible_to(user)]
    return [Entry(name, kind, "", reverse("inbox-view", args=[key])) for name, key in standing + saved]


def _settings(user: User) -> list[Entry]:
    kind = _("Settings")
    return [Entry(str(card.label), kind, str(card.told), card.url) for card in settings_index.shown_to(user)]
