"""The lines with which mail programs introduce what they quote, in the languages they speak.

One rule serves all: a line (or up to five wrapped lines) that starts like a date, a name or a known preposition,
holds a date or an address, and ends with a word for "wrote" or with a colon. Languages differ in the words only.
"""

import re

LONGEST = 420  # characters of one introduction
MOST_LINES = 6

# "On", "Le", "Am": how the introduction starts when it does not start with the date itself.
STARTS = (
    "On", "Le", "Am", "Op", "El", "Il", "Em", "Den", "På", "Pe", "Dne", "Dňa", "Dnia", "W dniu", "Dana", "Dana:",
    "În data de", "Pe data de", "În", "La data", "Στις", "Την", "Τη", "На", "В", "Во", "Quoting", "Zitat von", "Citeren",
    "Citát", "Цитирую", "O dia", "No dia", "Ngày", "Vào", "Pada", "เมื่อ", "ב-", "ב", "בתאריך", "في", "بتاريخ", "Vom",
    "Uživatel", "Użytkownik", "Wiadomość", "El dia", "El día", "Data", "Dia", "Dne:", "Fecha", "Am:", "On:", "在", "于", "於",
)  # fmt: skip
# "wrote": the verb, whole words, any case.
VERBS = (
    "wrote", "sent", "verzond", "gửi", "writes", "has written", "wrotes", "schrieb", "schreibt", "geschrieben", "schreef", "schrijft",
    "geschreven", "a écrit", "a ecrit", "écrit", "écrivait", "escribió", "escribio", "escribe", "ha escrit",
    "va escriure", "escribiu", "escreveu", "escreve", "ha scritto", "scrive", "scrisse", "napisał", "napisała",
    "napisana przez", "napisał\\(a\\)", "pisze", "nadesłał", "napsal", "napsala", "napsal\\(a\\)", "píše", "napísal", "napísala",
    "napísal\\(a\\)", "skrev", "skrevet", "skriver", "kirjoitti", "kirjoittaa", "kirjutas", "rakstīja", "raksta",
    "rašė", "rašo", "parašė", "írta", "ezt írta", "a scris", "scris", "yazdı", "şunu yazdı", "yazmış", "napisao",
    "napisala", "je napisal", "je napisala", "je napisao", "pisao", "пишет", "писал", "писала", "написал",
    "написала", "написал\\(а\\)", "пише", "написав", "написала", "написа", "έγραψε", "menulis", "menulis:", "đã viết",
    "viết", "skrifaði", "shkroi", "idatzi du", "kirjutas:", "напіс[аа]ў", "napisali",
)  # fmt: skip
# Verbs of scripts without spaces between words.
VERBS_WITHIN = ("写道", "寫道", "さんは書きました", "は書きました", "が書きました", "さんからのメール", "のメール", "さんの発言",
                "님이 작성", "작성:", "작성했습니다", "כתב", "כתבה", "كتب", "เขียนว่า", "เขียน:", "書きました", "wrote:")  # fmt: skip

VERB = re.compile(
    r"(?:(?<![\w])(?:" + "|".join(VERBS) + r")(?![\w])|" + "|".join(VERBS_WITHIN) + r"|>\s?wrote:)", re.IGNORECASE
)
START = re.compile(r"(?:" + "|".join(re.escape(word) for word in STARTS) + r")(?![\w])", re.IGNORECASE)
DAYS = (
    r"mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun|mo|di|mi|do|fr|sa|so|ma|wo|vr|za|zo|lun|mar|mer|jeu|ven|sam|dim"
    r"|mié|jue|vie|sáb|dom|gio|sab|seg|ter|qua|qui|sex|tir|ons|tors?|fre|lør|søn|lör|sön|mån|tis|pon|wt|śr|czw|pt|sob|nd"
    r"|pn|an|tr|kt|pt|št|sk|пн|вт|ср|чт|пт|сб|вс|нд|po|út|st|čt|pá|so|ne|pirmadien|antradien|trečiadien|ketvirtadien"
    r"|penktadien|šeštadien|sekmadien|понедельник|вторник|сред|четверг|пятниц|суббот|воскресень"
)
DATE_FIRST = re.compile(
    rf"(?:\d{{1,4}}[-./年년:\s]|[在于於]\s?\d|(?:{DAYS})[\w]*[.,]?,?\s|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},?\s)",
    re.IGNORECASE,
)
YEAR_OR_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\s?時")
ADDRESS = re.compile(r"[^\s<>\"'(),;:@]{1,100}@[^\s<>\"'(),;:]{1,100}\.[^\s<>\"'(),;:]+")
DIRECTIONS = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
COLON_END = re.compile(r"[:：]\s*[*_-]*$")
CITING = re.compile(r"(?:Quoting|Zitat von|Citeren|Citát|Цитирую|Citando|Citation de)\s", re.IGNORECASE)
DASHES_END = re.compile(r"-{3,}$")

