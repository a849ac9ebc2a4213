"""Words are found in five languages, in any of their forms, by those who may see the case."""

import pytest

from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.models import Case
from makegood.cases.search import tokens
from makegood.cases.words import File, Words


def opened(brand, customer, text, language, now, **more) -> Case:
    words = Words(text=text, language=language, sender="ada@customer.example", **more)
    return cases.open_case(brand=brand, customer=customer, subject="", words=words, channel="email", at=now)[0]


@pytest.mark.parametrize(
    ("language", "text", "queries"),
    [
        ("lt", "Prašau grąžinimo už sugedusią kėdę.", ["grąžinimas", "grazinimo", "grąžinimo kėdę"]),
        ("ru", "Зелёный чайник пришёл разбитым, верните деньги.", ["зеленый", "чайники", "деньги"]),
        ("nl", "De bestelling is beschadigd aangekomen.", ["bestellingen", "beschadigd"]),
        ("ja", "先週注文した商品の返品をお願いします。", ["返品", "商品", "注文した"]),
        ("en", "Where is my refund? The chairs are broken.", ["refunds", "chair", "ada@customer.example"]),
    ],
)
def test_a_word_is_found_in_its_forms(hale, ada, bea, now, language, text, queries):
    case = opened(hale, ada, text, language, now)
    opened(hale, ada, "Something else altogether", "en", now)
    for query in queries:
        found = search.find(Case.objects.visible_to(bea), query).cases
        assert case.ref in [one.ref for one in found], query


def test_all_words_must_be_there(hale, ada, bea, now):
    opened(hale, ada, "red chair", "en", now)
    assert not search.find(Case.objects.all(), "red table").cases


def test_replies_notes_and_file_names_are_found(refund, bea, now):
    cases.note(refund, text="Finance says xylotrim", by=bea, at=now)
    cases.note(refund, text="", files=(File("quittung-2026.pdf", "application/pdf", b"x"),), by=bea, at=now)
    assert [case.ref for case in search.find(Case.objects.all(), "xylotrim").cases] == [refund.ref]
    assert [case.ref for case in search.find(Case.objects.all(), "quittung").cases] == [refund.ref]


def test_eve_finds_nothing_of_ours(refund, eve):
    assert not search.find(Case.objects.visible_to(eve), "refund").cases


@pytest.mark.parametrize("query", ["", '"', "' OR 1=1 --", "NEAR(", "*", "a AND", ")", "\\", "😀", "﷽", "'|!&"])
def test_odd_queries_do_no_harm(refund, query):
    search.find(Case.objects.all(), query)


def test_pages_hold_each_case_once(hale, ada, now):
    made = {opened(hale, ada, f"common word {number}", "en", now).pk for number in range(7)}
    seen, after = [], ""
    while True:
        result = search.find(Case.objects.all(), "common", after=after, most=3)
        seen += [case.pk for case in result.cases]
        after = result.next
        if not after:
            break
    assert len(seen) == len(made) == len(set(seen))


def test_tokens_are_letters_and_digits_only():
    assert all(token.isalnum() for token in tokens.of_text("Grąžinimas! C-7F3K9 'x' \"y\" 返品を—お願い", "lt"))
