"""A hand-over: a case offered to another person or team, until somebody there accepts it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.cases.models.case import Case
from makegood.cases.models.message import Message
from makegood.events.keys import uuid7
from makegood.promises.models import Commitment
from makegood.staff.models import Team, User
from makegood.staff.permissions import ANSWER_ASKS, may


class HandoverState(models.TextChoices):
    WAITING = "waiting", _("Waits for somebody to accept it")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    TAKEN_BACK = "back", _("Taken back")
    LAPSED = "lapsed", _("No longer needed")


class HandoverQuerySet(models.QuerySet["Handover"]):
    def waiting(self) -> "HandoverQuerySet":
        """Nobody has answered yet."""
        return self.filter(state=HandoverState.WAITING)

    def offered_to(self, user: User) -> "HandoverQuerySet":
        """Those that this person may accept: offered to them, or to a team of theirs."""
        return self.filter(Q(owner=user) | Q(owner=None, team__in=scope.of(user).teams))

    def for_pages(self) -> "HandoverQuerySet":
        """With all that a page or a letter tells of them."""
        return self.select_related("case", "giver", "owner", "team", "message", "due", "answered_by")


class Handover(models.Model):
    """An offer of a case. Until it is accepted, whoever had the case answers for it; the clocks run on.

    `ref` (`H-…`) is what our promise to the giver, that somebody answers in time, is about. `owner` None: to whoever of
    the team accepts first. The reason is a note in the case.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="handovers")
    giver = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, db_index=False, related_name="+")
    message = models.ForeignKey(
        Message, on_delete=models.SET_NULL, null=True, blank=True, db_index=False, related_name="+"
    )
    due = models.ForeignKey(Commitment, on_delete=models.PROTECT, db_index=False, related_name="+")
    offered_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=HandoverState.choices, default=HandoverState.WAITING)
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True, help_text="Why it was declined.")

    objects = HandoverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(state="waiting"), name="handover_one_waits"),
        ]
        indexes = [
            models.Index(fields=["owner", "team"], condition=Q(state="waiting"), name="handover_waiting"),
            models.Index(fields=["message"], name="handover_message"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.state}"

    def is_for(self, user: User) -> bool:
        """Whether it is theirs to answer, as in `offered_to`."""
        return self.owner_id == user.pk if self.owner_id else self.team_id in scope.of(user).teams

    def may_be_taken_back_by(self, user: User) -> bool:
        """Whoever offered it, whoever answers for the case, and leads."""
        return user.pk in (self.giver_id, self.case.owner_id) or may(user, ANSWER_ASKS)

    def is_alike(self, *, owner: User | None, team: Team, reason: str, by: User) -> bool:
        """Whether the same person offers it to the same for the same reason."""
        said = self.message.text if self.message else ""
        return (self.giver_id, self.owner, self.team_id, said) == (by.pk, owner, team.pk, reason.strip())
