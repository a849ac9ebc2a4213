"""Filter words find what they say, page by page, at a cost that has an end, whatever database keeps the cases."""

import datetime as dt

import pytest
from django.db import connection

from makegood.cases import actions as cases
from makegood.cases.actions import problems, tags
from makegood.cases.filters import counting, finding, language, meanings, wording
from makegood.cases.filters.language import Unclear
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.staff import actions as staff

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def several(hale, ada, bea, cleo, now):
    """By name: refund (Bea's, tagged), kettle (new, Dutch, by form, Jonas's), lamp (resolved), spam (junk)."""
    jonas = customers.find_or_create(address="jonas@customer.example", name="Jonas Weil", language="nl", at=now)
    opened = {}
    for number, (name, customer, channel) in enumerate(
        [("refund", ada, "email"), ("kettle", jonas, "portal"), ("lamp", ada, "email"), ("spam", ada, "email")]
    ):
        words = Words(text=f"About the {name}.", language=customer.language, sender=customer.address)
        opened[name], _message = cases.open_case(
            brand=hale, customer=customer, subject=name, words=words, channel=channel, at=now + number * 24 * HOUR
        )
    later = now + 96 * HOUR
    cases.assign(opened["refund"], owner=bea, by=bea, at=later)
    tags.put_on(opened["refund"], ["harbour bank", "angry"], by=bea, at=later)
    tags.put_on(opened["lamp"], ["angry"], by=bea, at=later)
    cases.resolve(opened["lamp"], by=bea, at=later)
    cases.junk(opened["spam"], by=bea, at=later)
    return opened


