"""Two cases turn out to be one matter: nothing that was said or promised is lost, and it can be taken back."""

import datetime as dt

import pytest

from makegood.brands.models import Brand
from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.actions.drafting import Unsent
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, CaseState, Draft, Merge, Shelf
from makegood.cases.words import File, Words
from makegood.customers import actions as customers
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, LedgerEntry

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def second(hale, ada, now, refund) -> Case:
    """Ada writes about the same matter once more, an hour later, from scratch, copying Sis."""
    words = Words(
        text="Is anybody there? It is about the zeppelin.", language="en", sender="ada@customer.example",
        sender_name="Ada Byron", cc=("sis@customer.example",),
    )  # fmt: skip
    return cases.open_case(
        brand=hale, customer=ada, subject="Refund!", words=words, channel="email", at=now + HOUR
    )[0]  # fmt: skip


def promised(case: Case) -> list[str]:
    return sorted(f"{one.key} {one.state}" for one in Commitment.objects.about(case.ref))


def test_words_people_and_promises_go_over(refund, second, bea, now):
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    refund.refresh_from_db()
    assert [message.text for message in refund.messages.order_by("at")] == [
        "Where is my refund?",
        "Is anybody there? It is about the zeppelin.",
    ]
    assert promised(refund) == [
        f"{key} open" for key in ("acknowledged", "first-reply", "resolved") for _each in (1, 2)
    ]
    assert promised(second) == []
    assert refund.parties.filter(address="sis@customer.example", role="copied").exists()
    assert refund.message_count == 2
    assert LedgerEntry.objects.filter(kind="moved", reason=refund.ref).count() == 3


def test_the_earliest_due_time_survives_whichever_way_they_merge(refund, second, bea, now):
    cases.merge(refund, into=second, by=bea, at=now + 2 * HOUR)
    second.refresh_from_db()
    assert second.next_due_at == now + dt.timedelta(seconds=60)
    assert second.opened_at == now, "the customer's first word counts"


def test_one_reply_keeps_what_both_promised(refund, second, bea, now):
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    cases.reply(refund, Answer(text="It left us today.", undo_seconds=0), by=bea, at=now + 3 * HOUR)
    kept = Commitment.objects.filter(about=refund.ref, key="first-reply", state="kept")
    assert kept.count() == 2


def test_the_old_case_leaves_every_list_and_leads_to_the_new_one(refund, second, bea, now):
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    second.refresh_from_db()
    assert (second.shelf, second.is_open, second.present) == (Shelf.MERGED, False, refund)
    found = search.find(Case.objects.visible_to(bea), "zeppelin")
    assert [case.ref for case in found.cases] == [refund.ref]


def test_its_words_are_found_by_whoever_sees_the_one_even_from_a_brand_of_others(refund, second, bea, eve, dan, now):
    other = Brand.objects.create(name="Other", slug="other", calendar=refund.brand.calendar)
    eve.teams.get().brands.add(other)
    Case.objects.filter(pk=second.pk).update(brand=other, team=eve.teams.get())
    second.refresh_from_db()

    def found(user):
        return [case.ref for case in search.find(Case.objects.visible_to(user), "zeppelin").cases]

    assert (found(bea), found(eve)) == ([], [second.ref])
    cases.merge(second, into=refund, by=dan, at=now + 2 * HOUR)
    assert (found(bea), found(eve)) == ([refund.ref], [])


def test_words_and_replies_for_the_old_case_arrive_in_the_new_one(refund, second, bea, now):
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    message = cases.add_words(
        second, customer=second.customer, words=Words(text="Well?"), channel="email", at=now + 3 * HOUR
    )
    reply = cases.reply(second, Answer(text="Yes."), by=bea, at=now + 3 * HOUR)
    assert (message.case, reply.case) == (refund, refund)


def test_a_stale_page_cannot_throw_away_the_case_it_was_merged_into(refund, second, bea, now):
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    cases.junk(second, by=bea, at=now + 3 * HOUR)
    refund.refresh_from_db()
    assert refund.shelf == Shelf.NONE


def test_who_waits_in_either_waits_in_the_one(refund, second, bea, now):
    cases.reply(refund, Answer(text="Done.", resolves=True, undo_seconds=0), by=bea, at=now + HOUR)
    refund.refresh_from_db()
    assert refund.state == CaseState.RESOLVED
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    refund.refresh_from_db()
    assert (refund.state, refund.is_open) == (CaseState.WAITING_FOR_US, True)
    assert not Commitment.objects.filter(about=refund.ref, key="fixed", state="broken").exists()


