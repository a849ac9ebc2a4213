"""Links: how two cases stand to each other. Whoever reads one from the other side reads its mirror."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from makegood.cases.models.case import Case
from makegood.events.keys import uuid7
from makegood.staff.models import User


class Way(models.TextChoices):
    """How a case stands to another one, seen from it."""

    CHILD_OF = "child-of", pgettext_lazy("how a case stands to another", "Child of")
    PARENT_OF = "parent-of", pgettext_lazy("how a case stands to another", "Parent of")
    DUPLICATE_OF = "duplicate-of", pgettext_lazy("how a case stands to another", "Duplicate of")
    DUPLICATED_BY = "duplicated-by", pgettext_lazy("how a case stands to another", "Duplicated by")
    BLOCKED_BY = "blocked-by", pgettext_lazy("how a case stands to another", "Blocked by")
    BLOCKS = "blocks", pgettext_lazy("how a case stands to another", "Blocks")
    RELATED = "related", pgettext_lazy("how a case stands to another", "Related to")

    @property
    def mirror(self) -> "Way":
        """The same, seen from the other case."""
        return MIRRORS[self]


PAIRS = ((Way.CHILD_OF, Way.PARENT_OF), (Way.DUPLICATE_OF, Way.DUPLICATED_BY), (Way.BLOCKED_BY, Way.BLOCKS))
MIRRORS = {Way.RELATED: Way.RELATED, **dict(PAIRS), **{two: one for one, two in PAIRS}}
# What a row says; the others are read from its other end.
KEPT = frozenset({Way.RELATED, *(one for one, _two in PAIRS)})
# Both ends, with what they were merged into since.
ENDS = tuple(
    f"{end}{into}" for end in ("case", "other") for into in ("", "__merged_into", "__merged_into__merged_into")
)


class LinkQuerySet(models.QuerySet["Link"]):
    def standing(self) -> "LinkQuerySet":
        """Not taken off."""
        return self.filter(ended_at=None)

    def of_case(self, case: Case) -> "LinkQuerySet":
        """From and to a case, and to those that were merged into it; in the order in which they were made."""
        parts = Case.objects.part_of(case).values("pk")
        here = Link.objects.filter(case__in=parts).values("pk")
        return self.filter(pk__in=here.union(Link.objects.filter(other__in=parts).values("pk"))).order_by("id")

    def between(self, one: Case, two: Case) -> "LinkQuerySet":
        """Those of two cases, whichever end is which."""
        return self.filter(Q(case=one, other=two) | Q(case=two, other=one))

    def for_pages(self) -> "LinkQuerySet":
        """With both ends, in one query."""
        return self.select_related(*ENDS)


class Link(models.Model):
    """`case` is, for one, `way="child-of"` `other`. One that is taken off stays, so that it can be put back.
    `told_at`: when a child last heard that its parent is resolved."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links_here")
    way = models.CharField(max_length=13, choices=Way.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "other"], condition=Q(ended_at=None), name="link_once_a_pair"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_at=None, way="child-of"), name="link_to_one_parent"
            ),
            models.CheckConstraint(condition=~Q(case=models.F("other")), name="link_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.way} {self.other_id}"

    def seen_from(self, case: Case) -> tuple[Case, Way] | None:
        """The other end as it is now, and the way as it reads from this one; None where both are one case by now."""
        here, there, way = self.case.present, self.other.present, Way(self.way)
        if here.pk == there.pk:
            return None
        return (there, way) if here.pk == case.pk else (here, way.mirror)
