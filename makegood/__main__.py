"""The `makegood` command: `serve` and its companions start here, the rest are the apps' management commands."""

import os
import sys
from importlib import import_module

from makegood.config.parts import PARTS

# These see to Django themselves, or do without.
PLAIN = {
    "serve": "makegood.config.serve",
    "compile-translations": "makegood.config.translations",
    "parse-mail": "makegood.channels.email.parsing.command",
    "find-promises": "makegood.promises.own_words.command",
    "classify": "makegood.recovery.hearing.command",
}
# With it: what `serve` runs, and what it does before.
WITH_DJANGO = {"prepare": "makegood.config.prepare", "check": "makegood.config.checking", **PARTS}
HELP = """Makegood: customer service that keeps its word.

  makegood serve        web pages, worker and mail listener (--only web, worker or mail; --host --port --smtp-port)
  makegood setup        found the organisation without a browser
  makegood demo         load a company that does not exist, to look round in; it never mails
  makegood take-in      take in mails from files, a Maildir, an mbox or standard input
  makegood parse-mail   show what Makegood understands of a mail
  makegood find-promises  find the commitments in what our people write
  makegood classify     tell which texts of customers complain or are angry
  makegood recount-quality  count imported history into what mistakes cost, and add all of it up anew
  makegood recount-reports  tell the figures of all cases anew, and mend the sums that reports are read from
  makegood erase        erase a customer for good; figures, ledger and seals stay
  makegood token        make a token for the programming interface
  makegood remove-second-factor  let somebody who lost it sign in with the password alone
  makegood backup       copy everything to a folder; makegood restore brings it back
  makegood prepare      back up, migrate, collect static files: what serve does before it starts
  makegood check        look for mistakes in the installation, and verify the ledger's seals

`makegood COMMAND --help` says more about each.
"""


def main(arguments: list[str]) -> int:
    """Run one command; dashes in its name are underscores in the file that holds it (take-in: take_in.py)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makegood.config.settings")
    if not arguments or arguments[0] in {"help", "--help", "-h"}:
        sys.stdout.write(HELP)
        return 0
    name, *rest = arguments
    if name in PLAIN:
        return int(import_module(PLAIN[name]).main(rest))
    if name in {"messages", "check-translations"}:
        collecting = import_module("makegood.config.messages")
        return int((collecting.check if name == "check-translations" else collecting.main)(rest))
    if name in {"backup", "restore"}:
        import_module("django").setup()
        return int(import_module("makegood.config.backup").main(arguments))
    if name in WITH_DJANGO:
        import_module("django").setup()
        return int(import_module(WITH_DJANGO[name]).main(rest))
    management = import_module("django.core.management")
    management.execute_from_command_line(["makegood", name.replace("-", "_"), *rest])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
