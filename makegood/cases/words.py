"""What comes into a case from outside, before it is a message: plain values for the verbs."""

import dataclasses
from typing import Any


@dataclasses.dataclass(frozen=True)
class File:
    """A file sent along. `content_id` is set for images shown inside the HTML; `kept` is the digest of its bytes, once they
    are on disk for good (`actions.storing.keep_ahead`)."""

    name: str
    content_type: str
    content: bytes
    content_id: str = ""
    inline: bool = False
    kept: str = ""


@dataclasses.dataclass(frozen=True)
class Words:
    """One message from the customer's side. `text` is what they wrote, `quoted` what they quoted, `html` sanitised."""

    text: str
    quoted: str = ""
    html: str = ""
    language: str = ""
    sender: str = ""
    sender_name: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    authenticated: bool = True
    stranger: bool = False
    matched_by: str = ""
    raw: str = ""
    invitation: dict[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def file_names(self) -> tuple[str, ...]:
        """The names of the files, for the search index."""
        return tuple(file.name for file in self.files)
