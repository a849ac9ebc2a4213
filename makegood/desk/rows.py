"""A case as a row of a list: its words, and how they are written."""

import datetime as dt
from html import escape
from typing import TypedDict

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from makegood.cases.models import Case, CaseState, Seen
from makegood.desk import channels
from makegood.staff.models import User
from makegood.ui.templatetags.ui import clock

SOON = dt.timedelta(hours=1)
NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


class Row(TypedDict):
    """What a row shows. `owner`, `news` and `state` may be empty; `soon`: from when its clock counts as soon."""

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


def of(cases: list[Case], user: User) -> list[Row]:
    """Cases as rows, with what this person has read of them in one query."""
    seen = dict(Seen.objects.filter(staff=user, case__in=cases).values_list("case_id", "at"))
    called = {code: channels.name(code) for code in {case.channel for case in cases}}
    pages = reverse("case", args=["-"]).removesuffix("-")
    return [
        Row(
            ref=case.ref,
            url=pages + case.ref,
            subject=case.subject or case.ref,
            customer=case.customer.name or case.customer.ref,
            channel=called[case.channel],
            owner=case.owner.name if case.owner else "",
            asked=case.asked_at is not None,
            news=_news(case),
            state="" if case.has_due else str(case.get_state_display()),
            unread=seen.get(case.pk, NEVER) < (case.last_from_customer_at or NEVER),
            due=case.next_due_at if case.has_due else None,
            soon=case.next_due_at - SOON if case.has_due else None,
        )
        for case in cases
    ]


def written(row: Row, *, within: str = "", here: bool = False) -> SafeString:
    """A row as HTML, a link to its case; `within` stands behind the address, `here` marks the case of the page.

    Made here and not from a template, as a list has fifty: a template would take a quarter of the page's time.
    """
    current = ' aria-current="true"' if here else ""
    marked, unread = (" data-unread", _hidden(_("unread"))) if row["unread"] else ("", "")
    tag = "em" if row["asked"] else "span"
    news = f" <{tag}>{escape(row['news'])}</{tag}>" if row["news"] else ""
    owner = escape(row["owner"]) or _hidden(_("without owner"))
    due = clock(row["due"], "open", row["soon"]) if row["due"] else f'<span class="clock">{escape(row["state"])}</span>'
    return SafeString(
        f'<a class="case-row" href="{escape(row["url"] + within)}"{current}{marked}>'
        f'<span class="case-row__subject" dir="auto" data-name>{escape(row["subject"])}</span>{unread}'
        f'<span class="case-row__who"><span dir="auto">{escape(row["customer"])}</span> '
        f"<span>{escape(row['channel'])}</span>{news}</span>"
        f'<span class="case-row__owner">{owner}</span>{due}</a>'
    )


def _hidden(words: str) -> str:
    return f'<span class="visually-hidden">{escape(words)}</span>'


def _news(case: Case) -> str:
    if case.asked_at is not None:
        return _("Is it solved?")
    return _("New") if case.state == CaseState.NEW else ""
