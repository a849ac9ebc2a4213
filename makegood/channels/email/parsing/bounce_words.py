"""The words with which mail systems say that mail did not arrive, as patterns."""

import re

# The local part of a sender that is a mail system.
DAEMON = re.compile(r"^(?:mailer[-_. ]?da?emon|mail[-_. ]?da?emon|maildaemon|maeler-daemon)", re.IGNORECASE)
POSTMASTER = re.compile(
    r"^(?:post[-_. ]?master|postmast|bounces?(?:[-+=_.]|$)|mail[-_. ]?delivery|mail[-_. ]?system|mta(?:[-_.]|$)|mdaemon|"
    r"(?:microsoft)?exchange(?:\d|[-_]?server|$)|mail[-_. ]?admin|smtp(?:d|gw|-gateway)?$|mailgate|mailgw|mailserver|uucp$|"
    r"no-?reply@sns\.amazonaws|root$|(?:[a-z0-9.]+-(?:admin|owner|bounces|request)|owner-[a-z0-9.-]+|majordomo|listserv|listmaster|sympa|mailman)@)",
    re.IGNORECASE,
)
SYSTEM_NAME = re.compile(
    r"mail(?:er)?[- ]?deliver(?:y|er)?|mailer[- ]?da?emon|mail[- ]?daemon|delivery (?:sub)?system|mail (?:sub)?system|"
    r"system administrator|postmaster|mail administrator|systemadministrator|systembeheerder|системный администратор|"
    r"système de (?:distribution|messagerie)|mailzustell|mail delivery|メール配信|returned mail|microsoft outlook",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"^\W{0,10}(?:(?:\[[^\]]{1,40}\]\s{0,5})?)(?:undeliver\w*|undelivr\w*|unzustellbar\w*|un?able to deliver|"
    r"(?:e-?)?mail (?:delivery|failure|error|system error|failed|could not|undeliver|not delivered|returned|status report|bounced|transport)|"
    r"mailsystem error|mail returned|failed mail|failure delivery|delivery (?:status|failure|failed|has failed|error|problem|notification|report|"
    r"delayed|incomplete|warning|attempt|not possible|reports? about)|deliverystatus|delivery-|"
    r"failure notice|failure notification|(?:your )?message (?:delivery|not delivered|could not|undeliver\w*|delayed|status|you sent|blocked|to .{1,80} (?:failed|blocked|not deliver))|"
    r"returned (?:e-?)?mail|returned to sender|return(?:ed)? (?:message|mail) |returning message|mail failed|bounced? (?:mail|message|e-?mail)|"
    r"non[- ]?deliver\w*|not delivered|nondeliver\w*|permanent (?:delivery )?(?:fail|error)\w*|"
    r"warning: ?(?:could not send|message|mail|e-?mail|delay|no-?deliver)|delayed (?:mail|message|delivery)|delivery delay\w*|"
    r"could not (?:send|deliver)|cannot send|recipient (?:unknown|not found)|user unknown|unknown (?:user|recipient)|invalid recipient|address (?:not found|error)|"
    r"loop alert|not member article|rejected (?:mail|message|posting|article)|message rejected|undeliverable|notification d.?état|delivery-problem|problem delivering|error sending|"
    r"nicht zugestellt|zustellung fehlgeschlagen|fehler bei der zustellung|zustell\w*fehler|nachricht (?:konnte )?nicht|unzustellbare|"
    r"non remis|non distribu\w+|échec|echec (?:de|d'|à)|message non (?:distribu|remis|déliv)\w*|impossible de (?:remettre|distribuer|livrer)|"
    r"no se (?:puede|pudo|ha podido) (?:entregar|enviar)|no entregado|correo (?:devuelto|no entregado)|error (?:de|en la) entrega|mensaje (?:devuelto|no entregado)|"
    r"n[aã]o (?:é possível entregar|entregue|foi entregue)|falha (?:na|de) entrega|mensagem não entregue|devolu[çc][aã]o|"
    r"non recapitabile|mancat\w+ (?:recapito|consegna)|messaggio non (?:recapitat|consegnat)\w*|impossibile (?:recapitare|consegnare)|"
    r"onbestelbaar|niet (?:bezorgd|afgeleverd|bestelbaar)|mislukte (?:bezorging|aflevering)|bezorging (?:mislukt|vertraagd)|fout bij (?:bezorgen|aflevering)|"
    r"недоставлен\w*|не (?:доставлен\w*|удалось доставить|может быть доставлен\w*)|(?:сообщение|письмо) не (?:доставлен\w*|может)|"
    r"ошибка доставки|возвращ[её]нн?(?:ое|ая)|уведомление о (?:недоставк|доставк|статусе)\w*|невозможно доставить|"
    r"nepristatyt\w*|neprist\w+|nepavyko (?:pristatyti|išsiųsti)|laiškas nepristatytas|pristatymo klaida|grąžint\w+ laišk\w+|"
    r"nie dostarczon\w*|niedostarcz\w*|nie można dostarczyć|niedoręcz\w*|zwrot poczty|nedoručiteln\w*|nelze doručit|nedoručen\w*|"
    r"kézbesíthetetlen|kézbesítés\w* hib\w*|nelivrat\w*|teslim edilemedi|gönderilemedi|kan inte levereras|kunde inte levereras|ej levererat|"
    r"kan ikke leveres|kunne ikke leveres|ikke levert|ei voi(?:da|tu) toimittaa|toimitus epäonnistui|"
    r"(?:メール)?配信(?:不能|エラー|失敗|できません|遅延|状況)|(?:メール)?送信(?:エラー|失敗|できません)|エラー(?:通知|メール)|未配信|配送(?:不能|エラー|できません)|不達|宛先不明|"
    r"メール(?:が|を)(?:届|送信|配信)\w*|返信不能|系统退信|退信|无法(?:投递|送达)|投递失败|邮件(?:投递|退回|无法)\w*|退件|郵件(?:無法|傳遞|退回)\w*|"
    r"(?:메일|메시지)\s?(?:전송|배달|발송)\s?실패|전송 실패|반송|배달되지)",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"could ?n[o']t be delivered|could not deliver|couldn't deliver|can ?not be delivered|unable to (?:be )?deliver|not able to deliver|n[o']t able to deliver|"
    r"delivery (?:has |to the following (?:recipient|address)\S* )?(?:has )?(?:been )?(?:failed|delayed|failure|error|failures|problem)|failed to deliver|"
    r"was(?: not|n't) delivered|were not delivered|not (?:yet )?been delivered|undeliver(?:able|ed)|returned (?:to sender|mail)|mail is being returned|"
    r"permanent(?: fatal)? errors?|fatal errors?|delivery problems|delivery errors|did(?: not|n't) reach|following address(?:es)? (?:had|failed)|had transient|"
    r"delivery status notification|delivery attempts|message log follows|returned message|failed addresses follow|unrecoverable error|error occurred while (?:attempting|trying) to deliver|"
    r"error delivering your mail|transcript of (?:the )?session|this is the (?:qmail-send|mailer-daemon|mail system|postfix)|"
    r"mail delivery (?:software|failed|agent|system)|message could not|final delivery|rejected your message|(?:has|have) been (?:rejected|returned)|"
    r"non[- ]?deliver(?:y|ed|able)|delivery report|failure reasons|duplicated message-id|not a member of this (?:mailing )?list|incorrectly constructed|unrouteable|cannot send your message|problem delivering|"
    r"konnte nicht (?:zugestellt|übermittelt|ausgeliefert)|konnten? .{0,80} nicht (?:zugestellt|zustellen)|unzustellbar|zustellung fehlgeschlagen|nicht zustellbar|"
    r"n'a (?:pas )?pu être (?:remis|déliv|distribu|livr)\w*|échec de (?:la )?(?:remise|livraison|distribution)|impossible de (?:remettre|distribuer|livrer)|"
    r"no se (?:pudo|ha podido|puede) entregar|no (?:ha podido|pudo) ser entregad\w|não pôde ser entregue|não foi (?:possível entregar|entregue)|falha na entrega|"
    r"non è stato possibile (?:recapitare|consegnare)|mancat[oa] (?:recapito|consegna)|impossibile (?:recapitare|consegnare)|"
    r"(?:kan|kon) niet worden (?:bezorgd|afgeleverd)|niet (?:bezorgd|afgeleverd)|onbestelbaar|"
    r"не (?:удалось|удаётся|может быть|было|был) доставлен\w*|не удалось доставить|не доставлено|недоставлен\w*|невозможно доставить|не было доставлено|"
    r"nepavyko (?:pristatyti|išsiųsti)|nepristatyt\w*|negal(?:ėjo|i) būti pristatyt\w*|"
    r"nie (?:można|udało się) dostarczyć|nie (?:została|mogła zostać) dostarczon\w|nelze doručit|nepodařilo (?:se )?doručit|kunde inte levereras|teslim edilemedi|"
    r"配信(?:できません|できなかった|に失敗|不能|エラー|されません|することができません)|配送(?:できません|できなかった|に失敗|不能)|お届け(?:できません|することが)|届けられません|届きません|"
    r"送信(?:できません|できなかった|に失敗|エラー|することができません)|宛先(?:が見つかりません|不明|が存在)|(?:アドレス|ユーザ\S{0,4}|メールボックス)(?:が|は)?(?:見つかり|存在し)ません|"
    r"投稿する権限|不達|下記の理由により|エラー\(宛先|メールサーバ\S{0,4}との通信中|存在しない.{0,20}(?:可能性|権限)|"
    r"无法(?:投递|送达|发送)|退信|投递失败|無法(?:傳送|投遞|遞送)|전송되지 (?:못|않)|배달되지",
    re.IGNORECASE,
)
REASON = re.compile(
    r"user unknown|unknown user|no such (?:user|recipient|address|mailbox|person|account|local user)|user (?:not found|does not exist|doesn't)|mailbox (?:unavailable|is full|full|not found|disabled|has exceeded)|"
    r"over ?quota|quota (?:exceeded|full)|exceed(?:s|ed|ing)? .{0,30}(?:quota|limit|size)|address(?:ee)? (?:rejected|not found|unknown|does not exist)|recipient (?:rejected|unknown|address rejected|not found|error)|"
    r"host (?:unknown|not found|or domain name not found)|domain (?:not found|does not exist)|relay(?:ing)? (?:access )?denied|account (?:is )?(?:disabled|has been disabled|inactive|suspended)|"
    r"connection (?:refused|timed out)|spam (?:message|content|detected)|blocked|blacklist|does not (?:exist|like recipient)|unknown (?:address|recipient|mailer|local)|not (?:listed|accepting|a valid)|too (?:large|big|many)|"
    r"retry timeout|dns (?:lookup|error)|service unavailable|mail loop|too many hops|doesn't have a .{1,60} account|remote host said|rejected by|policy",
    re.IGNORECASE,
)
SMTP_CODE = re.compile(
    r"(?<![\d.])(?:[45]\d\d[ -]{1,2}[#(]?[45]\.\d{1,3}\.\d{1,3}\b|[45][0-7]\d[ -]{1,3}(?=[A-Za-z<#(\"'])|[45]\.\d{1,3}\.\d{1,3}(?![\d.]))|#[45]\.\d\.\d"
)
TEMPORARY = re.compile(
    r"warning message only|delayed|has not yet been delivered|not yet been delivered|will (?:be )?(?:keep|continue|retried|retry|try)|still (?:being )?(?:trying|queued)|delivery attempts will|"
    r"temporar(?:y|ily)|could not send message for past|no action is required|verzögert|vertraagd|retardé|отложен|задерж|遅延|再送|再試行|vėluoja|atidėt",
    re.IGNORECASE,
)
DELIVERED = re.compile(
    r"\b(?:successfully delivered|was delivered to|delivered successfully|has been delivered|relayed to|succeeded|"
    r"erfolgreich zugestellt|配信されました)\b",
    re.IGNORECASE,
)
RETURNED = re.compile(
    r"(?:below this line is a copy|original message (?:follows|header|is attached)|copy of (?:the|your) (?:original )?message|returned message|message text follows|unsent message|"
    r"message headers? follow|original mail as follows|----- ?(?:original|returned|message|unsent|non-delivered)|the header of the original|元のメッセージ|original message)",
    re.IGNORECASE,
)
# A bounce's words in a subject that somebody's own subject comes before.
WITHIN_SUBJECT = re.compile(
    r"non remis|delivery failed|undeliverable|returned to sender|unzustellbar|не доставлено|配信不能|onbestelbaar",
    re.IGNORECASE,
)
MESSAGE_ID = re.compile(r"^[> \t]*Message-I[dD]:\s*<([^<>\s]{3,250})>", re.MULTILINE | re.IGNORECASE)