def test_it_is_undone_with_one_press(refund, second, bea, now):
    cases.reply(refund, Answer(text="Done.", resolves=True, undo_seconds=0), by=bea, at=now + HOUR)
    before = {case.ref: promised(case) for case in (refund, second)}
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    cases.unmerge(Merge.objects.get(), by=bea, at=now + 3 * HOUR)
    refund.refresh_from_db()
    second.refresh_from_db()
    assert {case.ref: promised(case) for case in (refund, second)} == before
    assert (refund.state, refund.opened_at, refund.message_count) == (CaseState.RESOLVED, now, 2)
    assert (second.shelf, second.is_open, second.state, second.message_count) == ("", True, CaseState.NEW, 1)
    assert second.messages.get().text.startswith("Is anybody")
    assert not refund.parties.filter(address="sis@customer.example").exists()
    with pytest.raises(cases.CannotMerge):
        cases.unmerge(Merge.objects.get(), by=bea, at=now + 3 * HOUR)


def test_a_reply_that_was_taken_back_counts_in_neither_case(refund, second, bea, now):
    undone = cases.reply(second, Answer(text="Oops."), by=bea, at=now)
    assert cases.undo(undone, by=bea, at=now)
    cases.merge(second, into=refund, by=bea, at=now + HOUR)
    cases.unmerge(Merge.objects.get(), by=bea, at=now + 2 * HOUR)
    refund.refresh_from_db()
    second.refresh_from_db()
    assert (refund.message_count, second.message_count) == (1, 1)


def test_what_was_said_and_promised_since_stays(refund, second, bea, now):
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    cases.reply(refund, Answer(text="To both.", undo_seconds=0), by=bea, at=now + 3 * HOUR)
    cases.unmerge(Merge.objects.get(), by=bea, at=now + 4 * HOUR)
    refund.refresh_from_db()
    assert refund.state == CaseState.WAITING_FOR_CUSTOMER
    assert refund.messages.filter(text="To both.").exists()
    assert Commitment.objects.get(about=second.ref, key="first-reply").state == "kept"


def test_unsent_words_come_along(refund, second, bea, now):
    for case, text in ((refund, "Dear Ada,"), (second, "We looked into it.")):
        Draft.objects.create(case=case, staff=bea, text=text, changed_at=now)
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    assert refund.drafts.get().text == "Dear Ada,\n\nWe looked into it."


def test_files_of_unsent_words_come_along(refund, second, bea, now):
    for case, name in ((refund, "here.txt"), (second, "there.txt")):
        files = (File(name, "text/plain", name.encode()),)
        cases.save_draft(case, Unsent(kind="reply", text="Dear Ada,", files=files), by=bea, at=now)
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    assert sorted(file.name for file in refund.drafts.get().files.all()) == ["here.txt", "there.txt"]


@pytest.mark.parametrize("kinds", [("reply", "note"), ("note", "reply")])
def test_an_unsent_note_never_becomes_a_reply(refund, second, bea, now, kinds):
    for case, kind in zip((refund, second), kinds, strict=True):
        cases.save_draft(case, Unsent(kind=kind, text=f"A {kind}."), by=bea, at=now)
    cases.merge(second, into=refund, by=bea, at=now + 2 * HOUR)
    draft = refund.drafts.get()
    assert (draft.kind, draft.text) == ("note", f"A {kinds[0]}.\n\nA {kinds[1]}.")


@pytest.mark.parametrize("reason", ["same", "merged", "shelved", "closed"])
def test_what_cannot_be_one_says_why(refund, second, hale, bea, now, reason):
    other = second
    if reason == "same":
        other = refund
    elif reason == "merged":
        eve = customers.find_or_create(address="eve@evil.example", at=now)
        third, _ = cases.open_case(
            brand=hale, customer=eve, subject="", words=Words(text="Hi"), channel="email", at=now
        )
        cases.merge(second, into=third, by=bea, at=now)
    elif reason == "shelved":
        cases.junk(second, by=bea, at=now)
    else:
        cases.resolve(second, by=bea, at=now)
        cases.close_due(at=now + dt.timedelta(days=8))
    with pytest.raises(cases.CannotMerge) as refused:
        cases.merge(refund, into=other, by=bea, at=now)
    assert refused.value.reason == reason


def test_two_merges_of_the_same_case_are_one(refund, second, bea, now):
    cases.merge(second, into=refund, by=bea, at=now)
    with pytest.raises(cases.CannotMerge):
        cases.merge(second, into=refund, by=bea, at=now)
    assert promises.settle_due(at=now + 2 * HOUR) == [refund.ref] * 2
