"""From a tale to the rows that the verbs would have written, had it been told to them at the time."""

import datetime as dt
import json
from dataclasses import dataclass, field
from typing import Any

from benchmarks.filling.company import Company
from benchmarks.filling.keys import Keys, case_reference, customer_keys, dashed
from benchmarks.filling.promised import Promised, Promises
from benchmarks.filling.sheets import SearchSheet, Sheet
from benchmarks.filling.tales import Said, Tale
from makegood.cases import events as happened
from makegood.cases import tokens
from makegood.cases.models import OPEN_STATES, Case, CaseState, Delivery, Message, MessageKind, Party, Seen
from makegood.cases.search import tokens as words
from makegood.channels.email.models import KnownMessage, Outgoing, RawMail
from makegood.customers.addresses import fold
from makegood.events.models import Event
from makegood.events.registry import KINDS
from makegood.promises.events import PromiseAtRisk, PromiseBroken
from makegood.promises.models import Commitment, LedgerEntry
from makegood.staff.models import User

GREETED_AFTER, RELEASED_AFTER, SENT_AFTER = (dt.timedelta(seconds=seconds) for seconds in (2, 10, 12))
CLOSED_AFTER = dt.timedelta(days=7)
RAW_KEPT = dt.timedelta(days=90)
EMAIL, DOMAIN = "email", "mail.example.com"


class Sheets:
    """The tables that a case is written to."""

    def __init__(self) -> None:
        self.cases, self.parties, self.messages, self.seen = Sheet(Case), Sheet(Party), Sheet(Message), Sheet(Seen)
        self.commitments, self.ledger, self.events = Sheet(Commitment), Sheet(LedgerEntry), Sheet(Event)
        self.known, self.raw, self.outgoing = Sheet(KnownMessage), Sheet(RawMail), Sheet(Outgoing)
        self.search = SearchSheet()

    def all(self) -> list[Sheet | SearchSheet]:
        """In an order that foreign keys allow."""
        return [
            *(self.cases, self.parties, self.messages, self.seen, self.commitments, self.ledger, self.events),
            *(self.known, self.raw, self.outgoing, self.search),
        ]


