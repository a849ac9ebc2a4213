"""Any number of people who grant in the same moment never exceed an authority."""

import threading
from decimal import Decimal

import pytest
from django.db import connection

from makegood.conftest import person
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Granted, Remedy
from makegood.staff.models import Role

pytestmark = pytest.mark.django_db(transaction=True)
TEN = Gift(kind="credit", amount=Decimal("10.00"), currency="EUR")


def at_once(acts):
    """Run all in threads of their own, begun together; how many were let through."""
    gate, through = threading.Barrier(len(acts)), []

    def run(act):
        gate.wait()
        try:
            act()
            through.append(True)
        except recovery.BeyondAuthority:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(through)


def allow(owner, now, *, case, month):
    amounts = {"per_case": Decimal(case), "per_month": Decimal(month)}
    recovery.set_authority(role="agent", currency="EUR", by=owner, at=now, **amounts)


def test_eight_agents_in_one_case(refund, owner, support, now):
    allow(owner, now, case=30, month=1000)
    agents = [person(f"Agent{number}", Role.AGENT, [support], now) for number in range(8)]
    let_through = at_once([lambda who=who: recovery.grant(refund, TEN, by=who, at=now) for who in agents])
    assert let_through == Remedy.objects.count() == 3
    assert Remedy.objects.totals() == {"EUR": Decimal("30.00")}
    assert Granted.objects.get(what=refund.ref).minor == 3000


def test_one_agent_in_two_windows_and_many_cases(hale, ada, owner, bea, now, many_cases):
    allow(owner, now, case=40, month=40)
    let_through = at_once([lambda case=case: recovery.grant(case, TEN, by=bea, at=now) for case in many_cases])
    assert let_through == Remedy.objects.count() == 4
    assert Granted.objects.get(what__startswith=bea.ref).minor == 4000


def test_a_lead_who_answers_twice_at_once_grants_once(refund, owner, bea, cleo, now):
    recovery.set_authority(role="lead", currency="EUR", per_case=Decimal(100), per_month=Decimal(100), by=owner, at=now)
    asked = recovery.ask(refund, TEN, why="", by=bea, at=now)
    at_once([lambda: recovery.answer(asked, granted=True, by=cleo, at=now)] * 4)
    assert Remedy.objects.count() == 1
