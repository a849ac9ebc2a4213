"""The documents fail when they lag behind the code."""

import re

from makegood.config import urls  # noqa: F401 - with it all rooms are loaded, and what they tell of
from makegood.events import catalogue, registry
from tests.conventions.source import ROOT, modules, shown

VARIABLE = re.compile(r"\bMAKEGOOD_[A-Z_]*[A-Z]\b")
# Examples in explanations, and what only the tests read.
NOT_SETTINGS = {"MAKEGOOD_X", "MAKEGOOD_X_FILE"}


def test_each_setting_has_its_heading():
    headings = set(re.findall(r"^## `(MAKEGOOD_\w+)`", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE))
    read = set()
    for path, _ in modules():
        for name in set(VARIABLE.findall(path.read_text())) - NOT_SETTINGS:
            read.add(name)
            assert name in headings, (
                f"{shown(path)} reads {name}: say what it is for in docs/settings.md, under ## `{name}`"
            )
    assert headings <= read, f"docs/settings.md explains what nobody reads: {', '.join(sorted(headings - read))}"


def test_each_event_has_its_sentence():
    for kind in registry.KINDS.values():
        assert kind.sentence.strip(), f"{kind.name} has no sentence: what would a person say that happened?"
        assert re.fullmatch(r"[a-z_]+\.[a-z_]+", kind.name), f"{kind.name}: name it noun.verb, such as case.opened"


def test_the_list_of_events_is_complete():
    page = ROOT / "docs" / "events.md"
    assert page.exists() and page.read_text() == catalogue.markdown(), "docs/events.md is out of date: run `make docs`."
