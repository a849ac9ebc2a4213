"""What can be done with links between cases: make one, take it off, tell children that their parent is resolved."""

from makegood.cases.actions.links.linking import link, unlink
from makegood.cases.actions.links.telling import tell_children

__all__ = ["link", "tell_children", "unlink"]
