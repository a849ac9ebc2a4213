"""The badge: two words beside each other, as wide as they are."""

import dataclasses
import unicodedata

from django.utils.translation import gettext as _

from makegood.promises.record import Record
from makegood.promises.templatetags.charter_words import percent

# Of Verdana at 11 px, about; the text is fitted to the width, so that a little off does not show.
NARROW, WIDE, PAD = 7, 12, 10
GOOD, SOON = 0.95, 0.8


@dataclasses.dataclass(frozen=True)
class Badge:
    """Label and value with their widths in pixels; `tone` is good, soon, bad or none."""

    label: str
    value: str
    tone: str

    @property
    def label_width(self) -> int:
        return _width(self.label)

    @property
    def value_width(self) -> int:
        return _width(self.value)

    @property
    def width(self) -> int:
        return self.label_width + self.value_width

    @property
    def label_text(self) -> int:
        return self.label_width - PAD

    @property
    def value_text(self) -> int:
        return self.value_width - PAD

    @property
    def label_middle(self) -> float:
        return self.label_width / 2

    @property
    def value_middle(self) -> float:
        return self.label_width + self.value_width / 2


def draw(label: str, record: Record) -> Badge:
    """The badge of a record, in the language that is active."""
    rate = record.rate
    if rate is None:
        return Badge(label, _("too few to judge"), "none")
    return Badge(label, percent(rate), "good" if rate >= GOOD else "soon" if rate >= SOON else "bad")


def _width(text: str) -> int:
    return PAD + sum(WIDE if unicodedata.east_asian_width(letter) in "WF" else NARROW for letter in text)
