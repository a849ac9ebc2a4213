"""Stories: what a customer of a shop for the home writes, and how it goes on. Pure, seeded, thousands a second.

`story(number, seed=…)` is the same on every machine. The demo company is made of them, and benchmarks fill
installations with them.
"""

import dataclasses
import datetime as dt
import random
import unicodedata
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeVar

from makegood.welcome.demo import texts
from makegood.welcome.demo.texts import Matter, Product, Said, Texts

Who = Literal["customer", "agent", "note"]
Outcome = Literal["open", "waiting", "resolved", "closed"]
Channel = Literal["email", "portal"]
T = TypeVar("T")

# How often: languages, outcomes, channels.
LANGUAGES = {"en": 30, "lt": 21, "nl": 19, "ru": 15, "ja": 15}
OUTCOMES: dict[Outcome, int] = {"open": 14, "waiting": 12, "resolved": 20, "closed": 54}
PORTAL, FROM_A_COMPANY, NUMBERED_ADDRESS = 0.18, 0.08, 0.35
DOMAINS = ("mail.example", "post.example", "inbox.example.net", "letters.example.org")
# How many hours after the words before: most are quick, some are slow; who has to ask again waited for a day.
AGENT_HOURS = (0.2, 0.4, 0.7, 1, 1.5, 2, 2.5, 3, 4, 6, 9)
CUSTOMER_HOURS = (0.3, 1, 2, 5, 14, 26)
NUDGE_HOURS = (20, 26, 44)
# Here an amount is what was paid; elsewhere it is a part of that.
OF_THE_PRICE = frozenset({"cancel", "complaint", "damaged", "double", "refund", "warranty"})
# What follows the customer's first words. Q: we ask back, D: they answer that, A: we settle it, H: we say that we are
# at it, N: a note, M: they ask again, T: they say thanks.
COURSES: dict[Outcome, tuple[str, ...]] = {
    "open": ("", "", "", "N", "M", "QD", "HM", "QDN"),
    "waiting": ("Q", "NQ", "HQ", "QDA", "A"),
    "resolved": ("A", "A", "NA", "QDA", "HA", "QDAT", "AT"),
    "closed": ("A", "A", "A", "A", "A", "NA", "NA", "QDA", "QDA", "QDA", "MA", "HA", "AT", "AT", "QDAT", "HNAT"),
}
WHO: dict[str, Who] = {"D": "customer", "M": "customer", "T": "customer", "N": "note"}


class Turn(NamedTuple):
    """One message, `offset` after the story began. A note is written by staff, for staff."""

    offset: dt.timedelta
    who: Who
    text: str


@dataclasses.dataclass(frozen=True)
class Person:
    """A customer who does not exist: the domains are reserved for examples (RFC 2606)."""

    name: str
    address: str
    company: str = ""


@dataclasses.dataclass(frozen=True)
class Story:
    """One matter of one customer. `turns` begin with the customer's words at offset zero, in order of time. `order` and
    `sku`: the number and the product that the texts name."""

    number: int
    language: str
    topic: str
    customer: Person
    subject: str
    channel: Channel
    turns: tuple[Turn, ...]
    outcome: Outcome
    order: str
    sku: str


def story(number: int, *, seed: int = 1) -> Story:
    """The story of this number. Another seed tells other stories."""
    chance = random.Random(seed * 1_000_003 + number)  # noqa: S311 - to be believed, not to be secret
    language = _weighed(LANGUAGES, chance)
    written = texts.of(language)
    matter = chance.choice(written.matters)
    person, filling = _customer(written, chance, from_company=matter.company)
    product = chance.choice(written.products)
    filling |= _filling(written, matter, product, person, chance)
    outcome = _weighed(OUTCOMES, chance)
    return Story(
        number=number,
        language=language,
        topic=matter.topic,
        customer=person,
        subject=_filled(chance.choice(matter.subjects), filling),
        channel="portal" if chance.random() < PORTAL else "email",
        turns=tuple(_turns(written, matter, filling, outcome, chance)),
        outcome=outcome,
        order=filling["order"],
        sku=product.sku,
    )


