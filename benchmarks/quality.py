"""The quality page and its lists, with 10,000 and 1,000,000 finished cases. Prints one JSON object.

Each size is an installation of its own with two years of them, asked in a process of its own; told is processor time of
the server's side in milliseconds, which a loaded machine disturbs least. The ratio should be about 1.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import installation


def main(arguments: list[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,1000000", help="numbers of finished cases (default %(default)s)")
    parser.add_argument("--asked", type=int, default=100, help="how often each page is asked (default %(default)s)")
    options = parser.parse_args(arguments)
    sizes = sorted(int(size) for size in options.sizes.split(","))
    told = {size: _measured(size, options.asked) for size in sizes}
    pages = told[sizes[0]]
    ratios = {
        page: {name: round(told[sizes[-1]][page][name] / pages[page][name], 2) for name in pages[page]}
        for page in pages
    }
    print(json.dumps({"benchmark": "quality", "by_cases": told, "largest_to_smallest": ratios}))
    return 0


def _measured(size: int, asked: int) -> dict[str, dict[str, float]]:
    """By page: median and 99th percentile."""
    with installation.passing("quality") as data:
        command = [sys.executable, str(Path(__file__).parent / "quality_pages.py"), str(size), str(asked)]
        environment = installation.environment(data)
        done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