@dataclass
class Chronicle:
    """One case in the making."""

    tale: Tale
    company: Company
    until: dt.datetime
    keys: Keys
    sheets: Sheets
    ref: str = ""
    key: str = ""
    customer: str = ""
    customer_ref: str = ""
    party: str = ""
    token: str = ""
    owner: User | None = None
    state: str = CaseState.NEW
    last_at: dt.datetime | None = None
    last_from_customer_at: dt.datetime | None = None
    names: list[tuple[str, bool]] = field(default_factory=list)
    commitments: dict[int, str] = field(default_factory=dict)

    def tell(self) -> None:
        """Write the case and all that belongs to it."""
        tale, opened_at = self.tale, self.tale.opened_at
        self.ref, self.key = case_reference(tale.number), self.keys.at(opened_at)
        self.customer, self.customer_ref = customer_keys(fold(tale.address))
        self.party, self.token = self.keys.at(opened_at), self.keys.token()
        self.promises = Promises(self.company.book, self.company.calendar)
        whose = {
            "brand": str(self.company.brand.pk),
            "team": str(self.company.team.pk),
            "customer": dashed(self.customer),
        }
        self.facets = json.dumps(whose | {"channel": tale.channel, "language": tale.language})
        self.promise_facets = json.dumps(whose)
        self._hear(tale.said[0], first=True)
        self._greet(opened_at)
        told = {"customer": self._hear, "agent": self._answer, "note": self._note}
        for said in tale.said[1:]:
            told[said.by](said)
        closed_at = self._end()
        self._pass(self.until)
        self._write(closed_at)

    def _hear(self, said: Said, *, first: bool = False) -> None:
        channel, by_mail = self.tale.channel, self.tale.channel == EMAIL
        # Whoever has the link is believed on the page; a mail's sender, and who fills in the form, is not.
        came = {
            "to": [self.company.mailbox.address], "authenticated": False, "matched_by": "new" if first else "answer",
            "html": said.html, "raw": self.keys.digest(),
        } if by_mail else {"authenticated": not first, "matched_by": "" if first else "link"}  # fmt: skip
        message = self._message(
            said, MessageKind.CUSTOMER, customer_id=self.customer, sender=fold(self.tale.address),
            sender_name=self.tale.name if by_mail or not first else "", first=first, channel=channel, **came,
        )  # fmt: skip
        if first:
            self._fact(happened.CaseOpened(channel=channel), said.at, self.customer_ref)
        elif self.state == CaseState.WAITING_FOR_CUSTOMER:
            self.state = CaseState.WAITING_FOR_US
        self._fact(happened.CustomerWrote(message=dashed(message), channel=channel), said.at, self.customer_ref)
        self.last_from_customer_at = said.at
        if by_mail:
            self._know(f"{self.tale.number}.{len(self.names)}@{DOMAIN}", message, said.at, ours=False)
            if said.at > self.until - RAW_KEPT:
                self._store(message, said, opened=first)

    def _greet(self, opened_at: dt.datetime) -> None:
        at = opened_at
        if self.tale.channel == EMAIL:
            at += GREETED_AFTER
            self._send(Outgoing.Kind.GREETING, self.key, at, opened_at, subject=f"[{self.ref}]")
        self._fact(happened.CaseAcknowledged(channel=self.tale.channel), at, "")

    def _note(self, said: Said) -> None:
        by = self._agent()
        message = self._message(
            said, MessageKind.NOTE, staff_id=by.pk.hex, sender_name=by.name, channel="desk", language=""
        )
        self._fact(happened.NoteWritten(message=dashed(message)), said.at, by.key)

    def _answer(self, said: Said) -> None:
        self.owner = self.owner or self._agent()
        released = said.at + RELEASED_AFTER
        message = self._message(
            said, MessageKind.REPLY, staff_id=self.owner.pk.hex, sender_name=self.owner.name, to=[fold(self.tale.address)],
            channel=self.tale.channel, delivery=Delivery.SENT, release_at=released, tone=self.company.brand.tone,
        )  # fmt: skip
        by = self.owner.key
        self._fact(happened.ReplyPressed(message=dashed(message), release_at=released.isoformat()), said.at, by)
        self._fact(happened.ReplySent(message=dashed(message)), said.at, by)
        self.state = CaseState.WAITING_FOR_CUSTOMER
        sent_at = said.at + SENT_AFTER
        subject = f"Re: {self.tale.subject} [{self.ref}]"
        self._send(Outgoing.Kind.REPLY, message, sent_at, released, subject=subject, message=message)
        self._fact(happened.ReplyDelivered(message=dashed(message)), sent_at, by)

    def _agent(self) -> User:
        return self.company.agents[self.tale.number % len(self.company.agents)]

    def _end(self) -> dt.datetime | None:
        """Resolved, and closed after a week; when it was closed."""
        resolved_at = self.tale.resolved_at
        if resolved_at is None:
            return None
        self.state = CaseState.RESOLVED
        self._fact(happened.CaseResolved(), resolved_at, self.owner.key if self.owner else "")
        closed_at = resolved_at + CLOSED_AFTER
        if closed_at > self.until:
            return None
        self.state = CaseState.CLOSED
        self._fact(happened.CaseClosed(), closed_at, "")
        self.promises.close(closed_at)
        return closed_at

    def _message(self, said: Said, kind: str, *, first: bool = False, **values: Any) -> str:
        tale, key = self.tale, self.keys.at(said.at)
        values = {"language": tale.language} | values
        self.sheets.messages.add(id=key, case_id=self.key, kind=kind, at=said.at, text=said.text, **values)
        text = said.text
        if first:
            text = f"{tale.subject}\n{self.ref} {tale.name} {values['sender']} {values['sender_name']}\n{text}"
        self.sheets.search.add(words.of_text(text, tale.language), case_id=self.key, message_id=key, at=said.at)
        self.last_at = said.at
        return key

    def _fact(self, fact: Any, at: dt.datetime, by: str) -> None:
        self._pass(at)
        self._log(fact, at, by, self.facets)
        self.promises.notice(fact.event_name, at=at, by=by, message=getattr(fact, "message", ""))

    def _log(self, fact: Any, at: dt.datetime, by: str, facets: str) -> None:
        """Quiet facts are left out: no page shows them, and they are two of three."""
        name = fact.event_name
        if not KINDS[name].quiet:
            self.sheets.events.add(
                id=self.keys.at(at), name=name, about=self.ref, by=by, at=at, facets=facets, data=vars(fact)
            )

    def _pass(self, until: dt.datetime) -> None:
        for told in self.promises.pass_time(until):
            kind = PromiseAtRisk if told.what == "at_risk" else PromiseBroken
            fact = kind(commitment=dashed(self._commitment(told.promised)), key=told.promised.line.key)
            self._log(fact, told.at, "", self.promise_facets)

    def _commitment(self, promised: Promised) -> str:
        """The key of a commitment, given when it is first asked for."""
        place = self.promises.made.index(promised)
        if place not in self.commitments:
            self.commitments[place] = self.keys.at(promised.made_at)
        return self.commitments[place]

    def _know(self, identifier: str, message: str | None, at: dt.datetime, *, ours: bool) -> None:
        self.names.append((identifier, ours))
        self.sheets.known.add(
            id=self.keys.at(at), identifier=identifier, case_id=self.key, message_id=message, ours=ours
        )

    def _store(self, message: str, said: Said, *, opened: bool) -> None:
        digest = self.keys.digest()
        self.sheets.raw.add(
            id=self.keys.at(said.at), mailbox_id=self.company.mailbox.pk.hex, digest=digest, fingerprint=digest, size=len(said.text),
            source=RawMail.Source.SMTP, envelope_from=fold(self.tale.address), envelope_to=[self.company.mailbox.address],
            stored_at=said.at, state=RawMail.State.TAKEN, run_at=said.at, attempts=1, outcome="opened" if opened else "continued",
            reason="" if opened else "answer", case_id=self.key, message_id=message, taken_at=said.at,
        )  # fmt: skip

    def _send(
        self, kind: str, key: str, at: dt.datetime, made_at: dt.datetime, *, subject: str, message: str | None = None
    ) -> None:
        """A mail of ours that has left. Its text is left out: no page shows it, and it would double the database."""
        local, _at, domain = self.company.mailbox.address.rpartition("@")
        signed = tokens.for_mail(self.token)
        identifier = f"{kind}.{key}.{signed}@{domain}"
        names = [name for name, _ours in self.names]
        theirs = [name for name, ours in self.names if not ours]
        address = fold(self.tale.address)
        self.sheets.outgoing.add(
            id=self.keys.at(made_at), kind=kind, mailbox_id=self.company.mailbox.pk.hex, case_id=self.key, message_id=message,
            identifier=identifier, in_reply_to=(theirs or names or [""])[-1], references=" ".join(names), to=[address],
            to_address=address, to_domain=address.rpartition("@")[2], reply_to=f"{local}+{signed}@{domain}", subject=subject,
            language=self.tale.language, made_at=made_at, run_at=made_at, attempts=1, state=Outgoing.State.SENT, sent_at=at,
        )  # fmt: skip
        self._know(identifier, message, made_at, ours=True)

    def _write(self, closed_at: dt.datetime | None) -> None:
        tale, sheets = self.tale, self.sheets
        owner = self.owner.pk.hex if self.owner else None
        due_at = self.promises.next_due_at
        more = {"next_due_at": due_at} if due_at else {}
        sheets.cases.add(
            id=self.key, ref=self.ref, brand_id=self.company.brand.pk.hex, team_id=self.company.team.pk.hex, owner_id=owner,
            customer_id=self.customer, subject=tale.subject[:500], state=self.state, is_open=self.state in OPEN_STATES,
            channel=tale.channel, language=tale.language, opened_at=tale.opened_at, last_at=self.last_at,
            last_from_customer_at=self.last_from_customer_at, resolved_at=tale.resolved_at, closed_at=closed_at,
            message_count=len(tale.said), **more,
        )  # fmt: skip
        sheets.parties.add(
            id=self.party, case_id=self.key, customer_id=self.customer, address=fold(tale.address), key=self.token,
            name=tale.name if tale.channel == EMAIL else "",
        )  # fmt: skip
        if owner:
            seen_at = max(said.at for said in tale.said if said.by != "customer")
            sheets.seen.add(id=self.keys.at(seen_at), case_id=self.key, staff_id=owner, at=seen_at)
        for promised in self.promises.made:
            self._write_promise(promised)

    def _write_promise(self, promised: Promised) -> None:
        key, line = self._commitment(promised), promised.line
        self.sheets.commitments.add(
            id=key, about=self.ref, key=line.key, line_id=line.pk.hex, calendar_id=promised.calendar and promised.calendar.pk.hex,
            brand_id=self.company.brand.pk.hex, team_id=self.company.team.pk.hex, customer_id=self.customer, form=line.form,
            ends_on=line.ends_on, work_seconds=promised.work_seconds, used_seconds=promised.used_seconds,
            made_at=promised.made_at, running_since=promised.running_since, due_at=promised.due_at, warn_at=promised.warn_at,
            state=promised.state, owed=promised.owed, settled_at=promised.settled_at, settled_by=promised.settled_by,
            paused_at=promised.paused_at, paused_by=promised.paused_by, noticed_at=promised.noticed_at,
            done_at=promised.done_at, final_at=promised.final_at,
        )  # fmt: skip
        for entry in promised.ledger:
            self.sheets.ledger.add(
                id=self.keys.at(entry.at), commitment_id=key, kind=entry.kind, at=entry.at, by=entry.by, reason=entry.reason,
                due_at=entry.due_at,
            )  # fmt: skip
