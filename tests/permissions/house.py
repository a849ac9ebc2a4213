"""A small company with one real object behind every address, and everybody who might come to the door."""

import dataclasses
import datetime as dt
import io
from decimal import Decimal
from typing import Any

from django.utils import timezone

from makegood.brands import actions as brands
from makegood.brands.models import Brand
from makegood.calendars import actions as calendars
from makegood.calendars.models import Calendar
from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, Merge, Message, MessageKind, Party, Tag, Template
from makegood.cases.words import File, Words
from makegood.channels.email import actions as email
from makegood.channels.email.models import Mailbox, RawMail
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.customers.models import Merge as OnePerson
from makegood.orders import actions as orders
from makegood.orders.models import Order, Shop, Table
from makegood.orders.sale import Piece, Sale
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, Fault
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Ask, Authority, Cashier, Remedy, Voucher
from makegood.staff import actions as staff
from makegood.staff import links
from makegood.staff.models import Role, Team, User
from tests.permissions import (
    further,
    going_wrong,
    handing_over,
    making_good,
    on_the_wall,
    one_person,
    selling,
    signing_in,
    tagged,
    tasks_given,
    winning_back,
)
from tests.permissions.winning_back import Recovered

STRANGER, AGENT, LEAD, LEADER, SELLER, TRAINER, ADMIN, EVE, EVES_LEAD = (
    "stranger", "agent", "lead", "leader", "seller", "trainer", "admin", "Eve, agent elsewhere", "lead elsewhere",
)  # fmt: skip
PEOPLE = {
    AGENT: ("Bea Lind", Role.AGENT, "Support"),
    LEAD: ("Cleo Marsh", Role.LEAD, "Support"),
    LEADER: ("Dan Pell", Role.LEADER, ""),
    SELLER: ("Sol Abel", Role.SELLER, ""),
    TRAINER: ("Tom Ward", Role.TRAINER, ""),
    ADMIN: ("Olive Hale", Role.ADMIN, "Support"),
    EVE: ("Eve Gray", Role.AGENT, "Elsewhere"),
    EVES_LEAD: ("Ed Gray", Role.LEAD, "Elsewhere"),
}
# What only those who serve Hale may read: none of it may stand on a page of anybody else.
PRIVATE = ("My refund of order 1815", "three weeks and a day", "Hale opening hours", "x-unknown", "about the bank")
ORDER_TABLE = ("order-table", "order-table-taking", "order-table-stopping", "order-table-faults")
TEN_EURO = Gift(kind="voucher", amount=Decimal(10), currency="EUR")
WHOLE_WEEK = {str(day): [["00:00", "24:00"]] for day in range(7)}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cff01f0005000201d8c1e2ab0000000049454e44ae426082"
)


