"""Hale & Sons on a working day, for the stories of the desk: Bea at her desk, Cleo who leads, customers waiting."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.brands import actions as brands
from makegood.calendars import actions as calendars
from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.words import File, Words
from makegood.customers import actions as customers
from makegood.promises import actions as promises
from makegood.staff import actions as staff
from makegood.staff.models import Role, User

PASSWORD = "correct horse battery"
MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cff01f0005000201d8c1e2ab0000000049454e44ae426082"
)


def wrote(brand, name, address, subject, text, at, **more):
    """A customer opens a case."""
    customer = customers.find_or_create(address=address, name=name, language=more.pop("language", "en"), at=at)
    words = Words(text=text, sender=address, sender_name=name, language=customer.language, **more)
    return cases.open_case(brand=brand, customer=customer, subject=subject, words=words, channel="email", at=at)[0]


def wrote_again(case, text, at, **more):
    """The customer of a case writes again."""
    sender = case.parties.get(role="customer").address
    words = Words(text=text, sender=sender, sender_name=case.customer.name, matched_by="token", **more)
    return cases.add_words(case, customer=case.customer, words=words, channel="email", at=at)


@pytest.fixture
def desk(transactional_db):
    """Brand, people and cases by name; `now` is when it was made."""
    now = timezone.now()
    brands.found_organisation(name="Hale & Sons", country="GB", at=now)
    team = staff.make_team(name="Support", by="", at=now)
    workshop = staff.make_team(name="Workshop", by="", at=now)
    week = {str(day): [["00:00", "24:00"]] for day in range(7)}
    # Open all the time, and no country, so that nothing hangs on the day of the test, be it a bank holiday.
    hours = calendars.create(name="Office hours", timezone="Europe/London", weekly=week, by="", at=now - 9000 * HOUR)
    brand = brands.open_brand(
        name="Hale", languages=["en", "lt", "ja"], timezone="Europe/London", calendar=hours, teams=[team, workshop],
        by="", at=now,
    )  # fmt: skip
    promises.publish_default_charter(brand=brand, by="", at=now - 8000 * HOUR)
    people = {}
    for name, role in (("Bea Lind", Role.AGENT), ("Cleo Marsh", Role.LEAD), ("Ugnė Petraitytė", Role.AGENT)):
        key = {"Bea Lind": "bea", "Cleo Marsh": "cleo"}.get(name, "ugne")
        people[key] = staff.enrol(
            email=f"{key}@hale.example", name=name, role=role, teams=[team], password=PASSWORD, at=now
        )
    User.objects.update(undo_seconds=50)  # or *Undo* were gone before a slow machine has pressed it
    refund = _refund(brand, people["bea"], now)
    rain = wrote(
        brand, "Jonas Weil", "jonas@customer.example", "Delivery left in the rain", "It is soaked.", now - 3.4 * HOUR
    )
    wrote(brand, "Mira Okafor", "mira@customer.example", "How do I change the filter?", "It beeps.", now - HOUR)
    wrote(
        brand, "Živilė Šimkutė", "zivile@customer.example", "", "Negaliu prisijungti prie paskyros", now, language="lt"
    )
    for case in (refund, rain):
        case.refresh_from_db()
    cases.refresh_clock(promises.settle_due(at=now))
    return {"brand": brand, "team": team, "workshop": workshop, "refund": refund, "rain": rain, "now": now, **people}


def _refund(brand, bea, now):
    refund = wrote(
        brand,
        "Ada Byron",
        "ada@customer.example",
        "Third time I ask about my refund",
        "Where is my refund? I have now waited three weeks, and this is the third time I write. Nobody has answered me.",
        now - 4 * HOUR - 12 * MINUTE,
        quoted="On Monday Hale wrote:\n> We will look into it.",
        html='<p>Where is my <b>refund</b>? <img src="cid:logo" alt="our logo" width="40" height="40">'
        '<img src="https://track.example/x.gif" alt=""></p>',
        files=(File("logo.png", "image/png", PIXEL, content_id="logo", inline=True),),
        cc=("jonas@customer.example",),
    )
    cases.reply(
        refund,
        Answer(text="You are right, and I am sorry. The refund left us today.", undo_seconds=0),
        by=bea,
        at=now - 3 * HOUR,
    )
    cases.note(refund, text="Finance found it on the wrong pile.", by=bea, at=now - 2 * HOUR)
    cases.add_words(
        refund,
        customer=refund.customer,
        words=Words(
            text="Thank you. Here is my receipt again: https://customer.example/receipt",
            sender="ada@customer.example",
            sender_name="Ada Byron",
            matched_by="subject",
            authenticated=False,
            invitation={
                "summary": "Call about the refund",
                "starts": "2026-12-01T09:00:00+00:00",
                "ends": "2026-12-01T09:30:00+00:00",
                "location": "Phone",
                "method": "REQUEST",
            },
            files=(File("receipt.pdf", "application/pdf", b"%PDF-1.4 x"), File("photo.png", "image/png", PIXEL)),
        ),
        channel="email",
        at=now - HOUR,
    )
    return refund
