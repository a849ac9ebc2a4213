"""What was sent from our pages, so that pressing *send* twice writes once."""

from django.db import models

from makegood.cases.models import Party
from makegood.events.keys import uuid7


class Sending(models.Model):
    """One form that was sent. `digest` is of the form's own key and of what stood in it; `party` got the words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.digest[:12]
