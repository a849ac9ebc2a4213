"""How much an erasure has made go. Pure; no Django."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Gone:
    """Cases emptied; messages, files and mails whose contents were erased; `also`: rows that are none of these."""

    cases: int = 0
    messages: int = 0
    files: int = 0
    mails: int = 0
    also: int = 0

    def __bool__(self) -> bool:
        return any(dataclasses.astuple(self))
