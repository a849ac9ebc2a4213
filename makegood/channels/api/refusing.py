"""Which status a verb's refusal is answered with. By itself it is 409, since how things stand is against it (`troubles`); an
operation says where what was sent is at fault, 422."""

from collections.abc import Iterator, Mapping
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
def body_at_fault(called: Mapping[str, str] | None = None) -> Iterator[None]:
    """Whatever is refused is the fault of what was sent; of the fields of a refusal these are told by what programs call
    them."""
    try:
        yield
    except Refusal as refusal:
        name = (called or {}).get(refusal.field or "")
        raise HttpError(422, f"{name}: {refusal}" if name else str(refusal))
