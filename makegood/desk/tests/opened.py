"""A form as a browser has it: what it would send if nobody touched it."""

from html.parser import HTMLParser


class _Opened(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.select, self.options, self.text, self.words = "", [], "", ""

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        name, value = told.get("name") or "", told.get("value")
        if tag == "textarea":
            self.text, self.words = name, ""
        elif tag == "select":
            self.select, self.options = name, []
        elif tag == "option":
            self.options.append((value or "", "selected" in told))
        elif tag == "input" and name and (told.get("type") not in ("checkbox", "radio") or "checked" in told):
            self.sent.append((name, "on" if value is None and told.get("type") == "checkbox" else value or ""))

    def handle_data(self, data):
        self.words += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.sent.append((self.text, self.words.removeprefix("\n").replace("\n", "\r\n")))
        elif tag == "select" and self.options:
            chosen = [value for value, is_chosen in self.options if is_chosen] or [self.options[0][0]]
            self.sent += [(self.select, value) for value in chosen]


def opened(client, address: str) -> dict[str, list[str]]:
    """What is in the form on a page that carries what was read."""
    page = client.get(address).content.decode()
    part = next(part for part in page.split("<form")[1:] if 'name="as_read"' in part).split("</form>")[0]
    reader = _Opened()
    reader.feed(f"<form{part}</form>")
    reader.close()
    sent: dict[str, list[str]] = {}
    for name, value in reader.sent:
        sent.setdefault(name, []).append(value)
    return sent
