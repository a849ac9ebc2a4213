"""How somebody sees a case: what was needed, how it went, whether it is solved. Pure."""

import dataclasses

LONGEST = 300
# Steps of the scale from which two differ, and up to which an answer is a low one.
APART, LOW, WELL = 2, 2, 4


@dataclasses.dataclass(frozen=True)
class Account:
    """`went` from 1 (very badly) to 5 (very well). None: nothing was said of it."""

    needed: str = ""
    went: int | None = None
    solved: bool | None = None

    @property
    def is_empty(self) -> bool:
        return not self.needed and self.went is None and self.solved is None

    @property
    def is_low(self) -> bool:
        """It went badly, or it is not solved and there are words about it."""
        return (self.went is not None and self.went <= LOW) or (self.solved is False and bool(self.needed))


def differences(ours: Account, theirs: Account) -> frozenset[str]:
    """Of "went" and "solved", in what two accounts differ; what one of them does not say is no difference. What was
    needed is words, which people compare."""
    found = set()
    if ours.went is not None and theirs.went is not None and abs(ours.went - theirs.went) >= APART:
        found.add("went")
    if ours.solved is not None and theirs.solved is not None and ours.solved != theirs.solved:
        found.add("solved")
    return frozenset(found)
