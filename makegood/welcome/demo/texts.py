"""What people write, by language: read once from `texts/*.toml`, the only place where the demo's words stand."""

import dataclasses
import functools
import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("en", "lt", "ru", "nl", "ja")


@dataclasses.dataclass(frozen=True)
class Said:
    """A text with braces that `stories.py` fills in, and what may follow it; nothing: whatever its matter offers.

    In the files: a string, or a list of a string and what follows it.
    """

    text: str
    then: "tuple[Said, ...]" = ()


@dataclasses.dataclass(frozen=True)
class Matter:
    """Something people write about: what they ask (then: the only fitting answers), our questions (then: their
    answers, then: ours), our answers. With a `company`: people of one write about it. `at_once`: nothing comes between.
    `need`, `seen`: what was needed, as the customer and as we would tell it."""

    topic: str
    need: str
    seen: str
    subjects: tuple[Said, ...]
    asks: tuple[Said, ...]
    questions: tuple[Said, ...] = ()
    answers: tuple[Said, ...] = ()
    company: bool = False
    at_once: bool = False


@dataclasses.dataclass(frozen=True)
class Product:
    """A thing one can buy: its name in the grammatical forms that the texts ask for, what may be wrong with it, its key,
    and its price as people write it."""

    forms: dict[str, str]
    faults: tuple[str, ...]
    sku: str
    price: str

    @property
    def minor(self) -> int:
        """The price in the currency's smallest unit."""
        return int("".join(filter(str.isdecimal, self.price)))


@dataclasses.dataclass(frozen=True)
class Texts:
    """All that is written in one language. `calls`: how a name is called (vocative); `latin`: how it is spelt in an
    address; `companies`: their domains by name; `byes`, `hellos`: the customer's; `dears`: ours. `agains`: it was not
    solved; `mends`: now it is; `whys`: why it takes longer; `vows`: in one's own words; `reasons`: for handing over.
    `terms`: of a sale; `sorrows`: what was needed, in low answers; `hurts`: what went wrong for the customer, by why;
    `generous`: why something is given; `pleas`: why more; `granted`: a lead's yes. `errand`: what a firm is asked, in a
    line and in full, and its answer (may be empty); `shelf`: what the warehouse is asked."""

    full: str
    given_female: tuple[str, ...]
    given_male: tuple[str, ...]
    family: tuple[str, ...]
    family_female: tuple[str, ...]
    calls: dict[str, str]
    latin: dict[str, str]
    companies: dict[str, str]
    hellos: tuple[str, ...]
    byes: tuple[str, ...]
    dears: tuple[str, ...]
    days: tuple[str, ...]
    amounts: tuple[str, ...]
    places: tuple[str, ...]
    thanks: tuple[Said, ...]
    nudges: tuple[Said, ...]
    holdings: tuple[Said, ...]
    notes: tuple[Said, ...]
    agains: tuple[str, ...]
    mends: tuple[str, ...]
    whys: tuple[str, ...]
    vows: tuple[str, ...]
    reasons: tuple[str, ...]
    wrote: str
    signature: str
    terms: str
    sorrows: tuple[str, ...]
    hurts: dict[str, list[str]]
    generous: tuple[str, ...]
    pleas: tuple[str, ...]
    granted: str
    templates: dict[str, str]
    products: tuple[Product, ...]
    matters: tuple[Matter, ...]
    spam: tuple[tuple[str, str], ...] = ()
    errand: tuple[str, ...] = ()
    shelf: tuple[str, ...] = ()

    def product(self, sku: str) -> Product:
        """The product of that key."""
        return next(one for one in self.products if one.sku == sku)

    def matter(self, topic: str) -> Matter:
        """What is written about a topic."""
        return next(one for one in self.matters if one.topic == topic)


@functools.cache
def of(language: str) -> Texts:
    """The texts of one of LANGUAGES."""
    with (FOLDER / f"{language}.toml").open("rb") as file:
        read: dict[str, Any] = tomllib.load(file)
    told: dict[str, Any] = {key: _said(read.pop(key)) for key in ("thanks", "nudges", "holdings", "notes")}
    matters = tuple(_matter(matter) for matter in read.pop("matters"))
    products = tuple(_product(product) for product in read.pop("products"))
    lists: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in read.items()}
    missing: dict[str, Any] = {"calls": {}, "latin": {}, "family_female": lists["family"]}
    return Texts(**missing | lists | told, products=products, matters=matters)


def _said(read: list[Any]) -> tuple[Said, ...]:
    return tuple(Said(one) if isinstance(one, str) else Said(one[0], _said(one[1:])) for one in read)


def _matter(read: dict[str, Any]) -> Matter:
    told: dict[str, Any] = {key: _said(value) if isinstance(value, list) else value for key, value in read.items()}
    return Matter(**told)


def _product(read: dict[str, Any]) -> Product:
    sku, price, faults = read.pop("sku"), read.pop("price"), tuple(read.pop("faults"))
    return Product(forms={"acc": read["item"]} | read, faults=faults, sku=sku, price=price)