def _weighed(weights: dict[T, int], chance: random.Random) -> T:
    return chance.choices(list(weights), list(weights.values()))[0]


def _customer(written: Texts, chance: random.Random, *, from_company: bool) -> tuple[Person, dict[str, str]]:
    woman = chance.random() < 0.5
    given = chance.choice(written.given_female if woman else written.given_male)
    family = chance.choice(written.family_female if woman else written.family)
    full = written.full.format(given=given, family=family)
    local = f"{_latin(written, given)}.{_latin(written, family)}"
    company, domain = "", chance.choice(DOMAINS)
    if from_company or chance.random() < FROM_A_COMPANY:
        company, domain = chance.choice(list(written.companies.items()))
    elif chance.random() < NUMBERED_ADDRESS:
        local += str(chance.randrange(100))
    called = {"name": given, "family": family, "full": full, "call": written.calls.get(given, given)}
    called["a"] = "а" if woman else ""  # how a Russian verb ends in the past
    return Person(full, f"{local}@{domain}", company), called


def _latin(written: Texts, name: str) -> str:
    """The name as it stands in an address."""
    plain = unicodedata.normalize("NFKD", written.latin.get(name, name)).encode("ascii", "ignore").decode()
    return "".join(letter for letter in plain.lower() if letter.isalnum())


def _filling(written: Texts, matter: Matter, product: Product, person: Person, chance: random.Random) -> dict[str, str]:
    filling = product.forms | {
        "fault": chance.choice(product.faults),
        "order": str(chance.randrange(100_000, 999_999)),
        "serial": str(chance.randrange(10_000, 99_999)),
        "amount": chance.choice(written.amounts),
        "day": chance.choice(written.days),
        "place": chance.choice(written.places),
        "company": person.company,
    }
    return filling | {"amount": product.price} if matter.topic in OF_THE_PRICE else filling


def _turns(
    written: Texts, matter: Matter, filling: dict[str, str], outcome: Outcome, chance: random.Random
) -> list[Turn]:
    said = asked = chance.choice(matter.asks)
    answers = asked.then or matter.answers
    bye = chance.choice(written.byes).format_map(filling)
    first = f"{chance.choice(written.hellos)}\n\n{_filled(asked, filling)}\n\n{bye}"
    turns = [Turn(dt.timedelta(), "customer", first)]
    for step in _course(matter, asked, outcome, chance):
        who = WHO.get(step, "agent")
        said = chance.choice(_choices(written, matter, step, said=said, answers=answers))
        if step == "D":
            answers = said.then or answers
        text = _filled(said, filling)
        if who == "agent":
            text = f"{chance.choice(written.dears).format_map(filling)}\n\n{text}"
        hours = AGENT_HOURS if who != "customer" else NUDGE_HOURS if step == "M" else CUSTOMER_HOURS
        later = dt.timedelta(seconds=int(chance.choice(hours) * 3600 * (0.6 + 0.8 * chance.random())))
        turns.append(Turn(turns[-1].offset + later, who, text))
    return turns


def _course(matter: Matter, asked: Said, outcome: Outcome, chance: random.Random) -> str:
    course = chance.choice(COURSES[outcome])
    if matter.at_once:
        return "" if outcome == "open" else "A"
    if matter.questions and not asked.then:
        return course
    course = "".join(step for step in course if step not in "QD")  # nothing to ask back about
    return course if "A" in course or outcome == "open" else course + "A"


def _choices(written: Texts, matter: Matter, step: str, *, said: Said, answers: Sequence[Said]) -> Sequence[Said]:
    """What may be said at a step of the course; `said` is what was said just before."""
    match step:
        case "Q":
            return matter.questions
        case "D":
            return said.then
        case "A":
            return answers
        case "H":
            return written.holdings
        case "N":
            return written.notes
        case "M":
            return written.nudges
        case _:
            return written.thanks


def _filled(said: Said, filling: dict[str, str]) -> str:
    """With the braces filled in, and a capital at the beginning, which a day or a thing may not have."""
    full = said.text.format_map(filling)
    return full[:1].upper() + full[1:]
