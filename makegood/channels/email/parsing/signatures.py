"""Signatures: the `-- ` line and what follows it, lines that a telephone adds, list and footer lines."""

import re

MOST_LINES = 20  # lines that are not empty below a signature mark; more is not a signature

DELIMITER = re.compile(r"^(?:--|__|-- |—{3,}|–{3,}|--\u00a0)\s*$")
LIST_RULE = re.compile(r"^\s*_{10,}\s*$")
FENCE = re.compile(r"^\s*```")

# "Sent from my …" as telephones and mail programs write it; the rest of the line names the thing.
SENT_FROM = (
    "sent from", "sent with", "sent via", "sent using", "sent by", "sent on the go", "get outlook for", "get the new aol app",
    "composed on", "written on my", "posted from", "from my iphone", "from my ipad", "sent securely from",
    "gesendet von", "gesendet mit", "von meinem", "diese nachricht wurde von", "von outlook für", "outlook für", "holen sie sich outlook",
    "verzonden vanaf", "verstuurd vanaf", "verzonden met", "verstuurd met", "verzonden via", "verzonden van", "outlook voor",
    "vanaf mijn", "download outlook", "envoyé de", "envoyé depuis", "envoyé à partir", "envoyé via", "envoyé avec",
    "téléchargez outlook", "obtenez outlook", "obtenir outlook", "télécharger outlook", "outlook pour",
    "enviado desde", "enviado de", "enviado a partir", "enviado con", "enviado por", "enviado do", "enviado pelo",
    "obtener outlook", "obtenga outlook", "obter outlook", "obter o outlook", "enviat des",
    "inviato da", "inviato dal", "inviato con", "scarica outlook", "ottieni outlook",
    "skickat från", "skickat med", "hämta outlook", "skaffa outlook", "sendt fra", "sendt med", "hent outlook", "få outlook",
    "lähetetty", "hanki outlook", "odesláno z", "odesláno pomocí", "získat outlook", "stáhnout outlook", "odoslané z",
    "wysłano z", "wysłane z", "wyślij z", "pobierz outlook", "küldve", "az outlook beszerzése", "trimis de pe", "trimis din",
    "gönderildi", "outlook'u edinin", "отправлено с", "отправлено из", "отправлено через", "послано с", "скачать outlook",
    "получить outlook", "установите outlook", "надіслано з", "відправлено з", "išsiųsta iš", "siųsta iš", "išsiųsta naudojant",
    "siunčiu iš", "parsisiųsti outlook", "gaukite outlook", "nosūtīts no", "saadetud minu", "saadetud mobiilist", "poslano s",
    "poslano iz", "poslato sa", "στάλθηκε από", "εστάλη από", "изпратено от", "iphoneから送信", "ipadから送信",
    "androidから送信", "スマートフォンから送信", "から送信", "iphone から送信", "outlook for ios を入手", "outlook for android を入手",
    "从我的", "发自我的", "發自我的", "從我的", "发自", "發自", "나의 iphone에서", "내 iphone에서", "iphone에서 보냄", "נשלח מה", "أرسلت من",
    "đã gửi từ", "được gửi từ", "dikirim dari", "ส่งจาก", "yahoo mail", "aol mail",
)  # fmt: skip
FROM_WITHIN = re.compile(
    r"(?:から送信|から送信されました|에서 보냄|에서 보낸 메일|を入手|cihazımdan gönderildi|[’'][a-zıüöçşğ]{2,12} gönderildi|"
    r"kautta|küldve|iphone-omról küldve|lähettänyt)\s*(?:<[^<>]*>)?[。.]?\s*$",
    re.IGNORECASE,
)
FOOTERS = (
    "you are receiving this because", "you received this message because you are subscribed", "to unsubscribe from this",
    "reply to this email directly", "this email has been checked for viruses", "virus-free", "virenfrei", "virusvrij",
    "without virus", "sans virus", "libre de virus", "the information contained in this", "free of viruses", "---\nthis email",
)  # fmt: skip
LINK = re.compile(r"<[^<>\s]*>|\(https?:[^()\s]*\)|\[[^\[\]\s]*\]\([^()\s]*\)")


def is_sent_from(line: str) -> bool:
    """Whether a whole line is the mark of a telephone or mail program and nothing a person wrote."""
    text = LINK.sub("", line).strip().strip("*_-–—[]()<>").strip()
    if not 6 < len(text) <= 90:
        return False
    lower = text.lower()
    if FROM_WITHIN.search(lower):
        return True
    if not lower.startswith(SENT_FROM):
        return False
    if text[0].islower() and text[0].isascii() and not lower.startswith(("iphone", "ipad")):
        return False
    body = text.rstrip(".!。")
    return (
        not re.search(r"[,;:?!]\s|\.\s", body)
        and len(body.split()) <= 12
        and not lower.startswith(("sent from my desk",))
    )


def cut(lines: list[str]) -> int:
    """How many of `lines` (one stretch of own words, to its end) come before its signature."""
    fenced = _fenced(lines)
    end = len(lines)
    while end and (not lines[end - 1].strip() or is_footer(lines[end - 1])):
        end -= 1
    below = sum(1 for line in lines[:end] if line.strip())  # lines that are not empty after the one in hand
    for number, line in enumerate(lines[:end]):
        if not line.strip():
            continue
        below -= 1
        if number in fenced:
            continue
        if DELIMITER.match(line) and below <= MOST_LINES:
            return _above(lines, number)
        if LIST_RULE.match(line) and 0 < below <= 8 and any("http" in later for later in lines[number + 1 : end]):
            return _above(lines, number)
        if is_sent_from(line) and _alone(lines, number):
            return _above(lines, number)
    return _above(lines, end)


def is_footer(line: str) -> bool:
    """Lines that services put under every mail they pass on."""
    return line.strip().lower().startswith(FOOTERS)


def _alone(lines: list[str], number: int) -> bool:
    """The line is a paragraph of its own, or the last of one at the very end."""
    before = not number or not lines[number - 1].strip()
    after = number + 1 == len(lines) or not lines[number + 1].strip()
    return after and (before or number + 1 == len(lines) or not "".join(lines[number + 1 : number + 50]).strip())


def _above(lines: list[str], number: int) -> int:
    while number and (not lines[number - 1].strip() or lines[number - 1].strip() in ("—", "--", "–")):
        number -= 1
    return number


def _fenced(lines: list[str]) -> frozenset[int]:
    """Line numbers inside ``` fences: code is never a signature."""
    inside = False
    found = []
    for number, line in enumerate(lines):
        if FENCE.match(line):
            inside = not inside
        elif inside:
            found.append(number)
    return frozenset(found) if not inside else frozenset()
