"""Every page that grows nothing with the cases: processor time and queries at several sizes. Prints one JSON object.

    .venv/bin/python benchmarks/every_page.py --sizes 10000,1000000 --plans

Each is asked in a process of its own, without a server, so that a busy machine disturbs little; told are milliseconds of
processor time (on PostgreSQL that is our part alone, so beside it the time of the clock) and the number of queries. With
--plans also each query that walks through a whole table or index, or sorts, with the way the database goes.
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
    options = _options(arguments)
    sizes = sorted(int(size) for size in options.sizes.split(","))
    told = {size: _measured(size, options) for size in sizes}
    small, large = told[sizes[0]], told[sizes[-1]]
    ratios = {
        page: {
            name: round(large[page][name] / max(small[page][name], 0.01), 2)
            for name in ("p50", "p99", "clock_p50", "clock_p99")
        }
        for page in small
    }
    print(json.dumps({"benchmark": "every_page", "by_cases": told, "largest_to_smallest": ratios}))
    return 0


def _measured(size: int, options: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """By page."""
    data = installation.filled(size, mails=options.mails)
    command = [sys.executable, str(Path(__file__).parent / "asking.py"), str(options.asked)]
    command += ["--plans"] if options.plans else []
    done = subprocess.run(command, env=installation.environment(data), check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000", help="such as 10000,1000000 (default %(default)s)")
    parser.add_argument("--asked", type=int, default=30, help="how often each page is asked (default %(default)s)")
    parser.add_argument("--plans", action="store_true", help="tell the ways that may grow")
    parser.add_argument("--mails", type=Path, help="a Python file with ticket(number) to fill from")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
