"""A charter line may name what is owed if it is broken; the public page says so in every language."""

import dataclasses
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from makegood.promises import actions as promises
from makegood.promises import charter, remedies, remedy_words
from makegood.promises.models import CharterLine, CharterVersion
from makegood.promises.remedies import RemedyKind, RemedyTerms
from makegood.promises.tests.test_charter_page import rows

FIVE = ["en", "lt", "ru", "nl", "ja"]
WORDS = {code: f"A cake ({code})" for code in FIVE}
VOUCHER = RemedyTerms(kind="voucher", days=2, amount=Decimal("10.00"), currency="EUR")
ALL = [
    VOUCHER,
    RemedyTerms(kind="credit", days=1, amount=Decimal("1500"), currency="JPY"),
    RemedyTerms(kind="refund", days=3, amount=Decimal("1.250"), currency="KWD"),
    RemedyTerms(kind="apology", days=1, person="S-222222", name="Olive Hale"),
    RemedyTerms(kind="call", days=1),
    RemedyTerms(kind="call", days=1, person="S-222222", name="Olive Hale"),
    RemedyTerms(kind="delivery", days=5),
    RemedyTerms(kind="words", days=2, words=WORDS),
]


@pytest.mark.parametrize(
    ("terms", "said"),
    list(
        zip(
            ALL,
            [
                "If we fail, you get a voucher of €10.00 within 2 working days.",
                "If we fail, you get a credit of ¥1,500 within 1 working day.",
                "If we fail, you get KWD1.250 back within 3 working days.",
                "If we fail, Olive Hale apologises to you in person within 1 working day.",
                "If we fail, a lead of our team calls you within 1 working day.",
                "If we fail, Olive Hale calls you within 1 working day.",
                "If we fail, you get a code for a free delivery within 5 working days.",
                "If we fail, you get this within 2 working days: A cake (en)",
            ],
            strict=True,
        )
    ),
)
def test_what_is_owed_reads_as_one_sentence(terms, said):
    assert remedy_words.sentence(terms, "en") == said
    assert not remedies.faults(terms, languages=FIVE)


@pytest.mark.parametrize("language", FIVE)
def test_every_language_says_every_remedy(language):
    for terms in ALL:
        said = remedy_words.sentence(terms, language)
        assert "%(" not in said
        assert str(terms.days) in said
        assert terms.name in said
    assert f"A cake ({language})" in remedy_words.sentence(ALL[-1], language)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": Decimal("0")}, "amount"),
        ({"amount": Decimal("-5")}, "amount"),
        ({"amount": Decimal("1.005")}, "amount"),
        ({"amount": None}, "amount"),
        ({"currency": "EUX"}, "currency"),
        ({"days": 0}, "days"),
        ({"days": 91}, "days"),
        ({"kind": "apology", "amount": None, "currency": ""}, "person"),
        ({"kind": "call"}, "amount"),
        ({"kind": "words", "amount": None, "currency": "", "words": {"en": "A cake"}}, "words_lt"),
        ({"kind": "cake"}, "kind"),
    ],
)
def test_what_cannot_be_owed_is_named_by_its_field_and_never_published(hale, now, change, field):
    terms = dataclasses.replace(VOUCHER, **change)
    assert field in [name for name, _told in remedies.faults(terms, languages=FIVE)]
    lines = [dataclasses.replace(charter.DEFAULT[1], remedy=terms)]
    with pytest.raises(ValueError, match="remedy"):
        promises.publish(brand=hale, lines=lines, by="", at=now)
    assert CharterVersion.objects.count() == 1


@pytest.mark.parametrize("terms", ALL)
def test_a_published_line_gives_back_what_was_promised(hale, now, terms):
    lines = [dataclasses.replace(charter.DEFAULT[1], remedy=terms)]
    promises.publish(brand=hale, lines=lines, by="", at=now)
    assert CharterLine.objects.get(version__number=2).remedy == terms


def test_the_database_keeps_no_money_without_an_amount(hale):
    with pytest.raises(IntegrityError), transaction.atomic():
        CharterLine.objects.filter(key="first-reply").update(remedy_kind="refund")


def write(client, hale, **given):
    data = rows(client, hale) | {f"form-1-remedy_{name}": value for name, value in given.items()} | {"publish": "1"}
    return client.post(reverse("charter-write", args=[hale.slug]), data)


def test_the_editor_publishes_a_remedy_and_the_page_and_the_figures_tell_it(client, hale, owner):
    client.force_login(owner)
    response = write(client, hale, kind="voucher", amount="10", currency="eur", days="3")
    assert response.status_code == 302, response.context["forms"].errors
    page = client.get("/charter").content.decode()
    assert "If we fail, you get a voucher of €10.00 within 3 working days." in page
    assert "You need not ask for it." in page
    told = {each["key"]: each["remedy"] for each in client.get("/charter.json").json()["promises"]}
    assert told["first-reply"] == "If we fail, you get a voucher of €10.00 within 3 working days."
    assert told["resolved"] is None


def test_the_next_version_leaves_the_published_one_as_it_was(client, hale, owner):
    client.force_login(owner)
    write(client, hale, kind="apology", person=owner.key)
    first = CharterLine.objects.get(version__number=2, key="first-reply").remedy
    assert (first.kind, first.name, first.days) == (RemedyKind.APOLOGY, owner.name, 2)
    write(client, hale, kind="")
    assert CharterLine.objects.get(version__number=3, key="first-reply").remedy is None
    assert CharterLine.objects.get(version__number=2, key="first-reply").remedy == first


def test_a_slip_is_told_at_its_field_with_all_that_was_typed(client, hale, owner):
    client.force_login(owner)
    response = write(client, hale, kind="refund", amount="3.999", currency="EUR")
    assert response.status_code == 422
    assert "no more decimals than the currency has" in response.content.decode()
    assert 'value="3.999"' in response.content.decode()
    assert CharterVersion.objects.count() == 1
