"""Run by live.py on an installation: `changing.py AGENTS CASES` makes so many agents who are signed in, gives each so many open
cases, prints them as JSON, and then makes changes in the first case of each: for a line `COUNT RATE` so many, at so many a
second, by the verbs that mail and the desk call. Of each it prints its number and when it was committed."""

import datetime as dt
import itertools
import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makegood.config.settings")

import django
from django.test import Client


def main(agents: int, each: int) -> None:
    """Prepare, then do as told until nobody asks for more."""
    django.setup()
    floor = Floor(agents, each)
    _say(json.dumps(floor.told))
    numbers = itertools.count(int(time.time()) % 100_000 * 10_000)  # no earlier run had them
    for line in sys.stdin:
        count, rate = line.split()
        began = time.monotonic()
        for place in range(int(count)):
            time.sleep(max(0.0, began + place / float(rate) - time.monotonic()))
            number = next(numbers)
            floor.change(number)
            _say(f"{number} {time.time()}")


class Floor:
    """The agents, and the case that each has open."""

    def __init__(self, agents: int, each: int) -> None:
        # Models can be read only now.
        self.cases = import_module("makegood.cases.actions")
        self.words = import_module("makegood.cases.words").Words
        models, staff = import_module("makegood.cases.models"), import_module("makegood.staff.models")
        team, now = staff.Team.objects.get(), dt.datetime.now(dt.UTC)
        people = [_agent(number, team, now) for number in range(agents)]
        waiting = models.Case.objects.in_work().exclude(state="resolved").select_related("customer", "brand")
        held = list(waiting.order_by("-last_at")[: agents * each])
        assert len(held) == agents * each, f"only {len(held)} cases are open"
        for number, person in enumerate(people):
            for case in held[number::agents]:
                case.owner = person
        models.Case.objects.bulk_update(held, ["owner"], batch_size=500)
        self.open = held[:agents]
        self.lead = staff.User.objects.get(email="cleo@filled.example")
        self.told = [
            {"session": _signed_in(person), "ref": case.ref} for person, case in zip(people, self.open, strict=True)
        ]

    def change(self, number: int) -> None:
        """One in two: a note of the lead, else the customer writes."""
        case, now = self.open[number % len(self.open)], dt.datetime.now(dt.UTC)
        if number // len(self.open) % 2:
            self.cases.note(case, text=_words(number), by=self.lead, at=now)
        else:
            self.cases.add_words(
                case, customer=case.customer, words=self.words(text=_words(number)), channel="email", at=now
            )


def _agent(number: int, team: Any, at: dt.datetime) -> Any:
    """Enrolled now, unless an earlier run did."""
    staff = import_module("makegood.staff.models")
    email = f"agent{number}@filled.example"
    there = staff.User.objects.filter(email=email).first()
    if there is not None:
        return there
    enrol, who = import_module("makegood.staff.actions").enrol, {"name": f"Agent {number}", "role": staff.Role.AGENT}
    return enrol(email=email, teams=[team], language="en", timezone="Europe/Vilnius", password="", at=at, **who)


def _words(number: int) -> str:
    return f"This is change-{number}- of many."


def _signed_in(person: Any) -> str:
    client = Client()
    client.force_login(person)
    return str(client.cookies["sessionid"].value)


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
