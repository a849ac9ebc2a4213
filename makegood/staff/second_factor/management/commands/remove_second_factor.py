"""`makegood remove-second-factor STAFF_EMAIL`: for the administrator whom nobody else can help."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from makegood.staff.models import User, fold
from makegood.staff.second_factor import actions as second_factor


class Command(BaseCommand):
    help = (
        "Remove somebody's second factor and passkeys: their password alone lets them in, until they set up a new one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="STAFF_EMAIL", help="whose second factor it is")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.working().filter(email=fold(options["email"])).first()
        if user is None:
            raise CommandError(f"Nobody who works here signs in as {options['email']}.")
        second_factor.remove_all(user, by="", at=timezone.now())
        self.stdout.write(f"{user.name} signs in with the password alone.")
