"""Tags: words that our people put on cases, to find them together."""

import unicodedata

from django.db import models
from django.db.models import Q

from makegood.cases.models.case import Case
from makegood.events.keys import uuid7
from makegood.staff.models import User

LONGEST_TAG = 40


def fold_tag(name: str) -> str:
    """By what two names are the same tag: whatever the case of their letters, their width and their spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())[:LONGEST_TAG]


class TagQuerySet(models.QuerySet["Tag"]):
    def in_use(self) -> "TagQuerySet":
        """Those that can be put on cases, by name. Keyset: key."""
        return self.filter(removed_at=None, merged_into=None).order_by("key")

    def called(self, name: str) -> "Tag | None":
        """The tag of this name; of a name that was merged into another, the other. None where there is none."""
        found = self.filter(removed_at=None, key=fold_tag(name)).select_related("merged_into").first()
        return found and found.present

    def beginning(self, text: str) -> "TagQuerySet":
        """Those in use whose name begins so."""
        return self.in_use().filter(key__startswith=fold_tag(text))

    def same_as(self, tag: "Tag") -> "TagQuerySet":
        """A tag and those that were merged into it: cases still bear them until they are tidied."""
        return self.filter(Q(pk=tag.pk) | Q(merged_into=tag))


class Tag(models.Model):
    """A word for cases, the same for all brands. `key` is its folded name. One merged into another leads there for good,
    so its name goes on being understood; one that is removed is there until it is off all cases."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=LONGEST_TAG)
    key = models.CharField(max_length=LONGEST_TAG)
    merged_into = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="merged")
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = TagQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key"], condition=Q(removed_at=None), name="tag_once_a_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def present(self) -> "Tag":
        """The tag that it is now."""
        return self.merged_into or self


class TaggingQuerySet(models.QuerySet["Tagging"]):
    def shown(self) -> "TaggingQuerySet":
        """What cases bear, without what waits to be tidied away."""
        return self.filter(tag__removed_at=None)

    def to_tidy(self) -> "TaggingQuerySet":
        """Of tags that were removed, or merged into another."""
        gone = Tag.objects.filter(Q(merged_into__isnull=False) | Q(removed_at__isnull=False))
        return self.filter(tag__in=gone.values("pk"))


class Tagging(models.Model):
    """A case bears a tag."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, db_index=False, related_name="taggings")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")

    objects = TaggingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "case"], name="tagging_once_a_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.tag_id}"
