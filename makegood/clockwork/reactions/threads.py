"""A message takes its thread along to another case: mails that answer it come to where it is now."""

from makegood.channels.email import actions as email
from makegood.events.models import Event
from makegood.events.registry import reacts_to


@reacts_to("message.moved")
def follow(event: Event) -> None:
    """The mail that the message came as is known in the message's case."""
    email.rethread(event.data["message"])


@reacts_to("case.merged", "case.parted", "case.split", "case.split_undone")
def follow_all(event: Event) -> None:
    """Two cases became one, or one became two."""
    others = (event.data.get(name) for name in ("source", "other", "to"))
    for case in (event.about, *filter(None, others)):
        email.rethread_all(case)
