"""Whoever gives a case to another person or team records an event that says so: the lists that it leaves hear of it only then."""

import ast

from makegood.events.registry import KINDS, never
from tests.conventions.source import HOUSE, modules, shown

ACTIONS = HOUSE / "cases" / "actions"
PLACES = {"owner", "team"}


def keeps_a_place(tree):
    """Calls such as `rows.keep(case, "owner")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("keep", "update"):
            if PLACES & {one.value for one in node.args if isinstance(one, ast.Constant)}:
                yield node


def test_who_changes_where_a_case_stands_records_an_event_that_moves_it():
    moving = {kind.fact.__name__ for kind in KINDS.values() if kind.moves is not never}
    writers = [(path, node) for path, tree in modules() if path.is_relative_to(ACTIONS) for node in keeps_a_place(tree)]
    assert len(writers) > 5
    silent = []
    for path, node in writers:
        tree = ast.parse(path.read_text())
        used = {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in ast.walk(tree)}
        if not used & moving:
            silent.append(f"{shown(path, node)}: declare its event with moves=…")
    assert not silent, "\n".join(silent)
