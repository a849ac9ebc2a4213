"""What ledger entries are called."""

from django.utils.translation import gettext_lazy as _

from makegood.promises.models import LedgerEntry

Kind = LedgerEntry.Kind
KINDS = {
    Kind.MADE: _("made"),
    Kind.PAUSED: _("paused"),
    Kind.RESUMED: _("runs again"),
    Kind.HELD: _("held"),
    Kind.RELEASED: _("stays broken"),
    Kind.KEPT: _("kept"),
    Kind.BROKEN: _("broken"),
    Kind.EXCUSED: _("excused"),
    Kind.CORRECTED: _("kept after all"),
    Kind.REOPENED: _("owed again"),
    Kind.DONE_LATE: _("done late"),
    Kind.MOVED: _("moved"),
    Kind.WARNED: _("warned"),
}


def kind(code: str) -> str:
    """The word for a kind of entry; a kind of another version is shown as it is."""
    return str(KINDS.get(Kind(code), code)) if code in Kind.values else code
