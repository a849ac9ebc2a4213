"""Tries that come at the same moment are counted one after the other, on either database."""

import threading

import pytest
from django.db import connection

from makegood.staff import actions as staff
from makegood.staff import limits


@pytest.mark.django_db(transaction=True)
def test_of_eight_tries_at_once_as_many_are_let_in_as_may_be(now):
    gate, let_in = threading.Barrier(8), []

    def attempt():
        gate.wait()
        try:
            let_in.append(staff.attempt("sign-in:x", most=3, within=limits.MINUTE, at=now))
        finally:
            connection.close()

    tries = [threading.Thread(target=attempt) for _number in range(8)]
    for one in tries:
        one.start()
    for one in tries:
        one.join()
    assert (len(let_in), sum(let_in)) == (8, 3)
