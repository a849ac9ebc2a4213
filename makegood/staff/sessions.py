"""Who is signed in: Django's sessions and people, asked for by composed questions, as each page begins with both."""

import uuid
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User
from makegood.staff.second_factor.models import owes_one

SESSION = PreparedQuery(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data", flat=True)
)
PERSON = PreparedQuery(lambda key: User.objects.filter(pk=key).annotate(owes_second_factor=owes_one()))


class SessionStore(db.SessionStore):
    """Django's sessions in the database."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing when it is unknown or over, and then it gets a new key."""
        for data in SESSION(key=self.session_key, now=timezone.now()):
            return self.decode(data)
        self._session_key = None
        return {}


class Backend(ModelBackend):
    """Django's sign-in by password."""

    def get_user(self, user_id: Any) -> User | None:
        """The person of a session, when they still work here."""
        person = next(iter(PERSON(key=uuid.UUID(str(user_id)))), None)
        return person if person is not None and self.user_can_authenticate(person) else None
