"""Reports and the board on a real `makegood serve --only web`, at several numbers of cases side by side, as somebody who may
see everything.

With --recount the figures of all cases are told anew first (`recount-reports`), and how long that takes is told: needed where
filling did not, and minutes for each hundred thousand. Then one connection asks each page again and again, a trivial page of the same server beside them; told is the median of the rounds. Prints one
JSON object. Installations are filled under benchmarks/results and kept, as by pages.py.
"""

import argparse
import datetime as dt
import json
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import installation
from benchmarks.load import Ask, run

ASKED = 40
SEES_ALL = "olive@filled.example"
COMMAND = [sys.executable, "-m", "makegood"]


def main(arguments: list[str]) -> int:
    """The command."""
    options = _options(arguments)
    asks = _asks(dt.datetime.now(dt.UTC).date())
    told: dict[int, dict[str, Any]] = {}
    with ExitStack() as served:
        running = {}
        for cases in options.sizes:
            data = installation.filled(cases, mails=options.mails)
            told[cases] = {"recount_seconds": _recount(data)} if options.recount else {}
            running[cases] = served.enter_context(installation.serving(data, "--only", "web"))
        cookies = {cases: installation.sign_in(one, SEES_ALL) for cases, one in running.items()}
        for cases, one in running.items():
            for name, ask in asks.items():
                rounds = [run(one.port, [ask] * ASKED, cookies=cookies[cases]) for _ in range(options.rounds + 1)]
                for times in rounds:
                    assert not times.wrong, times.wrong[0]
                # The first round warms caches up, and is not told.
                spent = [times.told() for times in rounds[1:]]
                told[cases][name] = {
                    key: round(median(float(str(each[key])) for each in spent), 2) for key in ("p50_ms", "p99_ms")
                }
    print(json.dumps({"benchmark": "reports", "rounds": options.rounds, "by_cases": told}))
    return 0


def _recount(data: Path) -> float:
    """Seconds to tell the figures of all cases anew."""
    environment = installation.environment(data)
    subprocess.run([*COMMAND, "migrate", "--verbosity", "0"], env=environment, check=True)
    began = time.monotonic()
    subprocess.run([*COMMAND, "recount-reports"], env=environment, check=True, stdout=subprocess.DEVNULL)
    return round(time.monotonic() - began, 1)


def _asks(today: dt.date) -> dict[str, Ask]:
    first = today - dt.timedelta(days=364)
    year = {"first": first.isoformat(), "last": today.isoformat()}

    def report(path: str = "/reports/", **more: str) -> Ask:
        return Ask(f"{path}?{urlencode(year | more)}")

    return {
        "trivial": Ask("/healthz"),
        "board": Ask("/board/", "board__figure"),
        "board_part": Ask("/board/part", "board__figure"),
        "year_by_month": report(period="month"),
        "year_by_week_and_person": report(period="week", by="person"),
        "year_by_language": report(period="month", by="language"),
        "four_weeks": Ask("/reports/"),
        "cases_opened": report("/reports/cases", figure="opened"),
        "cases_broken": report("/reports/cases", figure="broken"),
        "cases_in_backlog": report("/reports/cases", figure="backlog"),
        "year_as_csv": report("/reports/table.csv", table="parts", by="person"),
    }


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_numbers, default=[10_000], help="such as 10000,100000,1000000")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many (default %(default)s)")
    parser.add_argument("--recount", action="store_true", help="tell the figures of all cases anew first")
    parser.add_argument("--mails", type=Path, help="a Python file with ticket(number) to fill from")
    return parser.parse_args(arguments)


def _numbers(given: str) -> list[int]:
    return [int(number) for number in given.split(",")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
