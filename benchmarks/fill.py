"""Fill an empty installation with very many cases: `benchmarks/fill.py --cases 10000`, in MAKEGOOD_DATA or
MAKEGOOD_DATABASE_URL.

It founds the company "Filled" (support@example.com; sign in as bea@filled.example, password makegood-demo) and writes the
cases of a year, the same ones each time, in the shape that the verbs would have given them; the first ten thousand, of which
the others are copies made inside the database. `--mails FILE` takes them
from a Python file with `ticket(number)` instead of the demo's generator. What is not empty is refused.
"""

import argparse
import datetime as dt
import os
import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makegood.config.settings")

import django


def main(arguments: list[str]) -> int:
    """The command."""
    options = _options(arguments)
    django.setup()
    # Models can be read only now.
    import_module("benchmarks.filling.whole").fill(**vars(options))
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000, help="how many (default %(default)s)")
    parser.add_argument(
        "--told", type=int, default=10_000, help="tell so many, and copy them where --cases is a multiple; 0: tell all"
    )
    parser.add_argument("--mails", type=Path, help="a Python file with ticket(number) to take them from")
    parser.add_argument("--days", type=int, default=365, help="the time they are spread over (default %(default)s)")
    parser.add_argument("--until", type=_day, default=_day(""), help="the day up to which (default: today)")
    parser.add_argument("--seed", type=int, default=1, help="another one gives other cases (default %(default)s)")
    parser.add_argument("--processes", type=int, default=2, help="that tell tales, beside the one that writes")
    return parser.parse_args(arguments)


def _day(given: str) -> dt.datetime:
    day = dt.date.fromisoformat(given) if given else dt.datetime.now(dt.UTC).date()
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
