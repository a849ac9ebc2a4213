"""`makegood erase`: at once, by an administrator, and whoever kills it half-way only has to say it again."""

import io
import os
import random
import signal
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from makegood.cases import actions as cases
from makegood.cases.models import Case, Message, Party
from makegood.cases.words import Words
from makegood.customers.models import Customer, Erasure

pytestmark = pytest.mark.django_db(transaction=True)


def erase(customer: str, by: str) -> str:
    out = io.StringIO()
    call_command("erase", customer, by=by, stdout=out)
    return out.getvalue()


def begin(customer: str, *, by: str) -> subprocess.Popen:
    """The same in a process of its own, on this test's database."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        address = f"sqlite:{name}"
    else:
        address = urlsplit(os.environ["MAKEGOOD_DATABASE_URL"])._replace(path=f"/{name}").geturl()
    return subprocess.Popen(
        [sys.executable, "-m", "makegood", "erase", customer, "--by", by],
        cwd=settings.BASE_DIR,
        env={**os.environ, "MAKEGOOD_DATABASE_URL": address},
        stdout=subprocess.DEVNULL,
    )


def test_a_customer_is_erased_by_reference_or_address(refund, ada, owner):
    assert "1 cases, 1 messages" in erase("Ada@customer.example", by=owner.email)
    ada.refresh_from_db()
    assert ada.name == ""
    with pytest.raises(CommandError, match="There is no customer"):
        erase("ada@customer.example", by=owner.email)
    assert "is erased" in erase(ada.ref.lower(), by=owner.email), "said twice"


def test_nobody_else_may(refund, ada, bea):
    for email in (bea.email, "nobody@hale.example"):
        with pytest.raises(CommandError, match="Nobody who may erase"):
            erase(ada.ref, by=email)
    assert not Erasure.objects.exists()


def test_killed_again_and_again_it_goes_on_with_what_is_left(hale, ada, owner, now):
    for number in range(12):
        words = Words(text=f"Zeppelin {number}", sender="ada@customer.example")
        case, _ = cases.open_case(brand=hale, customer=ada, subject="Zeppelin", words=words, channel="email", at=now)
        cases.note(case, text="Zeppelin", by=owner, at=now)
    rng = random.Random(1815)
    for _again in range(4):
        process = begin(ada.ref, by=owner.email)
        while process.poll() is None and not Erasure.objects.exists():
            time.sleep(0.05)
        time.sleep(rng.uniform(0, 0.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert "12 cases, 24 messages" in erase(ada.ref, by=owner.email)
    assert not Message.objects.exclude(text="").exists()
    assert not Case.objects.exclude(subject="").exists()
    assert not Party.objects.exists()
    assert Customer.objects.get().erasure.done_at is not None
