"""All benchmarks in one run, one JSON object a line: `make bench ARGS="--sizes 10000,100000,1000000 --mails FILE"`.

Each can be run alone, with more to choose: business_time.py, memory.py, sweep.py, quality.py, pages.py, every_page.py, reports.py,
live.py, mail_in.py. What they print is kept under benchmarks/results, too.
"""

import argparse
import datetime as dt
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> int:
    """The command. Returns how many benchmarks failed."""
    options = _options(arguments)
    mails = ["--mails", options.mails] if options.mails else []
    rounds = ["--rounds", str(options.rounds)]
    before = sorted({0, *(int(size) for size in options.sizes.split(",") if int(size) == 100_000)})
    commands = {
        "business_time": [],
        "memory": [],
        "sweep": rounds,
        "quality": ["--sizes", options.sizes],
        "pages": ["--sizes", options.sizes, *rounds, *mails, *options.words],
        "reports": ["--sizes", options.sizes, *rounds, *mails],
        "every_page": ["--sizes", options.sizes, *mails],
        "live": ["--cases", options.sizes.split(",")[0], *mails],
        "mail_in": ["--cases", ",".join(map(str, before)), *rounds, *mails],
    }
    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    failed = 0
    for name, given in commands.items():
        print(f"{name} …", file=sys.stderr)
        command = [sys.executable, str(HERE / f"{name}.py"), *given]
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
        failed += done.returncode != 0
        print(done.stdout, end="", flush=True)
        if done.stdout:
            stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S")
            (folder / f"{stamp}-{name}.json").write_text(done.stdout)
    return failed


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000", help="numbers of cases for the pages (default %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many (default %(default)s)")
    parser.add_argument("--mails", default="", help="a Python file with ticket(number) and make_mails")
    options = parser.parse_args(arguments)
    # A word that occurs in the tickets of such a file; without one, the pages have their own.
    options.words = ["--common", "refund"] if options.mails else []
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
