"""Pages: inbox, case, search and reply on a real `makegood serve --only web`, at several numbers of cases side by side.

Times of one connection that asks anew when it is answered, as one agent does; a trivial page of the same server stands
beside them. Each round asks at each size in turn; told is the median of the rounds. Prints one JSON object, with the
ratio of the largest to the smallest size. Installations are filled under benchmarks/results and kept.
"""

import argparse
import json
import re
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import databases, installation
from benchmarks.load import Ask, run
from tests.serving import Makegood

ASKED = 100
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Desk:
    """One installation of a size, served, with somebody signed in."""

    def __init__(self, makegood: Makegood, cases: int) -> None:
        self.makegood = makegood
        self.cookies = installation.sign_in(makegood)
        self.refs = [ref for place in range(ASKED) for ref in self._opened(cases * place // ASKED)]
        waiting = "SELECT ref FROM cases_case WHERE state = 'waiting' LIMIT %s"
        self.waiting = [ref for (ref,) in databases.ask(makegood.data, waiting, ASKED)]

    def _opened(self, before: int) -> list[str]:
        """The case before which so many were opened, in the order of keys, which is that of time."""
        asked = "SELECT ref FROM cases_case ORDER BY id LIMIT 1 OFFSET %s"
        return [ref for (ref,) in databases.ask(self.makegood.data, asked, before)]

    def asks(self, rare: str, common: str) -> dict[str, list[Ask]]:
        """What is asked of each kind of page."""
        return {
            "trivial": [Ask("/healthz")] * ASKED,
            "inbox": [Ask("/inbox/team/", "case-row")] * ASKED,
            "case": [Ask(f"/cases/{ref}", ref) for ref in self.refs],
            "search_rare": [Ask(f"/search?q={rare}", "case-row")] * ASKED,
            "search_common": [Ask(f"/search?q={common}", "case-row")] * ASKED,
            "reply": self._replies(),
        }

    def _replies(self) -> list[Ask]:
        first = run(self.makegood.port, [Ask(f"/cases/{self.refs[0]}")], cookies=self.cookies)
        token = TOKEN.search(first.last.decode())
        assert token is not None, "the case page has no form"
        fields = {"csrfmiddlewaretoken": token[1], "text": "We look into it.\n\nBea", "anyway": "1"}
        return [Ask(f"/cases/{ref}/replies", fields=fields, status=302) for ref in self.waiting]


def main(arguments: list[str]) -> int:
    """The command."""
    options = _options(arguments)
    with ExitStack() as served:
        desks = {}
        for cases in options.sizes:
            data = installation.filled(cases, mails=options.mails)
            desks[cases] = Desk(served.enter_context(installation.serving(data, "--only", "web")), cases)
        told = _measure(desks, options)
    ratios = _ratios(told)
    print(json.dumps({"benchmark": "pages", "rounds": options.rounds, "by_cases": told, "largest_to_smallest": ratios}))
    return 0


def _measure(desks: dict[int, Desk], options: argparse.Namespace) -> dict[int, dict[str, Any]]:
    asks = {cases: desk.asks(options.rare, options.common) for cases, desk in desks.items()}
    rounds: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for _ in range(options.rounds + 1):
        for page in asks[options.sizes[0]]:
            for cases, desk in desks.items():
                times = run(desk.makegood.port, asks[cases][page], cookies=desk.cookies)
                assert not times.wrong, times.wrong[0]
                rounds.setdefault((cases, page), []).append(times.told())
    # The first round warms caches up, and is not told.
    return {
        cases: {
            page: {
                name: round(median(each[name] for each in rounds[cases, page][1:]), 2) for name in ("p50_ms", "p99_ms")
            }
            for page in asks[cases]
        }
        for cases in desks
    }


def _ratios(told: dict[int, dict[str, Any]]) -> dict[str, dict[str, float]]:
    smallest, largest = told[min(told)], told[max(told)]
    return {
        page: {name: round(largest[page][name] / smallest[page][name], 2) for name in ("p50_ms", "p99_ms")}
        for page in smallest
    }


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_numbers, default=[10_000], help="such as 10000,100000,1000000")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many (default %(default)s)")
    parser.add_argument("--rare", default="%22578DKB%22", help="a rare word to search for, which has no copies")
    parser.add_argument("--common", default="order", help="and a common one")
    parser.add_argument("--mails", type=Path, help="a Python file with ticket(number) to fill from")
    return parser.parse_args(arguments)


def _numbers(given: str) -> list[int]:
    return [int(number) for number in given.split(",")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
