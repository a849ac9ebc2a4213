"""Addresses of a case's pages and acts. Each is looked up once and then filled in, as a page has dozens."""

import functools
import uuid

from django.urls import reverse

REF, KEY = "C-REF", uuid.UUID(int=0)


def of(name: str, ref: str) -> str:
    """The address of that name for a case."""
    return _of_case(name).format(ref=ref)


def within(name: str, ref: str, key: uuid.UUID) -> str:
    """The address of that name for what has a key within a case: a message, a file, a promise."""
    return _within_case(name).format(ref=ref, key=key)


def of_order(ref: str) -> str:
    """The address of an order."""
    return _order().format(ref=ref)


@functools.cache
def _order() -> str:
    return reverse("order", args=[REF]).replace(REF, "{ref}")


@functools.cache
def _of_case(name: str) -> str:
    return reverse(name, args=[REF]).replace(REF, "{ref}")


@functools.cache
def _within_case(name: str) -> str:
    return reverse(name, args=[REF, KEY]).replace(REF, "{ref}").replace(str(KEY), "{key}")
