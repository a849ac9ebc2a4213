"""Open commitments by the million."""

import datetime as dt
from itertools import cycle, islice

from benchmarks.filling import bulk
from benchmarks.filling.keys import Keys
from benchmarks.filling.sheets import Sheet
from makegood.cases.models import Case
from makegood.promises.models import CharterLine, Commitment

CHUNK = 20_000
ABOUT_ONE_CASE = 3  # open at the same time


def make(count: int, *, due_at: dt.datetime, elsewhere: bool = False) -> None:
    """So many promises of a first reply, due at a moment and in the minutes after it: about the cases that are there,
    or `elsewhere`, three about each of other cases, which need not be there as nothing happens in them."""
    cases = list(Case.objects.values_list("ref", "brand_id", "team_id", "customer_id"))
    line = CharterLine.objects.get(key="first-reply")
    about = islice(cycle(cases), count)
    keys = Keys(int(due_at.timestamp()), count)
    for first in range(0, count, CHUNK):
        sheet = Sheet(Commitment)
        for number, (ref, brand, team, customer) in enumerate(islice(about, CHUNK)):
            made_at = due_at - dt.timedelta(hours=4)
            sheet.add(
                id=keys.at(made_at), about=f"C-{(first + number) // ABOUT_ONE_CASE:08d}" if elsewhere else ref, key=line.key, line_id=line.pk.hex, brand_id=brand.hex, team_id=team.hex,
                customer_id=customer.hex, form=line.form, ends_on=line.ends_on, work_seconds=14_400, made_at=made_at,
                running_since=made_at, due_at=due_at + dt.timedelta(seconds=(first + number) % 600),
            )  # fmt: skip
        bulk.write([(sheet.table, sheet.columns, sheet.rows)])
