"""The names of a case's tags as one column, so that lists ask no question more for them."""

from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Aggregate, CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

PARTED_BY = "\x1f"  # no name holds it


class _Joined(Aggregate):
    """Texts put behind one another, with a separator."""

    function = "STRING_AGG"
    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper, **more: Any) -> Any:
        return super().as_sql(compiler, connection, function="GROUP_CONCAT", **more)


def tag_names(case: str = "pk") -> Subquery:
    """The names of the tags of the case whose key stands in this column, as `apart` reads them; null where it bears
    none. The model is asked for by name, as it stands upon that of cases."""
    name = Coalesce("tag__merged_into__name", "tag__name")
    borne = apps.get_model("cases", "Tagging").objects.shown().filter(case=OuterRef(case))
    return Subquery(borne.order_by().values("case").annotate(names=_Joined(name, Value(PARTED_BY))).values("names"))


def apart(names: str | None) -> list[str]:
    """Each name once, by name."""
    return sorted(set(names.split(PARTED_BY)), key=str.casefold) if names else []
