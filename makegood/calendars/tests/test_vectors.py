"""The calendar agrees with what other people's calendars promise, case by case."""

from pathlib import Path

import pytest

from makegood.calendars.tests import vectors

VECTORS = vectors.load()
DOC = Path(__file__).resolve().parents[3] / "docs/business-time-vectors.md"
# Each is shown to be wrong in the document.
SHOWN_WRONG = {"moment-business-time-2b799a0fb5"}


@pytest.mark.skipif(not VECTORS, reason=f"the shared vectors are not at {vectors.DATA}")
@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_the_calendar_says_what_the_vector_expects(vector):
    agrees, said = vectors.agrees(vector)
    if vector["id"] in SHOWN_WRONG:
        assert not agrees, f"{vector['id']} agrees now: take it off the list and out of {DOC.name}"
        assert vector["id"] in DOC.read_text()
        return
    assert agrees, f"{vector['note']}: expected {vector['expected']}, said {said}"
