"""A worker that follows events and counts, and says each time that it did: `python -m makegood.insight.tests.counting`."""

import importlib
import sys

import django
from django.utils import timezone

django.setup()
# Their models are there only now.
following = importlib.import_module("makegood.clockwork.following")
insight = importlib.import_module("makegood.insight.actions")
while True:
    now = timezone.now()
    sys.stdout.write(f"{following.work(at=now) + insight.bring_up_to_date(at=now)}\n")
    sys.stdout.flush()
