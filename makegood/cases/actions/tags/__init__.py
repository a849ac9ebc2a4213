"""What can be done with tags: put on a case and taken off; renamed, merged and removed for all cases."""

from makegood.cases.actions.tags.keeping import merge, remove, rename, tidy
from makegood.cases.actions.tags.putting import put_on, take_off
from makegood.cases.actions.tags.rows import check

__all__ = ["check", "merge", "put_on", "remove", "rename", "take_off", "tidy"]
