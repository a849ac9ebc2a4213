"""What sort of matter a case is: a question, an order, a complaint; the organisation's own list."""

from makegood.cases.models.own_words import OwnWord, OwnWordQuerySet


class KindQuerySet(OwnWordQuerySet["Kind"]):
    """Kinds of cases."""


class Kind(OwnWord):
    """One kind, the same for all brands. A case has one, or none: mails have none until somebody chooses it."""

    objects = KindQuerySet.as_manager()

    class Meta(OwnWord.Meta):
        abstract = False
