"""Reading our own source, for the tests of its conventions."""

import ast
import configparser
from collections.abc import Iterator
from pathlib import Path

from django.apps import AppConfig, apps

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "makegood"
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(*, tests: bool = False) -> Iterator[tuple[Path, ast.Module]]:
    """Each Python file of the house with its tree; migrations and, unless asked for, tests are left out."""
    for path in sorted(HOUSE.rglob("*.py")):
        inside = path.relative_to(HOUSE).parts
        if "migrations" in inside or (not tests and ("tests" in inside or path.name == "conftest.py")):
            continue
        yield path, ast.parse(path.read_text())


def our_apps() -> list[AppConfig]:
    """The apps of the house."""
    return [app for app in apps.get_app_configs() if app.name.startswith("makegood.")]


def shown(path: Path, node: ast.AST | None = None) -> str:
    """A place that an editor can open."""
    return f"{path.relative_to(ROOT)}:{node.lineno}" if node is not None else str(path.relative_to(ROOT))


def layers() -> dict[str, int]:
    """The height of each folder of the house, from .importlinter: 0 is the ground."""
    config = configparser.ConfigParser()
    config.read(ROOT / ".importlinter")
    lines = config["importlinter:contract:layers"]["layers"].split("\n")
    heights = {}
    for height, line in enumerate(reversed([line for line in lines if line.strip()])):
        for module in line.split("|"):
            heights["makegood." + module.strip(" ()")] = height
    return heights


def folder(dotted: str) -> str:
    """`makegood.cases.models` stands in `makegood.cases`."""
    return ".".join(dotted.split(".")[:2])
