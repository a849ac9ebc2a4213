"""HTML as the plain text a reader would see, with cited mail marked by `> ` so that one set of rules strips both.

Linear in the length of the input: tags never contain `<`, and each is looked at once.
"""

import html
import re

from makegood.channels.email.parsing import attributions

LONGEST = 2_000_000  # characters of HTML that are read
DEEPEST = 40  # levels of citation that are marked

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*)([^<>]*)>")
INSTRUCTION = re.compile(r"<[?!][^<>]{0,2000}>")
HIDDEN = re.compile(r"<(?:!--|(script|style|head|title|noscript|template)\b)", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
META_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "dl"])
# Containers of all that is quoted. Those that hold only its introduction (divRplyFwdMsg, moz-cite-prefix) are read
# as text, since the quoted mail stands behind them.
QUOTE_CLASSES = (
    "gmail_quote",
    "yahoo_quoted",
    "protonmail_quote",
    "zmail_extra",
    "tutanota_quote",
    "ymail_quote",
    "mail_quote",
    "gmail_extra_quote",
    "ms-outlook-mobile-reference-message",
)
QUOTE_IDS = (
    "yahoo_quoted",
    "OLK_SRC_BODY_SECTION",
    "mail-editor-reference-message",
    "replySplit",
    "isForwardContent",
    "isReplyContent",
)


class Page:
    """The text being built, line by line, with the citation depth it stands in."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[str] = []
        self.quotes: list[bool] = []  # one for each open blockquote: is it cited mail?
        self.depth = 0  # how many of them are
        self.containers: list[list[int]] = []  # open quote containers: [nesting of div, first line, blockquotes seen]
        self.divs = 0
        self.pre = 0
        self.gap = False

    def say(self, text: str) -> None:
        if self.pre:
            first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self.words.append(first)
            for other in others:
                self.end_line(keep=True)
                self.words.append(other)
        else:
            self.words.append(text)

    def end_line(self, *, keep: bool = False) -> None:
        """Close the line in hand; an empty one is kept only for `<br>`."""
        line = "".join(self.words)
        self.words.clear()
        line = line.rstrip() if self.pre else SPACES.sub(" ", line).strip()
        if not line and not keep:
            return
        if self.gap and self.lines and line and self.lines[-1].strip("> "):
            self.lines.append("> " * self.depth if self.depth else "")
        if line or keep:
            self.gap = False
        self.lines.append("> " * self.depth + line if self.depth else line)

    def last(self) -> list[str]:
        """The last lines that are not empty: where the words that introduce a quote stand."""
        return [line for line in self.lines[-8:] if line.strip("> ")][-3:]


def text_of(source: str) -> str:
    """The text of an HTML body: blocks on their own lines, cited mail behind `> `, pictures by their alt text."""
    source = INSTRUCTION.sub("", visible(source[:LONGEST]))
    page = Page()
    end = 0
    for tag in TAG.finditer(source):
        if tag.start() > end:
            page.say(_words(source[end : tag.start()], page))
        end = tag.end()
        name = tag[2].lower()
        if tag[1]:
            _close(page, name)
        else:
            _open(page, name, tag[3])
    page.say(_words(source[end:], page))
    page.end_line()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(page.lines)).strip("\n")


def visible(source: str) -> str:
    """The source without comments, scripts, styles and the head."""
    pieces: list[str] = []
    position = 0
    lowered = source.lower()
    if len(lowered) != len(source):  # a few letters change their length
        lowered = source
    missing: set[str] = set()  # ends that do not come any more: looking again for each start would be quadratic

    def after(end_mark: str, start: int, text: str) -> int:
        """Where `text` goes on after the next `end_mark`; -1 if there is none."""
        at = -1 if end_mark in missing else text.find(end_mark, start)
        if at < 0:
            missing.add(end_mark)
        return at

    while match := HIDDEN.search(source, position):
        pieces.append(source[position : match.start()])
        position = match.end()
        if match[1] is None:
            end = after("-->", position - 2, source)
            if end >= 0:
                position = end + 3
            continue
        name = match[1].lower()
        end = after("</" + name, position, lowered)
        if end < 0 and name == "head":
            end = after("<body", position, lowered)
            position = end if end >= 0 else position
            continue
        closing = after(">", end if end >= 0 else position, source)
        position = closing + 1 if closing >= 0 else len(source)
    pieces.append(source[position:])
    return "".join(pieces)


def declared_charset(data: bytes) -> str | None:
    """The charset an HTML body names itself, if any."""
    match = META_CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _words(text: str, page: Page) -> str:
    if not page.pre and ("\n" in text or "\r" in text or "\t" in text):
        text = SPACES.sub(" ", text)
    return html.unescape(text) if "&" in text else text


def attributes(text: str) -> dict[str, str]:
    """A tag's attributes, names in lower case, values decoded."""
    found = ATTRIBUTE.findall(text[:4000])
    return {name.lower(): html.unescape(one or two or three) for name, one, two, three in found}


def _open(page: Page, name: str, rest: str) -> None:
    if name == "br":
        page.end_line(keep=True)
        return
    if name in BLOCKS:
        page.end_line()
        page.gap = page.gap or name in PARAGRAPHS
    if name == "blockquote":
        given = attributes(rest)
        cited = given.get("type", "").lower() == "cite" or "cite" in given or "cite" in given.get("class", "")
        page.quotes.append(page.depth < DEEPEST and (cited or attributions.introduces(page.last())))
        page.depth += page.quotes[-1]
        for container in page.containers:
            container[2] += 1
        page.gap = True
    elif name == "div":
        page.divs += 1
        given = attributes(rest) if "class" in rest or "id" in rest else {}
        known = any(word in given.get("class", "") for word in QUOTE_CLASSES) or given.get("id", "x") in QUOTE_IDS
        if known and len(page.containers) < DEEPEST:
            page.containers.append([page.divs, len(page.lines), 0])
    elif name == "pre":
        page.pre += 1
    elif name == "hr":
        page.lines.append("> " * page.depth + "_" * 32)
    elif name == "li":
        page.say("- ")
    elif name in ("td", "th"):
        page.say(" ")
    elif name == "img":
        alt = attributes(rest).get("alt", "") if "alt" in rest else ""
        if alt.strip():
            page.say(f"[{SPACES.sub(' ', alt).strip()[:200]}]")


def _close(page: Page, name: str) -> None:
    if name not in BLOCKS:
        return
    page.end_line()
    page.gap = page.gap or name in PARAGRAPHS
    if name == "blockquote" and page.quotes:
        page.depth -= page.quotes.pop()
        page.gap = True
    elif name == "pre" and page.pre:
        page.pre -= 1
    elif name == "div" and page.divs:
        if page.containers and page.containers[-1][0] == page.divs:
            _, first, cited = page.containers.pop()
            if not cited:
                _mark(page.lines, first)
        page.divs -= 1


def _mark(lines: list[str], first: int) -> None:
    """Mark the lines of a quote container that cites without a blockquote, unless a forwarded mail is in it."""
    inside = lines[first:]
    if any(attributions.is_forward_mark(line) for line in inside[:6]):
        return
    for at in range(first, len(lines)):
        lines[at] = "> " + lines[at]
