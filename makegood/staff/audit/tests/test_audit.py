import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.events import registry
from makegood.events.keys import floor
from makegood.events.models import Event
from makegood.staff import actions as staff
from makegood.staff.audit import kinds, log


@pytest.fixture
def signed_in(client, hale, owner):
    client.force_login(owner)
    return client


def shown(client, **asked):
    answer = client.get(reverse("audit"), asked)
    assert answer.status_code == 200
    return [(line.kind, line.by, line.about) for line in answer.context["lines"]]


def written(name, *, days_ago=0, by="", about="", number=0):
    """An event as if it had been written down some days ago."""
    at = timezone.now() - dt.timedelta(days=days_ago)
    key = uuid.UUID(int=floor(at).int + number)
    return Event.objects.create(id=key, name=name, by=by, about=about, at=at)


def test_the_owner_reads_who_did_what(signed_in, bea, owner, refund):
    staff.end_sessions(bea, by=owner.key, at=timezone.now())
    page = signed_in.get(reverse("audit"))
    first = page.context["lines"][0]
    assert (first.by, first.about_name, first.kind) == ("Olive", "Bea", "staff.sessions_ended")
    assert "Olive ended all sign-ins of a member of staff" in page.content.decode()
    assert f'href="{reverse("staff-member", args=[bea.ref])}"' in page.content.decode()


def test_by_person_what_they_did_and_what_was_done_to_them(signed_in, bea, cleo, owner):
    staff.end_sessions(bea, by=owner.key, at=timezone.now())
    staff.note_sign_in(bea, at=timezone.now())
    staff.note_sign_in(cleo, at=timezone.now())
    hers = shown(signed_in, person=bea.key, sort="signing-in")
    assert hers == [("staff.signed_in", "Bea", bea.key), ("staff.sessions_ended", "Olive", bea.key)]


def test_by_sort(signed_in, bea, owner):
    staff.note_sign_in(bea, at=timezone.now())
    staff.change_role(bea, role="lead", by=owner.key, at=timezone.now())
    assert {kind for kind, _by, _about in shown(signed_in, sort="signing-in")} == {"staff.signed_in"}
    assert ("staff.role_changed", "Olive", bea.key) in shown(signed_in, sort="rights")
    assert shown(signed_in, sort="exports") == []


def test_by_days_of_the_readers_own_calendar(signed_in, owner):
    owner.timezone = "Pacific/Auckland"
    owner.save()
    written("staff.signed_in", days_ago=20, by="S-X", about="S-X")
    assert "S-X" not in {by for _kind, by, _about in shown(signed_in)}
    day = (timezone.now() - dt.timedelta(days=20)).date()
    around = {"since": day - dt.timedelta(days=1), "until": day + dt.timedelta(days=1)}
    assert shown(signed_in, **around) == [("staff.signed_in", "S-X", "S-X")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "0001-01-01"},
        {"until": "9999-12-31"},
        {"since": "2026-02-02", "until": "2026-02-01"},
        {"person": "S-?"},
    ],
)
def test_nonsense_is_said(signed_in, wrong):
    answer = signed_in.get(reverse("audit"), wrong)
    assert answer.status_code == 400
    assert answer.context["form"].errors


def test_it_goes_on_page_by_page_without_a_gap_or_a_double(signed_in, owner, django_assert_max_num_queries):
    for number in range(log.PAGE * 2 + 10):
        written("staff.edited", by=owner.key, about=owner.key, days_ago=1, number=number)
    address, seen = reverse("audit") + f"?person={owner.key}&sort=rights", []
    while address:
        with django_assert_max_num_queries(15):
            page = signed_in.get(address)
        seen += [line for line in page.context["lines"] if line.kind == "staff.edited"]
        address = page.context["older"]
    assert len(seen) == log.PAGE * 2 + 10


def test_the_export_holds_all_of_it_and_is_itself_written_down(signed_in, bea, owner):
    for number in range(log.PAGE + 1):
        written("staff.edited", by=bea.key, about=bea.key, number=number)
    answer = signed_in.post(reverse("audit-exports"), {"person": bea.key, "sort": "rights"})
    lines = b"".join(answer).decode().splitlines()
    assert "attachment" in answer["Content-Disposition"]
    assert sum("staff.edited" in line for line in lines) == log.PAGE + 1
    [event] = Event.objects.filter(name="staff.audit_exported")
    assert (event.by, event.data["of"], event.data["sort"]) == (owner.key, bea.key, "rights")
    assert ("staff.audit_exported", "Olive", "") in shown(signed_in, sort="exports")


def test_a_name_that_would_be_a_formula_is_text_in_the_file(signed_in, bea):
    bea.name = "=HYPERLINK(1)"
    bea.save()
    staff.note_sign_in(bea, at=timezone.now())
    lines = b"".join(signed_in.post(reverse("audit-exports"), {"sort": "signing-in"})).decode()
    assert ",'=HYPERLINK(1)," in lines


def test_every_kind_of_event_has_a_sentence_that_can_be_said(signed_in, owner):
    for number, name in enumerate(registry.KINDS):
        written(name, by=owner.key, number=number)
    told = b"".join(signed_in.post(reverse("audit-exports"))).decode()
    assert not [name for name in registry.KINDS if name not in told]


def test_every_event_falls_into_a_sort():
    assert {kinds.sort_of(name) for name in registry.KINDS} == set(kinds.SORTS)
    assert sorted(name for sort in kinds.SORTS for name in kinds.names_in(sort)) == sorted(registry.KINDS)


@pytest.mark.parametrize("who", ["bea", "cleo", "dan"])
def test_only_for_administrators(client, hale, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse("audit")).status_code == 403
    assert client.post(reverse("audit-exports")).status_code == 403
