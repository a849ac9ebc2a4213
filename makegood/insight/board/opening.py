"""Where the figures of a board open the cases behind them: lists of the desk, in filter words, and reports. Whoever looks
finds there what they may see."""

import dataclasses
from urllib.parse import urlencode

from django.urls import reverse

from makegood.insight.board.floor import Floor
from makegood.insight.board.standing import Board


@dataclasses.dataclass(frozen=True)
class Opening:
    """An address for each figure; "": its cases may not be seen."""

    waiting: str
    longest: str
    risk: str
    late: str
    kept: str
    broken: str


def of_board(floor: Floor, board: Board) -> Opening:
    """For somebody who is signed in. What was kept and broken by others stands in reports, which not everybody may
    read."""
    waits = ("new", "waiting")
    return Opening(
        waiting=_list(floor, status=waits),
        longest=_list(floor, status=waits, sort="oldest"),
        risk=_list(floor, promise="at-risk"),
        late=_list(floor, promise="late"),
        kept=_report(floor, board, "kept"),
        broken=_report(floor, board, "broken"),
    )


def _list(floor: Floor, **words: str | tuple[str, ...]) -> str:
    of = {"team": floor.team.name} if floor.team else {}
    return _search(**words, **of, **({"brand": floor.brand.slug} if floor.brand else {}))


def _search(**words: str | tuple[str, ...]) -> str:
    return f"{reverse('search')}?{urlencode(words, doseq=True)}"


def _report(floor: Floor, board: Board, figure: str) -> str:
    if not floor.shows_people:
        return ""
    today = board.today.isoformat()
    asked = floor.query | {"figure": figure, "first": today, "last": today}
    return f"{reverse('report-cases')}?{urlencode(asked)}"
