"""The words of our mails, in the language of whoever reads them."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import html, timezone, translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from makegood.cases import tokens
from makegood.cases.models import Case, Message, MessageKind, Party
from makegood.promises import sentences, standing
from makegood.promises.models import Form
from makegood.recovery import wording as recovery_words
from makegood.recovery.models import Remedy
from makegood.ui import formatting, pictures, wording

LONGEST_QUOTE = 20_000
QUOTED = ' style="margin:0 0 1em;padding-left:.8em;border-left:2px solid #ccc;color:#555"'
# What has none of these is no address: most lines are not looked through for one.
MAY_LINK = re.compile(r"\w\.\w|@|://")


def link(party: Party) -> str:
    """The address of the customer's own page; no account needed."""
    return f"{settings.BASE_URL}/c/{tokens.for_link(party.key)}"


def desk_link(case: Case) -> str:
    """The address of the case page for staff."""
    return f"{settings.BASE_URL}/cases/{case.ref}"


def greeting(case: Case, party: Party) -> tuple[str, str]:
    """Subject and text: we have your words; this is what we promise, and by when. Quotes nothing they wrote."""
    with translation.override(case.language):
        promised = [
            {"sentence": sentences.of_commitment(one, case.language), "due": moment(one.due_at, case.brand.timezone)}
            for one in standing.owed(case.ref)
            if one.form == Form.WITHIN and one.key != "acknowledged"
        ]
        subject = _("We have your message [%(ref)s]") % {"ref": case.ref}
        text = _render("greeting", case, party, promised=promised)
    return subject, text


def question(case: Case, party: Party) -> tuple[str, str]:
    """Subject and text: you wrote after we held it solved. Thanks, or not solved?"""
    with translation.override(case.language):
        subject = _("Is it solved? [%(ref)s]") % {"ref": case.ref}
        return subject, _render("question", case, party)


def remedy(case: Case, party: Party, owed: Remedy, *, code: str) -> tuple[str, str]:
    """Subject and text: what we promised and did not keep, that we are sorry, what they get, and by when."""
    zone, broken = case.brand.timezone, owed.commitment
    with translation.override(owed.language):
        subject = (
            _("We did not keep our word, and make it good [%(ref)s]") if broken else _("For your trouble [%(ref)s]")
        )
        text = _render(
            "remedy", case, party, code=code,
            broken=sentences.of_commitment(broken, owed.language) if broken else "",
            was_due=moment(broken.due_at, zone) if broken and broken.form == Form.WITHIN else "",
            you_get=recovery_words.you_get(owed, owed.language),
            by_when=moment(owed.due.due_at, zone) if owed.due and not code else "",
        )  # fmt: skip
    return subject % {"ref": case.ref}, text


def asking(case: Case, party: Party) -> tuple[str, str]:
    """Subject and text: how do you see it, now that we hold it solved?"""
    with translation.override(case.language):
        subject = _("How did it go? [%(ref)s]") % {"ref": case.ref}
        return subject, _render("asking", case, party)


def nudge(case: Case, party: Party, *, days: int) -> tuple[str, str]:
    """Subject and text: we have not heard from you yet. `days` until we take it as solved; 0: we do not."""
    with translation.override(case.language):
        subject = _("We have not heard from you yet [%(ref)s]") % {"ref": case.ref}
        return subject, _render("nudge", case, party, days=days, subject=case.subject)


def silence(case: Case, party: Party) -> tuple[str, str]:
    """Subject and text: we have not heard from you, and take it as solved."""
    with translation.override(case.language):
        subject = _("We take it as solved [%(ref)s]") % {"ref": case.ref}
        return subject, _render("silence", case, party)


def reply(case: Case, message: Message, party: Party | None, *, asks: bool = False) -> tuple[str, str]:
    """Subject and text of an agent's reply, with what it answers quoted below; `asks` how the customer sees the case."""
    with translation.override(case.language):
        # A form asks for no subject.
        subject = case.subject or _("Your message to %(brand)s") % {"brand": case.brand.name}
        tone = message.tone or case.customer.tone
        signed = case.brand.signed_by(case.language, tone=tone, by=message.staff, team=case.team.name)
        text = _render(
            "reply", case, party, message=message, quoted=_quoted(case, message), asks=asks and party, signature=signed
        )
    if case.subject and not subject.lower().startswith("re:"):
        subject = f"Re: {subject}"
    return subject if case.ref in subject else f"{subject} [{case.ref}]", pictures.named(text)


def as_html(text: str, *, written: str = "", shown: Mapping[str, str] | None = None) -> str:
    """The same text as a simple HTML body: quotes marked, links made; what an agent has `written`, with which it
    begins, is formatted, with the pictures that are `shown` in it."""
    words, parts = written.strip(), []
    plain = pictures.named(words)
    if formatting.is_marked(words) and text.startswith(plain):
        text = text[len(plain) :].lstrip("\n")
        parts = [formatting.formatted(words, shown).replace("<blockquote>", f"<blockquote{QUOTED}>")]
    body = "\n".join([*parts, *map(_block, text.split("\n\n"))])
    return f'<!doctype html><html><body style="font:15px/1.5 system-ui,sans-serif">{body}</body></html>'


def _block(block: str) -> str:
    lines = block.split("\n")
    quoted = all(line.startswith(">") for line in lines if line.strip())
    shown = "<br>".join(_with_links(line.removeprefix("> ") if quoted else line) for line in lines)
    return f"<blockquote{QUOTED}>{shown}</blockquote>" if quoted else f"<p>{shown}</p>"


def _with_links(line: str) -> str:
    shown = html.escape(line)
    return html.urlize(shown) if MAY_LINK.search(line) else shown


def moment(at: dt.datetime | None, zone: str) -> str:
    """A due time in words of the active language, in the brand's zone."""
    if at is None:
        return ""
    with timezone.override(ZoneInfo(zone)):
        return wording.full(at)


def _render(name: str, case: Case, party: Party | None, **more: Any) -> str:
    context = {
        "case": case,
        "brand": case.brand,
        "name": (party.name if party else "") or case.customer.name,
        "link": link(party) if party else "",
        "account": f"{link(party)}/account" if party else "",
        "owner": case.owner.name if case.owner else "",
        "signature": mark_safe(case.brand.signed_by(case.language, tone=case.customer.tone)),  # noqa: S308 - plain text mail
        **more,
    }
    return render_to_string(f"email/{name}.txt", context).strip() + "\n"


def _quoted(case: Case, message: Message) -> str:
    earlier = (
        case.messages.filter(kind=MessageKind.CUSTOMER, at__lte=message.at, stranger=False).order_by("-at").first()
    )
    if earlier is None or not earlier.text:
        return ""
    return "\n".join(f"> {line}" for line in earlier.text[:LONGEST_QUOTE].splitlines())
