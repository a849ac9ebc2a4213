"""What has just been made is kept in mind as long as one says so, and no longer."""

from makegood.events import together


def asked():
    return "asked"


def test_what_is_remembered_is_not_asked():
    made = ["first reply"]
    with together.remembering():
        together.remember("C-ADA", made)
        assert together.recall("C-ADA", asked) is made
        assert together.recall("C-BEA", asked) == "asked"


def test_nothing_is_remembered_afterwards_nor_where_nobody_said_so():
    with together.remembering():
        together.remember("C-ADA", "made")
    together.remember("C-ADA", "made")
    assert together.recall("C-ADA", asked) == "asked"
