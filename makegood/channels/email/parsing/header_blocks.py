"""The copied headers (`From: … Sent: … To: … Subject: …`) above a quoted or forwarded mail, in many languages."""

import re
from dataclasses import dataclass, field

MOST_LINES = 24
LONGEST_LABEL = 34

LABELS = {
    "from": (
        "from|von|van|de|da|od|från|fra|lähettäjä|feladó|от|от кого|от кого:|отправитель|від|від кого|nuo|siuntėjas|"
        "no|no kā|sūtītājs|saatja|kellelt|kust|差出人|送信者|送信元|发件人|發件人|寄件者|寄件人|보낸 사람|보낸사람|보내는 사람|"
        "από|kimden|gönderen|expéditeur|remitente|mittente|absender|afzender|avsändare|afsender|avsender|odesílatel|"
        "odosielateľ|nadawca|šalje|pošiljatelj|pošiljalac|от:|de la|expeditor|dari|từ|người gửi|จาก|מאת|من|"
        "from address|remetente|de parte de|frá|nga|igorle|від:"
    ),
    "date": (
        "sent|date|sent on|date sent|gesendet|gesendet am|datum|verzonden|verzonden op|verstuurd|envoyé|envoyé le|"
        "envoye|envoye le|message du|enviado|enviado el|enviada|enviada em|enviado em|fecha|data|inviato|inviato il|"
        "inviata|skickat|sendt|dato|lähetetty|päivämäärä|päiväys|pvm|odesláno|odoslané|dátum|wysłano|wysłane|"
        "data wysłania|elküldve|küldve|küldés dátuma|trimis|trimisă|data trimiterii|gönderildi|gönderme tarihi|"
        "gönderilme tarihi|tarih|отправлено|отправлен|дата|дата отправки|надіслано|відправлено|išsiųsta|siųsta|"
        "išsiuntimo data|nosūtīts|nosūtīšanas datums|datums|saadetud|saatmisaeg|kuupäev|αποστολή|στάλθηκε|ημερομηνία|"
        "送信日時|送信日|日付|日時|受信日時|发送时间|發送時間|发送日期|时间|時間|日期|寄件日期|傳送時間|傳送日期|보낸 날짜|보낸날짜|날짜|"
        "נשלח|תאריך|تاريخ|التاريخ|تم الإرسال|poslano|poslato|đã gửi|ngày|ngày gửi|dikirim|tanggal|วันที่|ส่ง|"
        "изпратено|създадено|sent at|received|datum:|fecha de envío"
    ),
    "to": (
        "to|an|aan|à|a|para|pour|till|til|vastaanottaja|komu|pro|do|címzett|către|pentru|kime|alıcı|кому|получатель|"
        "kam|adresāts|kellele|saaja|προς|宛先|送信先|受信者|收件人|收件者|받는 사람|받는사람|אל|إلى|za|prima|primatelj|"
        "destinataire|destinatario|destinatários|destinatário|a destinatario|empfänger|ontvanger|gavėjas|kepada|đến|"
        "tới|ถึง|до|to recipients|modtager|mottaker|mottagare|adresat|delivered to"
    ),
    "cc": (
        "cc|kopie|kopie an|copie|copie à|copia|copia a|cópia|kopia|kopi|копия|копія|kopija|koopia|抄送|副本|참조|kopio|"
        "dw|másolatot kap|másolat|bilgi|κοιν|κοινοποίηση|bcc|עותק|نسخة|kopie (cc)|có|สำเนา|同报|エンリ"
    ),
    "subject": (
        "subject|betreff|onderwerp|objet|sujet|asunto|assunto|oggetto|ämne|emne|aihe|otsikko|předmět|predmet|temat|"
        "tárgy|subiect|konu|тема|tema|temats|teema|θέμα|件名|題名|主题|主題|主旨|标题|제목|נושא|الموضوع|tiêu đề|chủ đề|"
        "perihal|subjek|เรื่อง|относно|zadeva|efni|re|título"
    ),
    "other": (
        "reply-to|reply to|répondre à|antwort an|antwoord aan|antwoorden aan|responder a|rispondi a|svar til|svara till|"
        "ответить|adresas atsakymui|atsakyti|返信先|回复|organization|organisation|importance|wichtigkeit|priorität|"
        "priority|urgentie|belang|attachments|attachment|anlagen|anhänge|bijlagen|bijlage|pièces jointes|pièce jointe|"
        "datos adjuntos|archivos adjuntos|anexos|allegati|bilagor|vedhæftede filer|вложения|priedai|添付ファイル|附件|"
        "첨부|message-id|newsgroups|list-id|sender|importancia|importance :|sensitivity"
    ),
}
KINDS = {label: kind for kind, labels in LABELS.items() for label in labels.split("|")}

