"""`makegood setup`: found the organisation without a browser."""

import sys
from email.utils import parseaddr
from getpass import getpass
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from makegood.brands.models import Organisation
from makegood.events.refusals import Refusal
from makegood.welcome import founding, guesses, tables

NEXT = """\
{organisation} is set up.

  1. Start Makegood, if it is not running:   makegood serve
  2. Sign in as {owner}:   {base}/sign-in/
  3. Let mail to {address} come here: by SMTP to this listener, or by IMAP (Settings, Mailboxes).
  4. Set an outgoing mail server there, or in MAKEGOOD_SMTP_URL; until then answers wait.

What customers are promised is public:   {base}/charter
Opening hours: Monday to Friday, 9 to 17, {timezone}, {holidays}. Change them in Settings, Calendars.
"""


class Command(BaseCommand):
    help = "Found the organisation: its first brand, support address and owner. Only once, on a fresh installation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--organisation", required=True, help="name of the company")
        parser.add_argument("--brand", default="", help="how customers know you (default: the company's name)")
        parser.add_argument("--address", required=True, help="support address customers write to")
        parser.add_argument("--owner", required=True, help="who signs in first: an address, or 'Name <address>'")
        parser.add_argument(
            "--password-stdin", action="store_true", help="read the owner's password from standard input"
        )
        spoken = ", ".join(code for code, _name in settings.LANGUAGES)
        parser.add_argument(
            "--language", default="en", help=f"{spoken}: your first one, or several by commas; the rest stand behind"
        )
        parser.add_argument("--timezone", default="", help="like Europe/Vilnius (default: the country's, else UTC)")
        parser.add_argument("--country", default="", help="two letters; its public holidays are observed")

    def handle(self, *args: Any, **options: Any) -> None:
        if not tables.are_there():
            tables.bring()
        if Organisation.objects.exists():
            raise CommandError("Makegood is already set up here.")
        name, owner = parseaddr(options["owner"])
        if "@" not in owner:
            raise CommandError(f"“{options['owner']}” is not a mail address of an owner.")
        country = options["country"] or guesses.country_at(options["timezone"])
        zone = options["timezone"] or guesses.time_zone_in(country.upper())
        try:
            founding.found(
                organisation=options["organisation"],
                brand=options["brand"],
                address=options["address"],
                owner_email=owner,
                owner_name=name or owner.partition("@")[0].replace(".", " ").title(),
                password=self._password(from_input=options["password_stdin"]),
                languages=_languages(options["language"]),
                country=country,
                timezone=zone,
                weekly=founding.OFFICE_HOURS,
                at=timezone.now(),
            )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        told = options | {"owner": owner, "timezone": zone, "base": settings.BASE_URL}
        told["holidays"] = f"closed on the public holidays of {country.upper()}" if country else "public holidays too"
        self.stdout.write(NEXT.format(**told))

    def _password(self, *, from_input: bool) -> str:
        if from_input:
            password = sys.stdin.readline().rstrip("\r\n")
        elif sys.stdin.isatty():
            password = getpass("Password of the owner: ")
        else:
            raise CommandError("Give the owner's password on standard input, with --password-stdin.")
        try:
            validate_password(password)
        except ValidationError as error:
            raise CommandError("The password: " + " ".join(error.messages)) from error
        return password


def _languages(given: str) -> list[str]:
    """Several languages by commas are the brand's; a single one is its first, and customers are greeted in the rest too."""
    named = [code.strip() for code in given.split(",") if code.strip()]
    return named if len(named) != 1 else list(dict.fromkeys([*named, *dict(settings.LANGUAGES)]))
