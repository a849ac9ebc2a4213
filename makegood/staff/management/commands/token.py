"""`makegood token STAFF_EMAIL`: a key to the programming interface."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff.models import User, fold


class Command(BaseCommand):
    help = "Make a token for the programming interface. It may do what its owner may, and is shown only this once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="STAFF_EMAIL", help="whose token it is")
        parser.add_argument("--label", default="command line", help="what it is for, to know it by later")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.working().filter(email=fold(options["email"])).first()
        if user is None:
            raise CommandError(f"Nobody who works here signs in as {options['email']}.")
        try:
            self.stdout.write(staff.make_token(user, label=options["label"], by="", at=timezone.now()))
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
