"""A charter may promise for those who are asked for help, and is held to it: due by its line, counted as its promise."""

import datetime as dt

import pytest

from makegood.cases.actions import tasks
from makegood.cases.models import Task
from makegood.cases.tests.test_tasks import errand
from makegood.cases.words import Words
from makegood.promises import actions as promises
from makegood.promises import charter, record
from makegood.promises.charter import Terms
from makegood.promises.models import Form, Hours
from makegood.promises.sentences import notes, sentence

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def terms(event: str, amount: int, unit: str, **more) -> Terms:
    return Terms(
        key=charter.OF_TASKS[event], form=Form.WITHIN, starts_on=[charter.TASK_GIVEN], ends_on=[event], amount=amount,
        unit=unit, hours=Hours.ALWAYS, **more,
    )  # fmt: skip


ANSWERED, DONE = terms(charter.TASK_ANSWERED, 2, "hours"), terms(charter.TASK_DONE, 5, "days")


@pytest.fixture
def held_to_it(hale, now):
    """Hale's charter promises an answer in two hours and the work in five days."""
    promises.publish(brand=hale, lines=[*charter.DEFAULT, ANSWERED, DONE], by="", at=now)


@pytest.fixture
def boiler(held_to_it, refund, bea, now) -> Task:
    return tasks.give(refund, errand(), by=bea, at=now)


def counts(brand, now) -> dict[str, tuple[int, int, int]]:
    found = record.of_brand(brand.pk, list(charter.OF_TASKS.values()), today=now.date())
    return {key: (one.kept, one.broken, one.excused) for key, one in found.items()}


def test_each_is_due_as_the_charter_says_and_counted_as_its_promise(boiler, hale, now):
    assert (boiler.answer.due_at, boiler.due.due_at) == (now + 2 * HOUR, now + 5 * DAY)
    assert (boiler.answer.line.key, boiler.due.line.key) == ("task-answer", "task-done")
    tasks.answer(boiler, Words(text="On Monday."), at=now + HOUR)
    assert counts(hale, now) == {"task-answer": (1, 0, 0), "task-done": (0, 0, 0)}
    promises.settle_due(at=now + 6 * DAY)
    tasks.finish(boiler, at=now + 6 * DAY)
    assert counts(hale, now + 6 * DAY) == {"task-answer": (1, 0, 0), "task-done": (0, 1, 0)}


def test_what_is_taken_back_is_shown_apart(boiler, hale, bea, now):
    tasks.take_back(boiler, by=bea, at=now + HOUR)
    assert counts(hale, now) == {"task-answer": (0, 0, 1), "task-done": (0, 0, 1)}


def test_a_time_that_was_agreed_for_the_work_counts_instead(held_to_it, refund, bea, now):
    task = tasks.give(refund, errand(due_at=now + 9 * DAY), by=bea, at=now)
    assert (task.due.due_at, task.due.line) == (now + 9 * DAY, None)
    assert task.answer.due_at == now + 2 * HOUR


def test_elsewhere_and_before_it_is_a_working_day_as_ever(refund, bea, hale, now):
    only_api = terms(charter.TASK_ANSWERED, 2, "hours", scope={"channel": ["api"]})
    promises.publish(brand=hale, lines=[*charter.DEFAULT, only_api], by="", at=now)
    task = tasks.give(refund, errand(), by=bea, at=now)
    assert (task.answer.due_at, task.answer.line, task.due) == (now + DAY, None, None)


def test_it_reads_as_one_sentence():
    begun = "When we ask another team or a contractor to do something for you, "
    assert sentence(ANSWERED, "en") == begun + "they answer within 2 hours."
    assert sentence(DONE, "en") == begun + "they do it within 5 days."
    assert "Where another time is agreed for the work, that one counts." in notes(DONE, "en")
