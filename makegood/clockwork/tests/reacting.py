"""A worker that only follows events, and says each time that it did: `python -m makegood.clockwork.tests.reacting`."""

import importlib
import sys

import django
from django.utils import timezone

django.setup()
# Its models are there only now.
following = importlib.import_module("makegood.clockwork.following")
while True:
    sys.stdout.write(f"{following.work(at=timezone.now())}\n")
    sys.stdout.flush()
