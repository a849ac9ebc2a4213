"""What some people can do and others cannot: the organisation's own list, who has what, and which cases ask for it."""

from django.db import models

from makegood.brands.models import Brand
from makegood.cases.models.kinds import Kind
from makegood.cases.models.own_words import OwnWord, OwnWordQuerySet
from makegood.staff.models import User


class SkillQuerySet(OwnWordQuerySet["Skill"]):
    """Skills."""


class Skill(OwnWord):
    """One skill. Cases of its `kinds` and of its `brands` ask for it, and the rota prefers its `people` for them.

    A retired one is asked for no more."""

    kinds = models.ManyToManyField(Kind, blank=True, related_name="+")
    brands = models.ManyToManyField(Brand, blank=True, related_name="+")
    people = models.ManyToManyField(User, blank=True, related_name="+")

    objects = SkillQuerySet.as_manager()

    class Meta(OwnWord.Meta):
        abstract = False