ORIGINAL = (
    "original message", "original mail", "original email", "original e-mail", "original appointment", "reply message",
    "ursprüngliche nachricht", "originalnachricht", "original-nachricht", "ursprüngliche e-mail", "oorspronkelijk bericht",
    "oorspronkelijke bericht", "origineel bericht", "originele bericht", "message original", "message d'origine",
    "message d’origine", "message initial", "mensaje original", "mensagem original", "messaggio originale",
    "messaggio orig.", "oprindelig meddelelse", "oprindelig besked", "opprinnelig melding", "originalmeddelande",
    "ursprungligt meddelande", "ursprungliga meddelandet", "originalmeddelelse", "alkuperäinen viesti", "pôvodná správa",
    "původní zpráva", "původní e-mail", "oryginalna wiadomość", "wiadomość oryginalna", "wiadomość źródłowa",
    "eredeti üzenet", "mesaj original", "mesajul original", "orijinal mesaj", "özgün ileti", "исходное сообщение",
    "оригинальное сообщение", "исходное письмо", "пересылаемое сообщение", "оригінальне повідомлення",
    "pirminis laiškas", "pradinis pranešimas", "originalus pranešimas", "pirminė žinutė", "oriģinālais ziņojums",
    "algne kiri", "algkiri", "αρχικό μήνυμα", "originalna poruka", "izvorna poruka", "izvorno sporočilo", "元のメッセージ",
    "オリジナルメッセージ", "元のメール", "original", "原始邮件", "原始郵件", "原邮件", "원본 메시지", "원본 메일", "הודעה מקורית",
    "الرسالة الأصلية", "tin nhắn gốc", "pesan asli", "ข้อความต้นฉบับ",
)  # fmt: skip
FORWARD = (
    "forwarded message", "forwarded by", "forwarded mail", "forwarded email", "begin forwarded message",
    "start of forwarded message", "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail", "doorgestuurd bericht", "begin doorgestuurd bericht", "doorgezonden bericht",
    "message transféré", "message transmis", "début du message transféré", "début du message réexpédié",
    "message réexpédié", "mensaje reenviado", "inicio del mensaje reenviado", "mensagem encaminhada",
    "início da mensagem encaminhada", "mensagem reencaminhada", "messaggio inoltrato", "inizio messaggio inoltrato",
    "videresendt meddelelse", "videresendt besked", "videresendt melding", "videresendte melding",
    "start på videresendt besked", "start på videresendt melding", "vidarebefordrat meddelande",
    "vidarebefordrat brev", "börjat vidarebefordrat brev", "välitetty viesti", "edelleenlähetetty viesti",
    "välitetty viesti alkaa", "přeposlaná zpráva", "začátek přeposlané zprávy", "preposlaná správa",
    "wiadomość przekazana", "przekazana wiadomość", "początek przekazanej wiadomości", "továbbított üzenet",
    "mesaj redirecționat", "mesaj redirectionat", "yönlendirilmiş mesaj", "iletilen mesaj", "yönlendirilen ileti",
    "пересланное сообщение", "пересылаемое сообщение", "пересылаемое письмо", "начало переадресованного сообщения",
    "начало переадресованного письма", "пересланное письмо", "переслане повідомлення", "persiųstas laiškas",
    "persiųstas pranešimas", "persiunčiamas laiškas", "persiųsta žinutė", "pārsūtītais ziņojums", "pārsūtīta vēstule",
    "edastatud kiri", "edastatud sõnum", "προωθημένο μήνυμα", "proslijeđena poruka", "posredovano sporočilo",
    "転送メッセージ", "転送されたメッセージ", "転送されたメール", "転送メール", "转发邮件", "轉寄郵件", "轉寄的郵件", "转发的邮件",
    "转发信息", "전달된 메시지", "전달 메시지", "הודעה שהועברה", "رسالة معاد توجيهها", "الرسالة المعاد توجيهها", "missatge reenviat",
    "fwd", "forwarded",
)  # fmt: skip
RULE = r"[-=_*—–~>#]{2,}"
MARK_LINE = re.compile(rf"^\s*(?:{RULE}\s*)(?P<words>[^\s>-][^\n]{{1,80}}?)\s*:?\s*(?:{RULE})?\s*:?$")
BARE_FORWARD = re.compile(r"^\s*(?:begin |start of )?[^\n]{4,60}:$", re.IGNORECASE)
ABOVE_LINE = re.compile(
    r"(?:reply|respond|type your (?:reply|response)|answer|antwort\w*|antwoord\w*|répon\w*|respon\w*|atsaky\w*|rašyk\w*|"
    r"отве\w*|пишите|返信|回答).{0,40}(?:above this line|oberhalb dieser|über dieser|boven deze (?:regel|lijn)|"
    r"au-dessus de cette ligne|encima de esta l|acima desta|sopra questa|virš šios|выше этой|この行より上|この線より上)"
    r"|(?:above this line|выше этой (?:линии|строки)|virš šios (?:eilutės|linijos)|この行より上)",
    re.IGNORECASE,
)


