"""A worker that only reminds customers, and says when it begins: `python -m makegood.clockwork.tests.nudging_all`."""

import datetime as dt
import importlib
import sys

import django

DUE = dt.datetime(2026, 6, 4, 9, 0, tzinfo=dt.UTC)  # three days after the Monday of the tests

django.setup()
# Its models are there only now.
nudging = importlib.import_module("makegood.clockwork.nudging")
sys.stdout.write("begins\n")
sys.stdout.flush()
while True:
    nudging.work(at=DUE)
