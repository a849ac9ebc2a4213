"""A worker that follows events and counts who came back, and says each time that it did: `python -m` this module."""

import importlib
import sys

import django
from django.utils import timezone

django.setup()
# Their models are there only now.
following = importlib.import_module("makegood.clockwork.following")
recovery = importlib.import_module("makegood.recovery.actions")
while True:
    now = timezone.now()
    sys.stdout.write(f"{following.work(at=now) + recovery.count_customers(at=now)}\n")
    sys.stdout.flush()
