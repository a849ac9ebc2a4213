"""What can happen to tags. `tag` is a key: what it is called stands in the table of tags, where it can be changed."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("case.tagged", gettext_noop("%(by)s added the tag %(tag)s"))
class CaseTagged:
    """Its facets hold the tag, too: `tag`."""

    tag: str


@event("case.untagged", gettext_noop("%(by)s took the tag %(tag)s off"))
class CaseUntagged:
    tag: str


@event("tag.renamed", gettext_noop("%(by)s renamed a tag"))
class TagRenamed:
    tag: str


@event("tag.merged", gettext_noop("%(by)s merged a tag into another"))
class TagMerged:
    tag: str
    into: str


@event("tag.removed", gettext_noop("%(by)s removed a tag from all cases"))
class TagRemoved:
    tag: str
