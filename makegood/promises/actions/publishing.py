"""Publishing a charter: each edit is a new version from a date; it binds new commitments only."""

import datetime as dt
from collections.abc import Sequence

from makegood.brands.models import Brand
from makegood.events.actions import record, verb
from makegood.promises import charter, remedies
from makegood.promises.events import CharterPublished
from makegood.promises.models import CharterLine, CharterVersion


@verb
def publish(
    *,
    brand: Brand,
    lines: Sequence[charter.Terms],
    by: str,
    at: dt.datetime,
    valid_from: dt.datetime | None = None,
) -> CharterVersion:
    """Publish the lines as the brand's next version, valid from a moment not in the past (default: at once).

    Raises ValueError for a beginning in the past, or a remedy that cannot be promised.
    """
    valid_from = valid_from or at
    if valid_from < at:
        raise ValueError("a charter cannot begin in the past")
    for line in lines:
        if line.remedy is not None and (wrong := remedies.faults(line.remedy, languages=brand.languages)):
            raise ValueError(f"{line.key} names no remedy that can be owed: {wrong[0][0]}")
    latest = CharterVersion.objects.filter(brand=brand).order_by("-number").first()
    number = latest.number + 1 if latest else 1
    version = CharterVersion(brand=brand, number=number, valid_from=valid_from, published_at=at)
    version.save(force_insert=True)
    CharterLine.objects.bulk_create(
        CharterLine(version=version, position=position, **terms.columns()) for position, terms in enumerate(lines)
    )
    record(CharterPublished(version=str(version.pk), number=number), about=f"B-{brand.slug}"[:40], at=at, by=by)
    return version


def publish_default_charter(*, brand: Brand, by: str, at: dt.datetime) -> CharterVersion:
    """Give a new brand the charter that every brand starts with."""
    return publish(brand=brand, lines=charter.DEFAULT, by=by, at=at)
