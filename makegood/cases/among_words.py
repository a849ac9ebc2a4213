"""The pictures that stand among the words of a message of ours: shown from our own files, or sent along in the mail."""

from collections.abc import Callable, Iterable

from makegood.cases.models import Attachment, Message


def stands_there(file: Attachment, message: Message) -> bool:
    """Whether it is shown where the words have it, and so not once more below them."""
    return message.is_ours and file.inline and not file.refused


def shown(message: Message, files: Iterable[Attachment], address: Callable[[Attachment], str]) -> dict[str, str]:
    """Addresses by the keys that the words have, for `formatting.formatted`."""
    return {one.content_id: address(one) for one in files if stands_there(one, message)}


def identifier(key: str) -> str:
    """The Content-ID of a picture in a mail, without its angle brackets (RFC 2392)."""
    return f"{key}@makegood"
