"""A function from a Python file that is not ours, named on the command line."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any


def function(path: Path, name: str) -> Callable[..., Any]:
    """The function `name` of the file. Raises SystemExit when there is none."""
    spec = importlib.util.spec_from_file_location("from_elsewhere", path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit(f"{path} is no Python file.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[..., Any] | None = getattr(module, name, None)
    if found is None:
        raise SystemExit(f"{path} has no function {name}.")
    return found
