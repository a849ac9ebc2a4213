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
    answers, then: ours), our answers. With a `company`: people of one write about it. `at_once`: nothing comes between."""

    topic: str
    subjects: tuple[Said, ...]
    asks: tuple[Said, ...]
    questions: tuple[Said, ...] = ()
    answers: tuple[Said, ...] = ()
    company: bool = False
    at_once: bool = False


@dataclasses.dataclass(frozen=True)
class Product:
    """A thing one can buy: its name in the grammatical forms that the texts ask for, and what may be wrong with it."""

    forms: dict[str, str]
    faults: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Texts:
    """All that is written in one language. `calls`: how a name is called (vocative); `latin`: how it is spelt in an
    address; `companies`: their domains by name; `byes`, `hellos`: the customer's; `dears`: ours. `agains`: it was not
    solved; `mends`: now it is; `whys`: why it takes longer; `vows`: in one's own words; `reasons`: for handing over."""

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
    templates: dict[str, str]
    products: tuple[Product, ...]
    matters: tuple[Matter, ...]
    spam: tuple[tuple[str, str], ...] = ()


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
    forms = {key: value for key, value in read.items() if key != "faults"}
    return Product(forms={"acc": forms["item"]} | forms, faults=tuple(read["faults"]))
