"""The promise sweep: 1,000 commitments fall due among 10,000 and among 1,000,000 open ones. Prints one JSON object.

Both are the same work in the same run, on a copy of one filled installation each; the ratio should be about 1.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import installation

CASES = 2_000


def main(arguments: list[str]) -> int:
    """The command."""
    options = _options(arguments)
    data = installation.filled(CASES, mails=None)
    seconds: dict[int, list[float]] = {count: [] for count in options.open}
    for _ in range(options.rounds):
        for count in options.open:
            with installation.passing("sweep", like=data) as copy:
                seconds[count].append(_swept(copy, count, options.due))
    told = {count: round(median(each), 3) for count, each in seconds.items()}
    ratio = round(told[max(told)] / told[min(told)], 2)
    print(json.dumps({"benchmark": "sweep", "due": options.due, "seconds_by_open": told, "ratio": ratio}))
    return 0


def _swept(data: Path, count: int, due: int) -> float:
    """Seconds, measured in a process of its own that works on this installation."""
    command = [sys.executable, str(Path(__file__).parent / "sweeping.py"), str(count), str(due)]
    done = subprocess.run(command, env=installation.environment(data), check=True, capture_output=True, text=True)
    return float(done.stdout)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--open", type=_numbers, default=[10_000, 1_000_000], help="how many are open")
    parser.add_argument("--due", type=int, default=1_000, help="how many fall due (default %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many (default %(default)s)")
    return parser.parse_args(arguments)


def _numbers(given: str) -> list[int]:
    return [int(number) for number in given.split(",")]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