@dataclasses.dataclass(frozen=True)
class House:
    """Hale, which everybody here works for, but Eve and her lead: they work for North. Ada writes to both."""

    people: dict[str, User]
    hale: Brand
    refund: Case
    kettle: Case
    merge: Merge
    message: Message
    reply: Message
    promised: Commitment
    order: Order
    orders: Table
    shop: Shop
    template: Template
    mailbox: Mailbox
    parked: RawMail
    fault: Fault
    remedy: Remedy
    voucher: Voucher
    cashier: Cashier
    refunded: Remedy
    asked: Ask
    authority: Authority
    recovered: Recovered
    sold: Case
    one_person: OnePerson
    given: tasks_given.Given
    tag: Tag
    calendar: Calendar
    team: Team
    invited: User
    token: str
    api_key: str
    more: dict[str, dict[str, Any]]  # what further addresses take
    signed_in: dict[int, str] = dataclasses.field(
        default_factory=dict
    )  # cookies by people, where a walk has let them in

    def addresses(self) -> dict[str, dict[str, Any]]:
        """What each address takes, by the name of the argument; those that differ by the address's name."""
        commitment = Commitment.objects.about(self.refund.ref).filter(key="first-reply").get()
        file = self.message.attachments.get()
        bea = self.people[AGENT]
        return {
            "": {"ref": self.refund.ref, "slug": self.hale.slug, "token": self.token, "key": self.message.pk},
            "inbox-view": {"key": "all"},
            "inbox-rows": {"key": "all"},
            "inbox-views": {"key": "all"},
            "case-promise": {"key": commitment.pk},
            **{name: {"key": self.promised.pk} for name in ("promise-keeping", "promise-undo", "promise-excuse")},
            "case-parting": {"ref": self.merge.target.ref, "key": self.merge.pk},
            "case-file": {"key": file.pk},
            "customer-file": {"key": file.pk},
            "reply-undo": {"key": self.reply.pk},
            "held-release": {"key": self.fault.pk},
            "held-excuse": {"key": self.fault.pk},
            **{name: {"key": self.remedy.pk} for name in ("remedy-given", "remedy-letter")},
            "remedy-refused": {"key": self.remedy.pk},
            "ask-answer": {"asked": self.asked.ref},
            "refund-again": {"key": self.refunded.pk},
            "cashier": {"key": self.cashier.pk},
            "authority-deletion": {"key": self.authority.pk},
            **self.recovered.addresses(),
            **one_person.addresses(self.one_person),
            **self.given.addresses(),
            **self.more,
            **tagged.addresses(self.tag),
            "sale-case": {"ref": self.sold.ref},
            "sale-notes": {"ref": self.sold.ref},
            "seller": {"ref": self.people[SELLER].ref},
            **{name: {"key": self.orders.pk} for name in ORDER_TABLE},
            "order": {"ref": self.order.ref},
            "customer-claim": {"ref": self.order.ref},
            "shop": {"key": self.shop.pk},
            **handing_over.addresses(self.refund),
            **on_the_wall.addresses(),
            "template": {"key": self.template.pk},
            "template-deletion": {"key": self.template.pk},
            **{name: {"key": self.calendar.pk} for name in ("calendar", "calendar-versions", "calendar-name")},
            "mailbox": {"key": self.mailbox.pk},
            "mailbox-push-address": {"key": self.mailbox.pk},
            "mailbox-test": {"key": self.mailbox.pk},
            "mailbox-close": {"key": self.mailbox.pk},
            "mailbox-reopening": {"key": self.mailbox.pk},
            **{f"parked-{act}": {"key": self.parked.pk} for act in ("one", "raw", "replay", "discard")},
            "team": {"key": self.team.pk},
            "token-revocation": {"key": bea.api_tokens.get().pk},
            "reset": {"ref": bea.ref, "token": links.RESET.make_token(bea)},
            "invitation": {"ref": self.invited.ref, "token": links.INVITATION.make_token(self.invited)},
            "staff-member": {"ref": bea.ref},
            "staff-deactivation": {"ref": bea.ref},
            "staff-reactivation": {"ref": bea.ref},
            "staff-link": {"ref": bea.ref},
            **signing_in.addresses(bea),
        }

    def arguments(self, name: str, wanted: list[str]) -> dict[str, Any]:
        """The arguments of one address, naming real objects."""
        known = self.addresses()
        given = known[""] | known.get(name, {})
        return {argument: given[argument] for argument in wanted}


