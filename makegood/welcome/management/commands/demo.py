"""`makegood demo`: load the demo company."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from makegood.events.refusals import Refusal
from makegood.staff.models import Role
from makegood.welcome import tables
from makegood.welcome.demo import company, loading

TOLD = """\
The demo company {name} is loaded: {brands}.
Nobody in it is real, and no mail ever leaves it.

Sign in at {base}/sign-in/ with the password   {password}

{people}

What its customers are promised is public:   {base}/charter
"""


class Command(BaseCommand):
    help = "Load a company that does not exist, with weeks of history. Only on a fresh installation; it never mails."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=1, help="another number tells other stories")

    def handle(self, *args: Any, **options: Any) -> None:
        if not tables.are_there():
            tables.bring()
        try:
            loading.load(at=timezone.now(), seed=options["seed"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        people = "\n".join(
            f"  {one.email:24}{one.role_named:15}{', '.join(one.teams) or 'all brands' * (one.role == Role.LEADER)}"
            for one in company.PEOPLE
        )
        names = ", ".join(face.name for face in company.FACES)
        told = {"name": company.NAME, "brands": names, "base": settings.BASE_URL, "password": company.PASSWORD}
        self.stdout.write(TOLD.format(people=people, **told))