def introduces(lines: list[str]) -> bool:
    """Whether the last of `lines`, or several joined up to it, introduce a quote."""
    return any(matches(" ".join(lines[first:])) for first in range(len(lines)))


def could_end(line: str) -> bool:
    """A cheap first look: can an introduction end with this line?"""
    return line.endswith((":", "：", ">", "-", "*", ")", "_")) or "@" in line


def matches(text: str) -> bool:
    """Whether `text`, one line or several joined, is from start to end an introduction such as `On … wrote:`."""
    text = text.translate(DIRECTIONS).strip().lstrip("-–—*_>»([ ").strip()
    if not 6 < len(text) <= LONGEST:
        return False
    verb = VERB.search(text)
    address = ADDRESS.search(text)
    when = YEAR_OR_TIME.search(text)
    colon = COLON_END.search(text)
    starts = DATE_FIRST.match(text) or START.match(text)
    if verb:
        ends = colon or DASHES_END.search(text) or text[verb.end() :].strip(" .*_-") == ""
        if not ends:
            return False
        if when and (starts or address):
            return not _is_sentence(text, verb.start())
        if when and colon and verb.start() < 60 and len(text) < 120:
            return _is_name(text[: verb.start()])
        return bool(colon and address and text[verb.end() :].strip(" :*") == "" and len(text) < 160)
    if colon and address and CITING.match(text):
        return True
    if not when or not starts:
        return False
    if colon and address:
        return DATE_FIRST.match(text) is not None or text.rstrip(" :：").endswith((">", ")", "]"))
    return False


def _is_name(text: str) -> bool:
    """Whether `text`, which stands before a verb, is a name: few words, the first with a capital, nobody's "I"."""
    words = text.split()
    if not 0 < len(words) <= 6 or words[0].lower() in (
        "i",
        "we",
        "you",
        "ich",
        "wir",
        "ik",
        "wij",
        "je",
        "nous",
        "мы",
        "вы",
    ):
        return False
    return words[0][0].isupper() or not words[0][0].isascii() or words[0][0] in "\"'«“<"


def _is_sentence(text: str, verb_at: int) -> bool:
    """Prose that only looks like it: more than one sentence before the verb."""
    before = text[:verb_at]
    return re.search(r"[a-zа-я]{3}[.!?] [A-ZА-Я][a-zа-я]+ [a-zа-я]+ [a-zа-я]+ ", before) is not None


def is_original_mark(line: str) -> bool:
    """`-----Original Message-----` in any of the languages."""
    return _marked(line, ORIGINAL)


def is_forward_mark(line: str) -> bool:
    """`---------- Forwarded message ---------` or `Begin forwarded message:` in any of the languages."""
    if _marked(line, FORWARD):
        return True
    text = line.strip().lstrip("> ").strip("*_ ").lower()
    return len(text) < 80 and text.endswith((":", "：")) and text.rstrip(":： ") in FORWARD[:-2]


def is_dashed_name(line: str) -> bool:
    """`---- Ada Ames wrote ----`, as some telephones put it."""
    match = MARK_LINE.match(line) if len(line) <= 160 and DASHES_END.search(line.rstrip()) else None
    return match is not None and VERB.search(match["words"]) is not None


def _marked(line: str, words: tuple[str, ...]) -> bool:
    if len(line) > 160:
        return False
    match = MARK_LINE.match(line.lstrip("> \t"))
    if match is None:
        return False
    said = match["words"].strip(" -=_*:—–").lower()
    return said in words or any(said.startswith(word) for word in words if len(word) > 9)