DECORATION = "> \t*_|\u00a0•\u200b\u200e\u200f\u202a\u202b\u202c\ufeff"
COLON = re.compile(r"[*_ \t\u00a0]*[:：][*_ \t\u00a0]*")
WITHIN = re.compile(
    r"\s(date|sent|to|subject|cc|objet|sujet|à|envoyé|betreff|gesendet|an|onderwerp|verzonden|aan|oggetto|inviato|"
    r"asunto|enviado|para|тема|кому|дата|отправлено|tema|kam|件名|宛先|日時)\s?:\s",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[^\s<>\"'(),;:\[\]@]{1,100}@[^\s<>\"'(),;:\[\]]+")
TIME = re.compile(r"\d{1,2}[:.時]\d{2}")
DIRECTIONS = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
DIGIT = re.compile(r"\d")
RULE_LINE = re.compile(r"^[>\s]*[-_=*~—–]{3,}\s*$")


@dataclass(slots=True)
class Block:
    """Copied headers found in a text: `start` and `end` are line numbers (end: the first line after)."""

    start: int
    end: int
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Sender, time, and a receiver or subject: enough to be believed without anything around it."""
        return {"from", "date"} <= self.fields.keys() and bool({"to", "subject"} & self.fields.keys())


def label_of(line: str) -> tuple[str, str] | None:
    """The kind of header a line is and its value; None when it is not one."""
    text = line.lstrip(DECORATION)
    colon = COLON.search(text, 0, LONGEST_LABEL + 4)
    if colon is None:
        return None
    kind = KINDS.get(text[: colon.start()].strip(DECORATION).lower())
    return (kind, text[colon.end() :].translate(DIRECTIONS).strip().strip("*").strip()) if kind else None


def at(lines: list[str], start: int) -> Block | None:
    """The block of copied headers that starts at line `start`, if one does."""
    first = label_of(lines[start])
    if first is None or first[0] in ("cc", "other"):
        return None
    block = Block(start, start)
    blanks = loose = 0
    kind = ""
    for number in range(start, min(len(lines), start + MOST_LINES)):
        line = lines[number]
        if not line.strip(DECORATION):
            blanks += 1
            if blanks > 2 or (blanks > 1 and len(block.fields) > 3):
                break
            continue
        label = label_of(line)
        if label is None:
            if blanks or loose >= 3 or not kind or RULE_LINE.match(line):
                break
            loose += 1
            block.fields[kind] = f"{block.fields[kind]} {line.strip(DECORATION)}".strip()
            block.end = number + 1
            continue
        if label[0] in block.fields and label[0] not in ("other", "cc", "date"):
            break
        if blanks and len(block.fields) > 3 and label[0] not in ("subject", "to", "cc"):
            break
        blanks = loose = 0
        kind = label[0]
        _take(block, *label)
        block.end = number + 1
    return block if _believable(block) else None


def _take(block: Block, kind: str, value: str) -> None:
    """Keep one header, and any that stand behind it on the same line."""
    pieces = WITHIN.split(" " + value + " ")
    block.fields.setdefault(kind, pieces[0].strip())
    for label, rest in zip(pieces[1::2], pieces[2::2], strict=True):
        block.fields.setdefault(KINDS.get(label.lower(), "other"), rest.strip())


def _believable(block: Block) -> bool:
    fields = block.fields
    kinds = fields.keys() & {"from", "date", "to", "subject"}
    if len(kinds) < 2:
        return False
    known = ADDRESS.search(fields.get("from", "") + " " + fields.get("to", "")) is not None
    if "from" not in kinds:
        return known and DIGIT.search(fields.get("date", "")) is not None
    if known:
        return True
    timed = TIME.search(fields.get("date", "").translate(DIRECTIONS)) is not None
    return len(kinds) > 2 and ("subject" in kinds or timed)
