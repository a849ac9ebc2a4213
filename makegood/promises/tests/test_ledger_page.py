"""The ledger of a case, a customer, a member of staff, a brand: to read, page by page, and to take away as a file."""

import csv
import datetime as dt
import io
import zipfile

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.promises import reading
from makegood.promises.models import Commitment, LedgerEntry
from makegood.promises.reading import PAGE

HOUR = dt.timedelta(hours=1)
URL = "/ledger/"


@pytest.fixture
def kettle(hale, now):
    """Another customer's case."""
    max_ = customers.find_or_create(address="max@customer.example", name="Max", language="en", at=now)
    words = Words(text="It leaks.", sender="max@customer.example")
    case, _ = cases.open_case(brand=hale, customer=max_, subject="", words=words, channel="email", at=now)
    return case


@pytest.fixture
def answered(refund, kettle, bea, now):
    """Ada's refund, which Bea answered; Max's kettle, which nobody did."""
    cases.reply(refund, Answer(text="It left us.", undo_seconds=0), by=bea, at=now + HOUR)
    return refund


def read(client, **asked) -> list[dict]:
    answer = client.get(reverse("ledger-csv"), asked)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"), newline="")))


def test_the_page_shows_what_happened_and_to_whom(client, answered, cleo):
    client.force_login(cleo)
    page = client.get(URL).content.decode()
    for words in (answered.ref, "Ada Byron", "First reply", "kept", "Bea", "Hale"):
        assert words in page


def test_what_was_promised_in_own_words_is_read_in_them_and_the_file_holds_none(client, refund, bea, cleo, now):
    cases.promise(refund, words="I will bring the <lamp>.", due_at=now + HOUR, by=bea, at=now)
    client.force_login(cleo)
    assert "I will bring the &lt;lamp&gt;." in client.get(URL).content.decode()
    assert [row["by"] for row in read(client, promise="own-words")] == [bea.ref]
    assert "lamp" not in b"".join(client.get(reverse("ledger-csv"))).decode()


def test_of_a_case_a_customer_a_member_of_staff_and_a_brand(client, answered, kettle, bea, cleo):
    client.force_login(cleo)
    everything = read(client)
    assert len(everything) == LedgerEntry.objects.count()
    assert {row["about"] for row in read(client, about=answered.ref)} == {answered.ref}
    assert {row["about"] for row in read(client, customer=kettle.customer.ref.lower())} == {kettle.ref}
    assert {(row["by"], row["kind"]) for row in read(client, staff=bea.ref)} == {
        (bea.ref, "kept"),
        (bea.ref, "paused"),
        (bea.ref, "done late"),  # nobody had acknowledged it
    }
    assert len(read(client, brand="hale")) == len(everything)
    assert {row["promise"] for row in read(client, promise="first-reply")} == {"first-reply"}
    assert {row["kind"] for row in read(client, kind="made")} == {"made"}
    assert read(client, about="C-NOBODY") == []


@pytest.mark.parametrize(
    "asked", [{}, {"kind": "made"}, {"kind": "kept"}, {"promise": "first-reply"}, {"kind": "moved"}]
)
def test_where_few_fit_a_page_looks_at_some_and_leads_on(client, answered, cleo, monkeypatch, asked):
    client.force_login(cleo)
    monkeypatch.setattr(reading, "LOOKED_AT", 3)
    shown, behind, pages = [], "", 0
    while True:
        answer = client.get(URL, {**asked, "behind": behind})
        page, pages = answer.context["page"], pages + 1
        shown += [str(entry.pk) for entry in page.entries]
        assert page.is_cut == ("More may fit further on." in answer.content.decode()) == bool(page.next)
        behind = page.next
        if not behind:
            break
        assert 'rel="next"' in answer.content.decode()
    assert shown == [row["entry"] for row in read(client, **asked)]
    assert pages == -(-LedgerEntry.objects.count() // 3)


def test_of_one_case_all_is_found_at_once(client, answered, kettle, cleo, monkeypatch):
    client.force_login(cleo)
    monkeypatch.setattr(reading, "LOOKED_AT", 1)
    for case in (answered, kettle):
        page = client.get(URL, {"about": case.ref}).context["page"]
        assert [str(entry.pk) for entry in page.entries] == [row["entry"] for row in read(client, about=case.ref)]
        assert not page.next


def test_by_day_in_the_readers_time_zone(client, answered, cleo, now):
    client.force_login(cleo)
    day = now.date()
    assert len(read(client, since=day, until=day)) == LedgerEntry.objects.count()
    assert read(client, since=day + dt.timedelta(days=1)) == []
    assert read(client, until=day - dt.timedelta(days=1)) == []


@pytest.mark.parametrize("asked", [{"since": "yesterday"}, {"until": "9999-12-31"}, {"kind": "stolen"}, {"brand": "x"}])
def test_what_makes_no_sense_is_told(client, answered, cleo, asked):
    client.force_login(cleo)
    assert client.get(URL, asked).status_code == 400
    assert client.get(reverse("ledger-csv"), asked).status_code == 400
    assert client.get(reverse("ledger-xlsx"), asked).status_code == 400


def test_every_entry_is_on_exactly_one_page(client, answered, cleo, now):
    one = Commitment.objects.about(answered.ref).first()
    LedgerEntry.objects.bulk_create(LedgerEntry(commitment=one, kind="warned", at=now) for _ in range(2 * PAGE))
    client.force_login(cleo)
    seen, where = [], URL + f"?about={answered.ref}"
    while where:
        page = client.get(where).context
        seen += [entry.pk for entry in page["page"].entries]
        where = URL + page["older"] if page["older"] else ""
        assert not where or f"about={answered.ref}" in where
    assert len(seen) == len(set(seen)) == LedgerEntry.objects.filter(commitment__about=answered.ref).count()
    assert seen == sorted(seen, reverse=True)
    assert client.get(URL, {"behind": "nonsense"}).status_code == 200


def test_as_many_queries_whatever_is_shown(client, answered, cleo, now, django_assert_max_num_queries):
    client.force_login(cleo)
    client.get(URL)
    with django_assert_max_num_queries(14) as few:
        client.get(URL)
    one = Commitment.objects.about(answered.ref).first()
    LedgerEntry.objects.bulk_create(LedgerEntry(commitment=one, kind="warned", at=now) for _ in range(200))
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(URL)


def test_eve_reads_nothing_of_ours(client, answered, eve, sol):
    client.force_login(eve)
    page = client.get(URL).content.decode()
    assert answered.ref not in page
    assert "Hale" not in page
    assert read(client) == []
    assert read(client, about=answered.ref) == []
    client.force_login(sol)
    assert client.get(URL).status_code == 403
    assert client.get(reverse("ledger-xlsx")).status_code == 403


def test_a_file_for_spreadsheets(client, answered, cleo):
    client.force_login(cleo)
    answer = client.get(reverse("ledger-xlsx"), {"about": answered.ref})
    assert answer["Content-Disposition"] == 'attachment; filename="ledger.xlsx"'
    book = zipfile.ZipFile(io.BytesIO(b"".join(answer)))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row>") == 1 + LedgerEntry.objects.filter(commitment__about=answered.ref).count()


def test_a_reason_that_looks_like_a_formula_is_text(client, answered, cleo, now):
    one = Commitment.objects.about(answered.ref).first()
    LedgerEntry.objects.create(commitment=one, kind="excused", at=now, reason='=HYPERLINK("http://evil.example")')
    client.force_login(cleo)
    [row] = read(client, kind="excused")
    assert row["reason"] == '\'=HYPERLINK("http://evil.example")'
