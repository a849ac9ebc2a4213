"""A case as a row of a list: its words, and how they are written."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from html import escape
from typing import NamedTuple, TypedDict

from django.db.models import BooleanField, CharField, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from makegood.cases.models import CaseState, Handover, ListedCase, Presence, Seen
from makegood.cases.models.case import NOTHING_DUE
from makegood.cases.models.own_words import own_name
from makegood.cases.models.tag_names import apart
from makegood.customers.models import ContactPoint
from makegood.desk import channels
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User
from makegood.ui.addresses import address
from makegood.ui.templatetags.ui import clock, icon, when

SOON = dt.timedelta(hours=1)
# What a view may leave out.
COLUMNS: dict[str, str | Promise] = {
    "customer": gettext_lazy("Customer"),
    "channel": gettext_lazy("Channel"),
    "owner": gettext_lazy("Owner"),
    "kind": pgettext_lazy("of a case", "Kind"),
    "tags": gettext_lazy("Tags"),
}
NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
NOBODY = (Value("", output_field=CharField()), Value(False, output_field=BooleanField()))
# When this person has read each case, and who else is there now, in one question.
SEEN = PreparedQuery(
    lambda staff, cases, now: (
        Seen.objects.filter(staff=staff, case__in=cases)
        .values_list("case_id", "at", *NOBODY)
        .union(
            Presence.objects.now(now)
            .filter(case__in=cases)
            .exclude(staff=staff)
            .values_list("case_id", "until", "staff__name", "is_writing"),
            all=True,
        )
    )
)
OFFERED = PreparedQuery(lambda cases: Handover.objects.waiting().filter(case__in=cases).values_list("case_id", "pk"))
NAMED = PreparedQuery(
    lambda customers: (
        ContactPoint.objects.filter(customer__ref__in=customers, kind=ContactPoint.Kind.EMAIL)
        .order_by("-pk")
        .values_list("customer__ref", "value")
    )
)


Here = tuple[str, bool]  # a name, and whether they write


class Row(TypedDict):
    """What a row shows. `owner`, `news`, `state` and `accept`, where the case is accepted, may be empty; `soon`: from when
    its clock counts as soon; `returns`: when a snoozed one comes back; `here`: the others who have it open, and whether they
    write."""

    ref: str
    url: str
    subject: str
    customer: str
    channel: str
    owner: str
    asked: bool
    news: str
    state: str
    unread: bool
    due: dt.datetime | None
    soon: dt.datetime | None
    accept: str
    returns: dt.datetime | None
    kind: str
    tags: list[str]
    fields: list[str]
    here: list[Here]


def of(cases: list[ListedCase], user: User) -> list[Row]:
    """Cases as rows, with what this person has read of them in one query."""
    seen, here = _seen(cases, user)
    called = {code: channels.name(code) for code in {case.channel for case in cases}}
    standing = {code: str(CaseState(code).label) for code in {case.state for case in cases}}
    addresses = _addresses({case.customer_ref for case in cases if not case.customer_name})
    pages = address("case", "-").removesuffix("-")
    return [
        Row(
            ref=case.ref,
            url=pages + case.ref,
            subject=case.subject or case.ref,
            customer=case.customer_name or addresses.get(case.customer_ref, case.customer_ref),
            channel=called[case.channel],
            owner=case.owner or "",
            asked=case.asked_at is not None,
            news=_news(case, seen.get(case.pk, NEVER)),
            state="" if due else standing[case.state],
            unread=seen.get(case.pk, NEVER) < (case.last_from_customer_at or NEVER),
            due=due,
            soon=due - SOON if due else None,
            accept="",
            returns=case.returns_at,
            kind=own_name(case.kind, case.kind_names) if case.kind else "",
            tags=apart(case.tags),
            fields=[],
            here=here.get(case.pk, []),
        )
        for case in cases
        for due in [case.next_due_at if case.next_due_at < NOTHING_DUE else None]
    ]


def _seen(cases: list[ListedCase], user: User) -> tuple[dict[uuid.UUID, dt.datetime], dict[uuid.UUID, list[Here]]]:
    """When this person has read each, and who else has it open."""
    seen: dict[uuid.UUID, dt.datetime] = {}
    here: dict[uuid.UUID, list[Here]] = {}
    for case, at, name, writes in SEEN(staff=user.pk, cases=[case.pk for case in cases], now=timezone.now()):
        if name:
            here.setdefault(case, []).append((name, bool(writes)))
        else:
            seen[case] = at
    return seen, here


def offered(shown: list[Row], cases: list[ListedCase]) -> list[Row]:
    """Rows of cases that are offered to whoever looks, with where each is accepted; one query more."""
    waiting = dict(OFFERED(cases=[case.pk for case in cases])) if cases else {}
    for row, case in zip(shown, cases, strict=True):
        if case.pk in waiting:
            row["accept"] = reverse("handover-acceptance", args=[case.ref, waiting[case.pk]])
    return shown


def _addresses(nameless: set[str]) -> dict[str, str]:
    """By what customers without a name are known, in one query where there are any."""
    return dict(NAMED(customers=list(nameless))) if nameless else {}


def written(
    rows: Iterable[Row],
    *,
    name: str,
    within: str = "",
    here: str = "",
    token: str = "",
    columns: Collection[str] = COLUMNS,
    ticks: str = "",
    chosen: Collection[str] = (),
) -> SafeString:
    """Rows as HTML, each a link to its case in a list item called `name` and its reference. `within` stands behind the
    address, `here` is the reference of the case that the page shows; with the `token` of a form, what is offered can be
    accepted. Of the COLUMNS they show these. Each can be ticked for the form `ticks`; those `chosen`, by reference, are.

    Made here and not from a template, as a list has fifty: a template would take a quarter of the page's time.
    """
    words = _Words(_hidden(_("unread")), _hidden(_("without owner")), escape(within), columns)
    items = (
        f'<li id="{name}-{escape(row["ref"])}">{_tick(row, ticks, is_chosen=row["ref"] in chosen)}{_link(row, words, is_here=row["ref"] == here)}'
        f"{_accept(row, token, words.behind) if token and row['accept'] else ''}</li>\n"
        for row in rows
    )
    return SafeString("".join(items))


class _Words(NamedTuple):
    """What every row of a list says alike, as HTML."""

    unread: str
    unowned: str
    behind: str
    columns: Collection[str]


def _link(row: Row, words: _Words, *, is_here: bool) -> str:
    current = ' aria-current="true"' if is_here else ""
    marked, unread = (" data-unread", words.unread) if row["unread"] else ("", "")
    tag = "em" if row["asked"] else "span"
    news = f" <{tag}>{escape(row['news'])}</{tag}>" if row["news"] else ""
    news += "".join(_here(name, is_writing=is_writing) for name, is_writing in row["here"])
    owner = (escape(row["owner"]) or words.unowned) if "owner" in words.columns else ""
    who = f'<span dir="auto">{escape(row["customer"])}</span> ' if "customer" in words.columns else ""
    channel = f"<span>{escape(row['channel'])}</span>" if "channel" in words.columns else ""
    kind = f' <span dir="auto">{escape(row["kind"])}</span>' if row["kind"] and "kind" in words.columns else ""
    tags = _tags(row["tags"] if "tags" in words.columns else [], row["fields"])
    due = _clock(row)
    return (
        f'<a class="case-row" href="{escape(row["url"])}{words.behind}"{current}{marked}>'
        f'<span class="case-row__subject" dir="auto" data-name>{escape(row["subject"])}</span>{unread}'
        f'<span class="case-row__who">{who}{channel}{kind}{news}</span>'
        f'<span class="case-row__owner">{owner}</span>{due}{tags}</a>'
    )


def _here(name: str, *, is_writing: bool) -> str:
    """A mark with a name: somebody else has the case open."""
    told = _("%(name)s is writing in it") if is_writing else _("%(name)s has it open")
    state = ' data-state="writing"' if is_writing else ""
    mark, words, first = icon("note" if is_writing else "person"), told % {"name": name}, name.split(" ", maxsplit=1)[0]
    return (
        f' <span class="case-row__here"{state} title="{escape(words)}">{mark} <span aria-hidden="true">{escape(first)}</span>'
        f"{_hidden(words)}</span>"
    )


def _clock(row: Row) -> str:
    """What stands at the end of a row: when it comes back, when its promise falls due, or how it stands."""
    if row["returns"]:
        return f'<span class="clock" data-state="paused">{_hidden(_("Comes back"))} {when(row["returns"])}</span>'
    if row["due"]:
        return clock(row["due"], "open", row["soon"])
    return f'<span class="clock">{escape(row["state"])}</span>'


def _tick(row: Row, form: str, *, is_chosen: bool) -> str:
    if not form:
        return ""
    said = escape(_("Choose: %(subject)s") % {"subject": row["subject"]})
    return (
        f'<input type="checkbox" class="case-row__tick" form="{form}" name="case" value="{escape(row["ref"])}"'
        f' autocomplete="off" aria-label="{said}"{" checked" if is_chosen else ""}>'
    )


def _tags(names: list[str], fields: list[str]) -> str:
    if not names and not fields:
        return ""
    told = "".join(f'<span dir="auto">{escape(one)}</span> ' for one in fields)
    listed = " ".join(f'<span class="tag" dir="auto">{escape(name)}</span>' for name in names)
    marked = f"{_hidden(_('tags:'))} {listed}" if names else ""
    return f'<span class="case-row__tags">{told}{marked}</span>'


def _accept(row: Row, token: str, behind: str) -> str:
    said = escape(_("Accept: %(subject)s") % {"subject": row["subject"]})
    return (
        f'<form class="case-row__act" method="post" action="{escape(row["accept"])}{behind}">'
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{escape(token)}"><button class="button" data-size="small"'
        f' data-key="f" data-key-focus data-key-label="{escape(_("Accept the first, then Enter"))}"'
        f' aria-label="{said}">{escape(_("Accept"))}</button></form>'
    )


def _hidden(words: str) -> str:
    return f'<span class="visually-hidden">{escape(words)}</span>'


def _news(case: ListedCase, seen: dt.datetime) -> str:
    if case.asked_at is not None:
        return _("Is it solved?")
    if case.returned_at is not None and case.returned_at > seen:
        return _("Back")
    return _("New") if case.state == CaseState.NEW else ""
