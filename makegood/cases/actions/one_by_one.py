"""Replies whose time it is leave one by one, so that the trouble of one is not that of the next."""

import logging
import uuid
from collections.abc import Callable, Iterable

from django.db import InterfaceError, OperationalError

# Trouble of the database is no reply's own.
AWAY = (OperationalError, InterfaceError)
log = logging.getLogger(__name__)


def each(keys: Iterable[uuid.UUID], let_go: Callable[[uuid.UUID], bool]) -> int:
    """Let each of these go; how many went. One that cannot holds no other up; its trouble is raised once nothing else is
    left to do."""
    gone, troubles = 0, []
    for pk in list(keys):
        try:
            gone += let_go(pk)
        except AWAY:
            raise
        except Exception as trouble:
            log.exception("The reply %s could not leave", pk)
            troubles.append(trouble)
    if troubles and not gone:
        raise troubles[0]
    return gone
