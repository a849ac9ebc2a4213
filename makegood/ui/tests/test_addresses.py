"""Addresses come out as Django's own do, whatever is put into them."""

import uuid

import pytest
from django.urls import NoReverseMatch, reverse

from makegood.ui.addresses import address

KEY = uuid.UUID("0190a2b4-0000-7000-8000-000000000001")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("inbox", ()),
        ("case", ("C-7F3K9Q",)),
        ("case", ("a b",)),
        ("case", ("ų?#%",)),
        ("case-file", ("C-7F3K9Q", KEY)),
        ("case-file", ("C-7F3K9Q", str(KEY))),
    ],
)
def test_it_reads_as_djangos_own(name, values):
    for _ in range(2):
        assert address(name, *values) == reverse(name, args=values)


@pytest.mark.parametrize(
    ("name", "values"),
    [("nowhere", ()), ("case", ()), ("case", ("a/b",)), ("case", ("",)), ("case-file", ("C-7", "x"))],
)
def test_what_has_no_address_is_refused(name, values):
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            address(name, *values)
