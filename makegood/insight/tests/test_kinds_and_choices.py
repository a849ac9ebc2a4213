"""Figures by kind, and by what is chosen in the organisation's own fields: counted, told, narrowed, and their cases opened."""

import csv
import datetime as dt
import importlib
import io
import re

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makegood.cases.actions import fields, kinds
from makegood.cases.actions.fields import Look
from makegood.cases.models import FieldType
from makegood.insight.models import Tally, Uncounted
from makegood.insight.tests.conftest import count_all, told


@pytest.fixture
def now():
    return timezone.now() - dt.timedelta(days=3)


@pytest.fixture
def complaint(owner, now):
    return kinds.add("Complaint", names={"lt": "Skundas"}, by=owner, at=now)


@pytest.fixture
def colour(owner, now):
    return fields.add(Look("Colour", FieldType.CHOICE, choices=("Red", "Dark blue")), by=owner, at=now)


@pytest.fixture
def parts(owner, now):
    return fields.add(Look("Parts", FieldType.CHOICES, choices=("Cable", "Lamp", "Base")), by=owner, at=now)


@pytest.fixture
def report(cleo):
    client = Client()
    client.force_login(cleo)
    return lambda name="reports", **asked: client.get(reverse(name), asked)


def opened(**which):
    return {what: figures["opened"] for (_day, what), figures in told(**which).items() if figures.get("opened")}


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_a_kind_chosen_later_moves_the_figures(asks, bea, complaint, now):
    one, _other = asks(1), asks(2)
    count_all()
    assert opened(of="kind") == {"": 2}
    kinds.choose(one, complaint, by=bea, at=now)
    count_all()
    assert opened(of="kind") == {"": 1, str(complaint.pk): 1}
    kinds.choose(one, None, by=bea, at=now)
    count_all()
    assert opened(of="kind") == {"": 2}


def test_a_case_counts_under_each_of_several_choices(asks, bea, colour, parts, now):
    one = asks(1)
    asks(2)
    fields.fill(one, {"colour": ["dark-blue"], "parts": ["cable", "base"]}, by=bea, at=now)
    count_all()
    assert opened(of="field") == {f"{colour.pk}:dark-blue": 1, f"{parts.pk}:base": 1, f"{parts.pk}:cable": 1}
    fields.fill(one, {"colour": ["red"], "parts": []}, by=bea, at=now)
    count_all()
    assert opened(of="field") == {f"{colour.pk}:red": 1}


def test_reports_are_parted_and_narrowed_by_both_and_open_their_cases(asks, bea, complaint, colour, report, now):
    one, other = asks(1), asks(2)
    kinds.choose(one, complaint, by=bea, at=now)
    fields.fill(one, {"colour": ["dark-blue"]}, by=bea, at=now)
    fields.fill(other, {"colour": ["red"]}, by=bea, at=now)
    count_all()
    page = text(report(by="kind"))
    assert "Complaint 1 0 0 1" in page and "No kind chosen 1 0 0 1" in page
    assert "Dark blue 1 0 0 1" in text(report(by=f"field:{colour.pk}"))
    narrow = {"kind": f"kind:{complaint.pk}", "none": "kind:", "colour": f"field:{colour.pk}:red"}
    listed = {
        name: re.findall("C-[A-Z0-9]{6}", text(report("report-cases", only=only))) for name, only in narrow.items()
    }
    assert listed == {"kind": [one.ref], "none": [other.ref], "colour": [other.ref]}
    assert "Opened 1 0 +1" in text(report(only=narrow["colour"]))
    body = b"".join(report("report-csv", table="parts", by=f"field:{colour.pk}").streaming_content).decode("utf-8-sig")
    assert [(row["colour"], row["opened"]) for row in csv.DictReader(io.StringIO(body))] == [
        ("Dark blue", "1"),
        ("Red", "1"),
    ]


@pytest.mark.parametrize("asked", [{"only": "field:"}, {"only": "kind:x"}, {"only": "field:x:red"}, {"by": "field:x"}])
def test_what_is_no_kind_or_field_is_the_usual_report(asked, asks, report):
    asks(1)
    count_all()
    assert "Opened 1 0 +1" in text(report(**asked))


def test_what_was_counted_before_has_its_kinds_afterwards(asks, bea, complaint, hale):
    one, _other = asks(1), asks(2)
    count_all()
    Tally.objects.filter(of="kind").delete()
    importlib.import_module("makegood.insight.migrations.0006_past_kinds").sums_of_no_kind(apps, None)
    assert opened(of="kind") == {"": 2}
    kinds.choose(one, complaint, by=bea, at=timezone.now())
    Uncounted.objects.get_or_create(case=one)
    count_all()
    assert opened(of="kind") == {"": 1, str(complaint.pk): 1}