def build(*, language: str = "en") -> House:
    """Everything in it is some minutes old, so that clocks run. Nobody has a password: tests let people in."""
    now = timezone.now()
    long_ago, before = now - dt.timedelta(days=365), now - dt.timedelta(hours=2)
    brands.found_organisation(name="Hale & Sons", country="GB", at=long_ago)
    teams = {name: staff.make_team(name=name, by="", at=long_ago) for name in ("Support", "Elsewhere")}
    people = {
        who: staff.enrol(
            email=f"{name.split()[0].lower()}@hale.example", name=name, role=role, language=language,
            timezone="Europe/London", teams=[teams[team]] if team else [], at=long_ago,
        )
        for who, (name, role, team) in PEOPLE.items()
    }  # fmt: skip
    bea = people[AGENT]
    # Without a country: on one of its holidays nothing would break, and nothing be held.
    calendar = calendars.create(
        name="Hale opening hours", timezone="Europe/London", weekly=WHOLE_WEEK, by="", at=long_ago
    )
    hale = _brand("Hale", calendar, teams["Support"], at=long_ago)
    nights = calendars.create(name="North hours", timezone="Europe/London", weekly=WHOLE_WEEK, by="", at=long_ago)
    north = _brand("North", nights, teams["Elsewhere"], at=long_ago)
    ada = customers.find_or_create(address="ada@customer.example", name="Ada Byron", language=language, at=before)
    refund = _refund(hale, ada, language, at=before)
    kettle, _ = cases.open_case(
        brand=north, customer=ada, subject="My kettle", channel="email", at=before,
        words=Words(text="It leaks.", language="en", sender="ada@customer.example"),
    )  # fmt: skip
    reply = cases.reply(refund, Answer(text="I am looking.\n\nBea", undo_seconds=60), by=bea, at=now)
    signing_in.build(bea, at=now)
    handing_over.build(refund, bea, [bea, people[LEAD], people[ADMIN]], at=now)
    on_the_wall.build(hale, people[LEAD], at=now)
    mailbox = email.open_mailbox(brand=hale, address="support@hale.example", by="", at=long_ago)
    parked = going_wrong.parked(mailbox, at=before)
    texts = {"en": "Hello {customer}, three weeks and a day is the longest a refund takes."}
    return House(
        people=people,
        hale=hale,
        refund=refund,
        kettle=kettle,
        merge=_merge(hale, bea, at=before),
        message=refund.messages.get(kind=MessageKind.CUSTOMER),
        reply=reply,
        promised=_promised(refund, bea, at=now),
        order=_order(hale, people[SELLER], at=before),
        orders=_orders(hale, people[LEAD], at=before),
        shop=orders.join_shop(name="Web", kind="shopify", brand=hale, secret="x", by=people[ADMIN], at=before),
        template=cases.save_template(None, name="Refund on its way", texts=texts, brand=hale, by=bea, at=before),
        mailbox=mailbox,
        parked=parked,
        fault=going_wrong.fault(since=before, at=now),
        remedy=recovery.grant(refund, Gift(kind="apology"), by=bea, at=before),
        voucher=making_good.voucher(refund, bea, at=before),
        cashier=making_good.cashier(hale, people[ADMIN], at=before),
        refunded=making_good.refunded(refund, people[ADMIN], at=before),
        asked=recovery.ask(refund, TEN_EURO, why="A refund that took long.", by=bea, at=before),
        authority=recovery.set_authority(
            role=Role.AGENT, currency="EUR", per_case=Decimal(5), per_month=Decimal(50), by=people[ADMIN], at=before
        ),
        recovered=winning_back.build(refund, bea, at=before),
        sold=selling.build(hale, people[SELLER], at=before),
        one_person=one_person.build(hale, bea, at=before),
        given=tasks_given.build(refund, bea, at=before),
        tag=tagged.build(refund, bea, at=before),
        calendar=calendar,
        team=teams["Support"],
        invited=staff.invite(email="ina@hale.example", name="Ina", by=people[ADMIN].key, at=now),
        token=tokens.for_link(refund.parties.get(role=Party.Role.CUSTOMER).key),
        api_key=staff.make_token(bea, label="Warehouse", by=bea.key, at=before),
        more=further.build(refund, bea, at=now),
    )


def _brand(name: str, calendar: Calendar, team: Team, *, at: dt.datetime) -> Brand:
    brand = brands.open_brand(
        name=name, languages=["en", "lt", "ru", "nl", "ja"], timezone="Europe/London", calendar=calendar,
        teams=[team], by="", at=at,
    )  # fmt: skip
    promises.publish_default_charter(brand=brand, by="", at=at)
    return brand


def _refund(brand: Brand, ada: Customer, language: str, *, at: dt.datetime) -> Case:
    words = Words(
        text="Where is my refund? I have waited three weeks and a day.", html="<p>Where is my <b>refund</b>?</p>",
        language=language, sender="ada@customer.example", sender_name="Ada Byron",
        files=(File(name="receipt of the shop with a rather long name.png", content_type="image/png", content=PIXEL),),
    )  # fmt: skip
    case, _ = cases.open_case(
        brand=brand, customer=ada, subject="My refund of order 1815", words=words, channel="email", at=at
    )
    return case


def _promised(case: Case, bea: User, *, at: dt.datetime) -> Commitment:
    friday = at + dt.timedelta(days=4)
    return cases.promise(case, words="I will ring you about the bank on Friday.", due_at=friday, by=bea, at=at)


def _merge(brand: Brand, bea: User, *, at: dt.datetime) -> Merge:
    jonas = customers.find_or_create(address="jonas@customer.example", name="Jonas Weil", at=at)
    first, second = (
        cases.open_case(brand=brand, customer=jonas, subject=subject, words=Words(text="?"), channel="email", at=at)[0]
        for subject in ("Soaked parcel", "Parcel!")
    )
    return cases.merge(second, into=first, by=bea, at=at).merges.get()


def _order(brand: Brand, seller: User, *, at: dt.datetime) -> Order:
    sale = Sale(
        number="1815", address="ada@customer.example", currency="EUR", placed_at=at, seller=seller.email,
        pieces=(Piece("LAMP", 1, Decimal("19.95"), name="Desk lamp"),), promised_at=at + dt.timedelta(days=9),
    )  # fmt: skip
    return orders.take(sale, source="csv", brand=brand, at=at)


def _orders(brand: Brand, lead: User, *, at: dt.datetime) -> Table:
    rows = b"order,email,currency,date,sku,qty,price\n1816,ada@customer.example,EUR,2026-05-01,LAMP,1,19.95\n"
    return orders.hand_in(io.BytesIO(rows), name="may.csv", size=len(rows), brand=brand, by=lead, at=at)
