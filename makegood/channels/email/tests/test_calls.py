"""A calendar invitation that came with a mail is told on the case page, whatever time it names."""

from pathlib import Path

import pytest
from django.urls import reverse

from makegood.staff.models import User

VASE = (Path(__file__).parent / "mails" / "en-invitation.eml").read_bytes()
FIRST, LAST = b"00010101T000000Z", b"99991231T235959Z"


@pytest.fixture
def read_in(client, bea, deliver):
    """The case page of a mail as Bea reads it in her time zone."""

    def read(raw: bytes, zone: str) -> str:
        User.objects.filter(pk=bea.pk).update(timezone=zone)
        client.force_login(User.objects.get(pk=bea.pk))
        answer = client.get(reverse("case", args=[deliver(raw).case.ref]))
        assert answer.status_code == 200
        return answer.content.decode()

    return read


def test_a_call_is_told_in_the_time_of_its_reader(read_in):
    assert "Tuesday, 16 January 2024 10:00" in read_in(VASE, "Europe/Vilnius")


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/London", "Europe/Vilnius", "Asia/Tokyo"])
def test_a_time_at_the_ends_of_the_calendar_is_told_as_it_was_written(read_in, zone):
    assert "0001-01-01T00:00:00+00:00" in read_in(VASE.replace(b"20240116T080000Z", FIRST), zone)
    assert "9999-12-31T23:59:59+00:00" in read_in(VASE.replace(b"20240116T080000Z", LAST), zone)
    assert "– 9999-12-31T23:59:59+00:00" in read_in(VASE.replace(b"20240116T083000Z", LAST), zone)
