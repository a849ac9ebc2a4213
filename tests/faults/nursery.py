"""Where the parts that are to be killed are forked from, as `makegood serve` does it, but as soon as it is asked for.

Run as a process. A line in, a line out: `web` (or `worker`, `mail`) starts that part and tells its process id; `gone PID` waits
for its end; `hurry` and `tell` answer as account.py does. Standard error is the parts' terminal.
"""

import os
import sys
from functools import partial
from importlib import import_module

from makegood.config.parts import PARTS, load
from makegood.config.supervisor import Child, fork


def main() -> None:
    """Arguments: the number of the web's open door, the port for mail."""
    door, port = sys.argv[1:]
    given = {"web": [door], "mail": ["127.0.0.1", port], "worker": []}
    mains = load(tuple(PARTS))
    account = import_module("tests.faults.account")  # now that Django is set up
    asked = {"hurry": account.hurry, "tell": account.tell}
    for line in sys.stdin:
        what, _, about = line.strip().partition(" ")
        if what in given:
            told = str(fork(Child(what, partial(_at_the_terminal, mains[what], given[what]))))
        elif what == "gone":
            os.waitpid(int(about), 0)
            told = what
        else:
            # In a process of its own: this one may hold no connection when it forks.
            os.waitpid(fork(Child(what, partial(_answer, asked[what]))), 0)
            told = ""
        sys.stdout.write(f"{told}\n")
        sys.stdout.flush()


def _at_the_terminal(part, arguments) -> int:
    os.dup2(2, 1)
    return part(arguments)


def _answer(verb) -> int:
    verb()
    return 0


if __name__ == "__main__":
    main()
