"""The rules of the look, each with what to do instead."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import engines

HOUSE = Path(settings.BASE_DIR) / "makegood"
CSS, JS, VENDOR = (HOUSE / "ui" / "static" / "ui" / part for part in ("css", "js", "vendor"))
STYLES = sorted(HOUSE.glob("**/static/**/*.css"))
SCRIPTS = sorted(path for path in HOUSE.glob("**/static/**/*.js") if "vendor" not in path.parts)
TEMPLATES = sorted(path for path in HOUSE.glob("**/templates/**/*") if path.is_file())
MAIL = "mail"  # a template for a mail may carry style: no mail program fetches a style sheet


def named(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda path: str(path.relative_to(HOUSE)))


@named([path for path in TEMPLATES if path.suffix == ".html" and MAIL not in path.stem])
def test_nothing_is_inline_in_a_page(path):
    text = re.sub(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}", "", path.read_text(), flags=re.S)
    assert not re.search(r"\sstyle\s*=", text), "Give it a class: the policy forbids style attributes."
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text), "Give it a data- attribute and a module in ui/static/ui/js."
    assert not re.search(r"<style", text), "Write it into a file of ui/static/ui/css."
    assert not re.search(r"<script(?![^>]*\ssrc=)", text), "Write it into a module of ui/static/ui/js."
    assert not re.search(r"(src|href)=\"https?://(?!.*example)", text), "Bring it along: nothing comes from elsewhere."


def test_no_filter_of_ours_takes_the_name_of_one_of_djangos():
    engine = engines["django"].engine
    builtin = {name for library in engine.template_builtins for name in library.filters}
    for name, library in engine.template_libraries.items():
        taken = builtin & set(library.filters)
        assert not taken, f"{name} takes {taken}: pages that load it lose Django's own. Find another word."


@named(STYLES)
def test_a_style_sheet_names_tokens_and_lies_in_a_layer(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    if path.name != "tokens.css":
        colours = re.findall(r"#[0-9a-fA-F]{3,8}\b|(?:rgb|hsl|oklch|color-mix)\(", text)
        assert not colours, f"{colours}: name a token of tokens.css, or make one there with both themes."
    outside = text.split("prefers-reduced-motion")[0] if path.name == "base.css" else text
    assert "!important" not in outside, "Layers decide who wins; only the reset for reduced motion may insist."
    if path.name != "app.css":
        tops = re.sub(r"\s+", " ", re.sub(r"{(?:[^{}]|{(?:[^{}]|{(?:[^{}]|{(?:[^{}]|{[^{}]*})*})*})*})*}", ";", text))
        strays = [top.strip() for top in tops.split(";") if top.strip() and not top.strip().startswith("@layer")]
        assert not strays, f"{strays}: put it into one of the layers of app.css."


def test_every_style_sheet_is_imported_by_the_one_that_pages_name():
    imported = set(re.findall(r'@import "([^"]+)"', (CSS / "app.css").read_text()))
    assert imported == {path.name for path in CSS.glob("*.css")} - {"app.css"}


def test_every_module_is_reached_from_the_one_that_pages_name():
    reached, ahead = set(), ["app.js"]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += re.findall(r'(?:from|import) "\./([^"]+)"', (JS / name).read_text())
    assert reached == {path.name for path in JS.glob("*.js")}


@named(SCRIPTS)
def test_a_script_writes_no_markup_and_no_code(path):
    text = path.read_text()
    for forbidden in ("innerHTML", "outerHTML =", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert forbidden not in text, f"{forbidden}: build elements and set textContent."


def test_what_is_vendored_is_what_its_list_says():
    listed = dict(re.findall(r"^\| `([^`]+)` .*`([0-9a-f]{64})` \|$", (VENDOR / "VENDOR.md").read_text(), flags=re.M))
    assert listed, "VENDOR.md lists nothing."
    for path in VENDOR.glob("*.js"):
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        assert listed.get(path.name) == found, f"{path.name}: write its version, licence and sha256 into VENDOR.md."


def test_all_script_of_a_page_is_small():
    files = [*JS.glob("*.js"), *VENDOR.glob("*.js"), Path(finders.find("django_htmx/htmx-2.min.js"))]
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) < 60_000


def test_every_icon_that_a_page_names_is_drawn():
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (HOUSE / "ui" / "static" / "ui" / "icons.svg").read_text()))
    for path in TEMPLATES:
        for name in re.findall(r'{%\s*icon "([^"]+)"', path.read_text()):
            assert name in drawn, f"{path.relative_to(HOUSE)} asks for {name}: draw it in icons.svg."
