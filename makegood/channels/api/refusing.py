"""Which status a verb's refusal is answered with. By itself it is 409, since how things stand is against it (`troubles`); an
operation says where what was sent is at fault, 422."""

from collections.abc import Iterator
from contextlib import contextmanager

from ninja.errors import HttpError

from makegood.events.refusals import Refusal


@contextmanager
def fields_at_fault() -> Iterator[None]:
    """A refusal about a field is the fault of what was sent, and says which; one about none is left alone. For verbs whose
    arguments have the names that programs send."""
    try:
        yield
    except Refusal as refusal:
        if refusal.field:
            raise HttpError(422, f"{refusal.field}: {refusal}")
        raise


@contextmanager
def body_at_fault() -> Iterator[None]:
    """Whatever is refused is the fault of what was sent."""
    try:
        yield
    except Refusal as refusal:
        raise HttpError(422, str(refusal))