def found(text: str, user, at, sort: str = "", **paging) -> list[str]:
    sought = meanings.understand(language.read(text), user=user, at=at)
    order = finding.order_of(sort, sought)
    return [case.subject for case in finding.page(sought, order, after=None, most=50, **paging).cases]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("owner:me", "refund"),
        ("owner:Bea", "refund"),
        ("owner:bea@hale.example", "refund"),
        ("owner:none", "kettle lamp"),
        ("owner:none owner:me status:open", "kettle refund"),
        ("-owner:me", "kettle lamp"),
        ("-owner:none", "refund"),
        ("team:support", "kettle lamp refund"),
        ("team:mine status:open", "kettle refund"),
        ("brand:hale", "kettle lamp refund"),
        ("brand:HALE -channel:email", "kettle"),
        ("channel:form", "kettle"),
        ("status:open", "kettle refund"),
        ("status:new", "kettle refund"),
        ("status:waiting", ""),
        ("status:resolved", "lamp"),
        ("status:resolved status:new", "kettle lamp refund"),
        ("status:closed", ""),
        ("status:junk", "spam"),
        ("promise:late", "kettle refund"),
        ("promise:open", "kettle refund"),
        ("promise:at-risk", ""),
        ("promise:none", ""),
        ("tag:angry", "lamp refund"),
        ('tag:angry tag:"Harbour  bank"', "refund"),
        ("tag:angry status:open", "refund"),
        ("-tag:angry", "kettle"),
        ("tag:none", "kettle"),
        ("-tag:none", "lamp refund"),
        ("language:nl", "kettle"),
        ("customer:jonas@customer.example", "kettle"),
        ("-customer:jonas@customer.example", "lamp refund"),
        ("created:2026-06-01", "refund"),
        ("created:>2026-06-01", "kettle lamp"),
        ("created:2026-06-02..2026-06-03", "kettle lamp"),
        ("created:>2026-06-01 created:<2026-06-03", "kettle"),
        ("-created:2026-06", ""),
    ],
)
def test_each_word_finds_what_it_says(several, bea, now, text, names):
    assert sorted(found(text, bea, now + 99 * HOUR)) == names.split()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("owner:zoe", "There is no owner called “zoe”. Write me, none, a name or a mail address."),
        ("owner:b", "may be one of several: Bea (bea@hale.example), Boris (boris@hale.example)."),
        ("team:moon", "There is no team called “moon”. The teams are: mine, Support."),
        ("brand:moon", "There is no brand called “moon”. The brands are: hale."),
        (
            "status:late",
            "“status:” does not know “late”. It knows: open, new, waiting, pending, resolved, closed, junk.",
        ),
        ("status:deleted", "does not know “deleted”"),
        ("promise:soon", "It knows: late, at-risk, open, none."),
        ("tag:moon", "There is no tag called “moon”."),
        ("customer:zoe@customer.example", "There is no customer “zoe@customer.example” whom you may see."),
        ("created:soon", "“soon” is no day."),
        ("onwer:me", "There is no filter word “onwer:”. Did you mean “owner:”?"),
        ("owner:", "“owner:” needs a value, such as owner:me."),
        ("status:junk status:open", "“status:junk” stands alone"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(several, bea, support, now, text, told):
    staff.enrol(email="boris@hale.example", name="Boris", role="agent", teams=[support], at=now)
    with pytest.raises(Unclear) as raised:
        found(text, bea, now)
    assert told in wording.joined(wording.all_told(raised.value))


def test_a_known_problem_finds_its_cases_and_what_holds_one_that_was_merged(several, bea, now):
    caused = problems.open_problem(problems.Description(title="The pump leaks"), by=bea, at=now)
    for name in ("refund", "lamp"):
        problems.tie(several[name], problem=caused, by=bea, at=now)
    assert found(f"problem:{caused.ref.lower()}", bea, now) == ["lamp", "refund"]
    assert found("problem:none", bea, now) == found(f"-problem:{caused.ref}", bea, now) == ["kettle"]
    cases.merge(several["refund"], into=several["kettle"], by=bea, at=now)
    assert found(f"problem:{caused.ref} status:open", bea, now) == ["kettle"]
    with pytest.raises(Unclear):
        found("problem:P-NONE", bea, now)


def test_leads_see_what_is_deleted_by_its_status(several, cleo, now):
    cases.delete(several["kettle"], by=cleo, at=now + 97 * HOUR)
    assert found("status:deleted", cleo, now) == ["kettle"]
    assert found("channel:portal", cleo, now) == []


def test_others_find_nothing_of_ours(several, eve, now):
    assert found("status:open", eve, now) == []
    assert found("tag:angry", eve, now) == []
    with pytest.raises(Unclear):
        found("customer:jonas@customer.example", eve, now)


def test_orders(several, bea, now):
    assert found("brand:hale", bea, now) == ["lamp", "kettle", "refund"]
    assert found("brand:hale", bea, now, "oldest") == ["refund", "kettle", "lamp"]
    assert found("tag:angry", bea, now, "opened") == ["lamp", "refund"]
    assert found("tag:angry", bea, now, "promise") == ["lamp", "refund"], "what is done has no next promise"
    assert found("status:open", bea, now) == ["refund", "kettle"]
    assert found("created:2026-06", bea, now) == ["lamp", "kettle", "refund"], "the newest case first"


@pytest.mark.parametrize("text", ["brand:hale", "tag:angry", "status:open -tag:moon", "-channel:portal"])
@pytest.mark.parametrize("sort", finding.ORDERS)
@pytest.mark.parametrize("looked_at", [3, 10_000])
def test_each_case_is_on_one_page_whatever_is_looked_at(
    hale, ada, bea, now, monkeypatch, text, sort, looked_at
):  # fmt: skip
    monkeypatch.setattr(finding, "LOOKED_AT", looked_at)
    for number in range(20):
        case, _message = cases.open_case(
            brand=hale, customer=ada, subject=f"n{number:02}", words=Words(text="x"), at=now + number % 4 * HOUR,
            channel="portal" if number % 5 == 4 else "email",
        )  # fmt: skip
        tags.put_on(case, ["angry" if number % 3 == 0 else "moon"], by=bea, at=now)
    sought = meanings.understand(language.read(text), user=bea, at=now)
    order = finding.order_of(sort, sought)
    monkeypatch.setattr(finding, "LOOKED_AT", 10_000)
    whole = [case.ref for case in finding.page(sought, order, after=None, most=50).cases]
    assert len(whole) > 6
    monkeypatch.setattr(finding, "LOOKED_AT", looked_at)
    shown, after, pages = [], None, 0
    while pages == 0 or after is not None:
        page = finding.page(sought, order, after=after, most=4)
        shown += [case.ref for case in page.cases]
        after, pages = page.next, pages + 1
    assert shown == whole


def test_counts_of_several_lists_in_one_question(several, bea, now, django_assert_num_queries, monkeypatch):
    lists = [
        meanings.understand(language.read(text), user=bea, at=now)
        for text in ("status:open", "tag:angry", "owner:none status:open", "team:mine -team:mine")
    ]
    with django_assert_num_queries(1):
        assert counting.counts(lists) == ["2", "2", "1", "0"]
    monkeypatch.setattr(counting, "MOST", 2)
    assert counting.counts(lists)[:3] == ["1+", "1+", "1"]
    monkeypatch.setattr(counting, "MOST", 1000)
    monkeypatch.setattr(counting, "LOOKED_AT", 2)
    assert counting.counts(lists)[:3] == ["2+", "2+", "1+"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own words")
@pytest.mark.parametrize(
    "text",
    [
        "status:open", "owner:me status:open", "owner:me", "owner:none status:open", "team:support status:open", "tag:angry",
        "tag:angry status:open", "brand:hale", "channel:email", "language:en", "promise:late", "promise:none",
        "status:resolved", "status:junk", "customer:ada@customer.example", "created:2026-06 created:<2026-07", "-tag:angry", "tag:none",
    ],
)  # fmt: skip
def test_no_list_is_read_whole(several, bea, now, text):
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    sought = meanings.understand(language.read(text), user=bea, at=now)
    chosen, _end = finding._chosen(sought, finding.order_of("", sought), None)
    plan = chosen.values("pk")[:50].explain()
    assert "SCAN cases_case\n" not in f"{plan}\n", plan
    assert "SCAN cases_tagging\n" not in f"{plan}\n", plan


def test_many_mentions_in_one_case_hide_no_other(several, bea, cleo, now, monkeypatch):
    monkeypatch.setattr(finding, "FEW", 3)
    for name, times in (("lamp", 5), ("kettle", 1)):
        for number in range(times):
            cases.note(several[name], text=f"@Bea zebra {number}", by=cleo, at=now + 100 * HOUR)
    sought = meanings.understand(language.read("zebra mentioned:me"), user=bea, at=now)
    assert {case.subject for case in finding.by_words(sought, after="", most=50).cases} == {"lamp", "kettle"}
