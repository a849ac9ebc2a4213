"""Small files with names from the trade."""

import ast
import re
import subprocess

import pytest

from tests.conventions.source import HOUSE, ROOT, Function, modules, our_apps, shown

BUDGET = {".py": 300, ".html": 100, ".css": 300, ".js": 200}
SAYS_NOTHING = {"utils", "util", "helpers", "services", "managers", "common", "misc", "core", "lib"}
# A few words that a machine's own folders begin with; the brackets keep this line from finding itself.
MACHINE_PATH = re.compile(r"(?<![\w.$}\]])/(?:work|farm|root|home)/[A-Za-z.]")


def tracked():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("no git here to list the files")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_outgrows_its_budget():
    for path in tracked():
        if path.suffix not in BUDGET or "migrations" in path.parts or "vendor" in path.parts:
            continue
        lines = path.read_text().count("\n")
        assert lines <= BUDGET[path.suffix], (
            f"{shown(path)} has {lines} lines, {BUDGET[path.suffix]} are its budget. An idea inside wants a name "
            "and a file of its own."
        )


def test_every_app_has_a_readme():
    folders = [ROOT / app.name.replace(".", "/") for app in our_apps()] + [HOUSE / "config"]
    for folder in folders:
        readme = folder / "README.md"
        assert readme.exists(), f"{shown(folder)} has no README.md: ten lines on what, which words, why here."


def test_names_come_from_the_trade():
    for path in HOUSE.rglob("*"):
        assert path.stem not in SAYS_NOTHING, (
            f"{shown(path)} says nothing. Which idea is in it? Give it the name of that idea."
        )


def test_imports_stand_at_the_top():
    for path, tree in modules(tests=True):
        for function in (node for node in ast.walk(tree) if isinstance(node, Function)):
            for node in ast.walk(function):
                assert not isinstance(node, ast.Import | ast.ImportFrom), (
                    f"{shown(path, node)} imports inside a function. That hides a circle: move the shared part down."
                )


def test_nothing_knows_the_machine_it_was_written_on():
    for path in tracked():
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        found = MACHINE_PATH.search(text)
        assert not found, f"{shown(path)} names a path of one machine: {text[found.start() : found.start() + 40]!r}"
