"""Only actions write, and each only to its own app's tables: so every change has one place, and an event."""

import ast

from tests.conventions.source import HOUSE, modules, shown

ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create"}
WRITES = {*ALWAYS, "save", "create", "update", "delete"}
# What a chain of calls on a table goes through; `update` and the like belong to dictionaries and digests, too.
ON_TABLES = {"objects", "filter", "exclude", "all", "select_for_update", "select_related", "order_by"}
# Django's own API asks for these: the file, and why.
ALLOWED: dict[str, str] = {}


def is_action(path):
    inside = path.relative_to(HOUSE).parts
    return "actions" in inside or path.name == "actions.py"


def chain(node):
    """The names along `a.b(…).c`, from the last to the root."""
    names = []
    while True:
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Subscript):
            node = node.value
        else:
            break
    return [*names, node.id] if isinstance(node, ast.Name) else names


def imported(tree):
    """Names that an import binds, and where from."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            found.update({alias.asname or alias.name: node.module or "" for alias in node.names})
        elif isinstance(node, ast.Import):
            found.update({(alias.asname or alias.name).split(".")[0]: alias.name for alias in node.names})
    return found


def writes(tree):
    """Calls that write to a table, as far as their form tells."""
    names = imported(tree)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES):
            continue
        receiver = node.func.value
        if isinstance(receiver, ast.Name) and receiver.id in names:
            continue  # a verb of an imported module: `cases.delete(…)`
        if isinstance(receiver, ast.Call) and chain(receiver) == ["super"]:
            continue
        verb = node.func.attr
        through = set(chain(receiver))
        if verb in {"update", "delete", "create"} and not (through & ON_TABLES) and not is_row(receiver, verb):
            continue
        yield node


def is_row(receiver, verb):
    """`case.delete()` deletes a row; `digest.update(…)` and `headers.update(…)` do not."""
    return verb in {"delete", "create"} and isinstance(receiver, ast.Name | ast.Attribute)


def test_only_actions_write():
    for path, tree in modules():
        if is_action(path) or shown(path) in ALLOWED:
            continue
        for node in writes(tree):
            raise AssertionError(
                f"{shown(path, node)} writes with .{node.func.attr}(). Move it into a verb in actions.py: "
                "there it has a transaction and an event."
            )


def test_actions_write_only_their_own_tables():
    for path, tree in modules():
        if not is_action(path):
            continue
        inside = path.relative_to(HOUSE).with_suffix("").parts
        own = ".".join(["makegood", *inside[: inside.index("actions")], "models"])
        models = {
            name: source
            for name, source in imported(tree).items()
            if ".models" in source and source != own and not source.startswith(own + ".")
        }
        for node in writes(tree):
            root = chain(node.func)[-1]
            assert root not in models, (
                f"{shown(path, node)} writes {root}, a table of {models[root]}. Call the verb of that app instead."
            )


def test_nothing_happens_behind_a_verbs_back():
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                assert node.module not in {"django.dispatch", "django.db.models.signals"}, (
                    f"{shown(path, node)} uses signals. Say it in the verb, or as a reaction in clockwork/reactions."
                )
            if isinstance(node, ast.ClassDef) and path.parent.name != "management":
                for inner in node.body:
                    named = isinstance(inner, ast.FunctionDef) and inner.name in {"save", "delete"}
                    assert not named or not any("Model" in ast.unparse(base) for base in node.bases), (
                        f"{shown(path, inner)} overrides {inner.name}(). Put what it adds into the verb."
                    )
