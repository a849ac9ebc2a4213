"""A name is held by one transaction at a time."""

import threading

import pytest
from django.db import connection, transaction

from makegood.events.holding import hold


def test_it_needs_a_transaction(transactional_db):
    with pytest.raises(RuntimeError):
        hold("a")


def test_two_go_one_after_the_other(transactional_db):
    told = []
    first_holds, second_began = threading.Event(), threading.Event()

    def second():
        first_holds.wait(10)
        second_began.set()
        with transaction.atomic():
            hold("a")
            told.append("second")
        connection.close()

    other = threading.Thread(target=second)
    other.start()
    with transaction.atomic():
        hold("a")
        first_holds.set()
        second_began.wait(10)
        other.join(0.5)
        told.append("first")
    other.join(10)
    assert told == ["first", "second"]
