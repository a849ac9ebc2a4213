"""`makegood check`: whether settings, database and ledger are as they should be. Exit code 1 when they are not."""

import argparse

from django.core.management import call_command
from django.core.management.base import SystemCheckError

from makegood.config.saying import say
from makegood.promises.models import Commitment, LedgerEntry
from makegood.promises.verifying import Broken, Verdict, verify


def main(arguments: list[str]) -> int:
    """The command `makegood check`."""
    parser = argparse.ArgumentParser("makegood check", description=__doc__)
    parser.add_argument(
        *("--seal", "-s"),
        action="append",
        default=[],
        type=_seal,
        metavar="POSITION-DIGEST",
        help="a seal that you noted from the charter page: it must be in the chain",
    )
    noted = dict(parser.parse_args(arguments).seal)
    return max(_settings(), _ledger(noted))


def _seal(written: str) -> tuple[int, str]:
    """12-ab34… or with the digest's beginning only."""
    position, _, digest = written.partition("-")
    if not position.isdigit() or not digest or set(digest.lower()) - set("0123456789abcdef"):
        raise argparse.ArgumentTypeError("a seal reads POSITION-DIGEST, such as 1204-9f86d081")
    return int(position), digest.lower()


def _settings() -> int:
    try:
        call_command("check")
    except SystemCheckError as trouble:
        say(str(trouble))
        return 1
    return 0


def _ledger(noted: dict[int, str]) -> int:
    verdict = verify(noted=noted)
    for name in verdict.missing_guards:
        say(f"Ledger: the database's guard {name} is missing, so entries could be changed.")
    if verdict.strays:
        say(f"Ledger: {verdict.strays} entries were never queued for a seal.")
    if verdict.broken is not None:
        say(_told(verdict.broken))
    say(_summary(verdict))
    return 0 if verdict.is_whole else 1


def _told(broken: Broken) -> str:
    told = f"Ledger: the chain is broken at link {broken.position}: {broken.flaw.value}."
    if broken.entry is None:
        return told
    told += f" Entry {broken.entry}"
    commitment = Commitment.objects.filter(ledger__in=LedgerEntry.objects.filter(pk=broken.entry)).first()
    return f"{told}, of {commitment.key} in {commitment.about}." if commitment else f"{told}."


def _summary(verdict: Verdict) -> str:
    told = f"Ledger: {verdict.sealed} links are whole"
    if verdict.latest:
        told += f", the last is {verdict.latest}"
    if verdict.erased:
        told += f"; {verdict.erased} entries can no longer be compared, as a person was erased"
    return told + f"; {verdict.unsealed} entries wait for the sealer."
