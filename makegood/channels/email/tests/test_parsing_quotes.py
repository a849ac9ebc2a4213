"""What the customer wrote now is told from what they quoted, whichever mail program they use."""

import pytest

from makegood.channels.email.parsing import parse

# How mail programs introduce a quote: written down from the programs themselves, by language.
INTRODUCTIONS = [
    # Gmail
    "On Mon, Jan 15, 2024 at 2:30 PM Bea Agent <bea@shop.example> wrote:",
    "On Mon, 15 Jan 2024 at 14:30, Bea Agent <bea@shop.example> wrote:",
    "2024-01-15, pr, 14:30 Bea Agent <bea@shop.example> rašė:",
    "2024-01-15 14:30 GMT+02:00 Bea Agent <bea@shop.example>:",
    "пн, 15 янв. 2024 г. в 14:30, Bea Agent <bea@shop.example>:",
    "15 января 2024 г., 14:30 пользователь Bea Agent <bea@shop.example> написал:",
    "Op ma 15 jan 2024 om 14:30 schreef Bea Agent <bea@shop.example>:",
    "Op 15 januari 2024 14:30 schreef Bea Agent <\nbea@shop.example>:",
    "2024年1月15日(月) 14:30 Bea Agent <bea@shop.example>:",
    "2024年1月15日 14:30 Bea Agent <bea@shop.example>:",
    "Am Mo., 15. Jan. 2024 um 14:30 Uhr schrieb Bea Agent <bea@shop.example>:",
    "Le lun. 15 janv. 2024 à 14:30, Bea Agent <bea@shop.example> a écrit :",
    "El lun, 15 ene 2024 a las 14:30, Bea Agent (<bea@shop.example>) escribió:",
    "Em seg., 15 de jan. de 2024 às 14:30, Bea Agent <bea@shop.example> escreveu:",
    "Il giorno lun 15 gen 2024 alle ore 14:30 Bea Agent <bea@shop.example> ha scritto:",
    "pon., 15 sty 2024 o 14:30 Bea Agent <bea@shop.example> napisał(a):",
    "po 15. 1. 2024 v 14:30 odesílatel Bea Agent <bea@shop.example> napsal:",
    "po 15. 1. 2024 o 14:30 Bea Agent <bea@shop.example> napísal(a):",
    "Den mån 15 jan. 2024 kl 14:30 skrev Bea Agent <bea@shop.example>:",
    "man. 15. jan. 2024 kl. 14.30 skrev Bea Agent <bea@shop.example>:",
    "ma 15. tammik. 2024 klo 14.30 Bea Agent (bea@shop.example) kirjoitti:",
    "Bea Agent <bea@shop.example> ezt írta (időpont: 2024. jan. 15., H, 14:30):",
    "lun., 15 ian. 2024 la 14:30, Bea Agent <bea@shop.example> a scris:",
    "15 Oca 2024 Pzt, 14:30 tarihinde Bea Agent <bea@shop.example> şunu yazdı:",
    "пн, 15 січ. 2024 р. о 14:30 Bea Agent <bea@shop.example> пише:",
    "На пн, 15.01.2024 г. в 14:30 Bea Agent <bea@shop.example> написа:",
    "Στις Δευ 15 Ιαν 2024 στις 2:30 μ.μ., ο/η Bea Agent <bea@shop.example> έγραψε:",
    "pirmd., 2024. g. 15. janv., plkst. 14:30 — lietotājs Bea Agent (<bea@shop.example>) rakstīja:",
    "Bea Agent <bea@shop.example> kirjutas kuupäeval E, 15. jaanuar 2024 kell 14:30:",
    "Bea Agent <bea@shop.example> 于2024年1月15日周一 14:30写道：",
    "Bea Agent <bea@shop.example> 於 2024年1月15日 週一 下午2:30寫道：",
    "2024년 1월 15일 (월) 오후 2:30, Bea Agent <bea@shop.example>님이 작성:",
    "‫בתאריך יום ב׳, 15 בינו׳ 2024 ב-14:30 מאת ‪Bea Agent‬‏ <‪bea@shop.example‬‏>:",
    "Vào Th 2, 15 thg 1, 2024 vào lúc 14:30 Bea Agent <bea@shop.example> đã viết:",
    "Pada tanggal Sen, 15 Jan 2024 pukul 14.30 Bea Agent <bea@shop.example> menulis:",
    # Apple Mail
    "On Jan 15, 2024, at 2:30 PM, Bea Agent <bea@shop.example> wrote:",
    "Am 15.01.2024 um 14:30 schrieb Bea Agent <bea@shop.example>:",
    "Op 15 jan. 2024, om 14:30 heeft Bea Agent <bea@shop.example> het volgende geschreven:",
    "15 янв. 2024 г., в 14:30, Bea Agent <bea@shop.example> написал(а):",
    "2024/01/15 14:30、Bea Agent <bea@shop.example>のメール:",
    "Il giorno 15 gen 2024, alle ore 14:30, Bea Agent <bea@shop.example> ha scritto:",
    "El 15 ene 2024, a las 14:30, Bea Agent <bea@shop.example> escribió:",
    "15 jan. 2024 kl. 14:30 skrev Bea Agent <bea@shop.example>:",
    "Den 15. jan. 2024 kl. 14.30 skrev Bea Agent <bea@shop.example>:",
    "Wiadomość napisana przez Bea Agent <bea@shop.example> w dniu 15 sty 2024, o godz. 14:30:",
    "2024-01-15, 14:30, Bea Agent <bea@shop.example> parašė:",
    "在 2024年1月15日，14:30，Bea Agent <bea@shop.example> 写道：",
    # Thunderbird
    "On 15/01/2024 14:30, Bea Agent wrote:",
    "On 2024-01-15 14:30, Bea Agent wrote:",
    "Am 15.01.24 um 14:30 schrieb Bea Agent:",
    "Le 15/01/2024 à 14:30, Bea Agent a écrit :",
    "Op 15-01-2024 om 14:30 schreef Bea Agent:",
    "15.01.2024 14:30, Bea Agent пишет:",
    "2024-01-15 14:30, Bea Agent rašė:",
    "El 15/01/2024 a las 14:30, Bea Agent escribió:",
    "Il 15/01/2024 14:30, Bea Agent ha scritto:",
    "Em 15/01/2024 14:30, Bea Agent escreveu:",
    "W dniu 15.01.2024 o 14:30, Bea Agent pisze:",
    "Dne 15. 01. 24 v 14:30 Bea Agent napsal(a):",
    "Den 15-01-2024 kl. 14:30, skrev Bea Agent:",
    "Den 2024-01-15 kl. 14:30, skrev Bea Agent:",
    "Bea Agent kirjoitti 15.1.2024 klo 14.30:",
    "2024. 01. 15. 14:30 keltezéssel, Bea Agent írta:",
    "On 2024/01/15 14:30, Bea Agent さんは書きました:",
    "(2024/01/15 14:30), Bea Agent wrote:",
    # Yandex, Mail.ru, Yahoo, Zoho, mutt, others
    "15.01.2024, 14:30, \"Bea Agent\" <bea@shop.example>:",
    "Понедельник, 15 января 2024, 14:30 +03:00 от Bea Agent <bea@shop.example>:",
    "On Monday, January 15, 2024 at 02:30:00 PM GMT+2, Bea Agent <bea@shop.example> wrote:",
    "On Monday, January 15th, 2024 at 2:30 PM, Bea Agent <bea@shop.example> wrote:",
    "---- On Mon, 15 Jan 2024 14:30:00 +0200 Bea Agent <bea@shop.example> wrote ----",
    "On Mon, Jan 15, 2024 at 02:30:00PM +0200, Bea Agent wrote:",
    "Bea Agent <bea@shop.example> wrote:",
    "Bea Agent <bea@shop.example> schrieb am 15.01.2024 um 14:30 Uhr:",
    "Quoting Bea Agent <bea@shop.example>:",
    "Zitat von Bea Agent <bea@shop.example>:",
    "Bea Agent schreef op 2024-01-15 14:30:",
    "Bea Agent schrieb am 15.01.2024 14:30:",
    "Bea Agent wrote on 15/01/2024 14:30:",
    "El lun., 15 de enero de 2024 2:30 p. m., Bea Agent <bea@shop.example>\nescribió:",
]  # fmt: skip

BLOCKS = [
    "From: Bea Agent <bea@shop.example>\nSent: Monday, January 15, 2024 2:30 PM\nTo: Ada <ada@home.example>\nSubject: RE: Vase",
    "From: Bea Agent <bea@shop.example>\nDate: Monday, 15 January 2024 at 14:30\nTo: Ada <ada@home.example>\nSubject: Re: Vase",
    "*From:* Bea Agent [mailto:bea@shop.example]\n*Sent:* 15 January 2024 14:30\n*To:* Ada\n*Subject:* RE: Vase",
    "Von: Bea Agent <bea@shop.example>\nGesendet: Montag, 15. Januar 2024 14:30\nAn: Ada <ada@home.example>\nBetreff: AW: Vase",
    "Van: Bea Agent <bea@shop.example>\nVerzonden: maandag 15 januari 2024 14:30\nAan: Ada <ada@home.example>\nOnderwerp: RE: Vaas",
    "De : Bea Agent <bea@shop.example>\nEnvoyé : lundi 15 janvier 2024 14:30\nÀ : Ada <ada@home.example>\nObjet : RE: Vase",
    "De: Bea Agent <bea@shop.example>\nEnviado el: lunes, 15 de enero de 2024 14:30\nPara: Ada <ada@home.example>\nAsunto: RE: Florero",
    "De: Bea Agent <bea@shop.example>\nEnviada em: segunda-feira, 15 de janeiro de 2024 14:30\nPara: Ada <ada@home.example>\nAssunto: RE: Vaso",
    "Da: Bea Agent <bea@shop.example>\nInviato: lunedì 15 gennaio 2024 14:30\nA: Ada <ada@home.example>\nOggetto: R: Vaso",
    "От: Bea Agent <bea@shop.example>\nОтправлено: понедельник, 15 января 2024 г. 14:30\nКому: Ada <ada@home.example>\nТема: RE: Ваза",
    "От кого: Bea Agent <bea@shop.example>\nКому: Ada <ada@home.example>\nДата: 15 января 2024, 14:30\nТема: Re: Ваза",
    "Nuo: Bea Agent <bea@shop.example>\nIšsiųsta: 2024 m. sausio 15 d., pirmadienis 14:30\nKam: Ada <ada@home.example>\nTema: RE: Vaza",
    "差出人: Bea Agent <bea@shop.example>\n送信日時: 2024年1月15日 14:30\n宛先: Ada <ada@home.example>\n件名: RE: 花瓶",
    "发件人: Bea Agent <bea@shop.example>\n发送时间: 2024年1月15日 14:30\n收件人: Ada <ada@home.example>\n主题: 回复: 花瓶",
    "보낸 사람: Bea Agent <bea@shop.example>\n보낸 날짜: 2024년 1월 15일 월요일 오후 2:30\n받는 사람: Ada <ada@home.example>\n제목: RE: 꽃병",
    "Fra: Bea Agent <bea@shop.example>\nSendt: 15. januar 2024 14:30\nTil: Ada <ada@home.example>\nEmne: SV: Vase",
    "Från: Bea Agent <bea@shop.example>\nSkickat: den 15 januari 2024 14:30\nTill: Ada <ada@home.example>\nÄmne: SV: Vas",
    "Lähettäjä: Bea Agent <bea@shop.example>\nLähetetty: maanantai 15. tammikuuta 2024 14.30\nVastaanottaja: Ada <ada@home.example>\nAihe: VS: Maljakko",
    "Od: Bea Agent <bea@shop.example>\nWysłano: poniedziałek, 15 stycznia 2024 14:30\nDo: Ada <ada@home.example>\nTemat: ODP: Wazon",
    "Od: Bea Agent <bea@shop.example>\nOdesláno: pondělí 15. ledna 2024 14:30\nKomu: Ada <ada@home.example>\nPředmět: RE: Váza",
    "Feladó: Bea Agent <bea@shop.example>\nElküldve: 2024. január 15., hétfő 14:30\nCímzett: Ada <ada@home.example>\nTárgy: RE: Váza",
    "Kimden: Bea Agent <bea@shop.example>\nGönderildi: 15 Ocak 2024 Pazartesi 14:30\nKime: Ada <ada@home.example>\nKonu: YNT: Vazo",
    "No: Bea Agent <bea@shop.example>\nNosūtīts: pirmdiena, 2024. gada 15. janvāris 14:30\nKam: Ada <ada@home.example>\nTēma: RE: Vāze",
    "Saatja: Bea Agent <bea@shop.example>\nSaadetud: esmaspäev, 15. jaanuar 2024 14:30\nAdressaat: Ada <ada@home.example>\nTeema: RE: Vaas",
    "Від: Bea Agent <bea@shop.example>\nНадіслано: понеділок, 15 січня 2024 р. 14:30\nКому: Ada <ada@home.example>\nТема: RE: Ваза",
    "-----Original Message-----\nFrom: Bea Agent\nSent: 15 January 2024",
    "-----Ursprüngliche Nachricht-----\nVon: Bea Agent\nGesendet: 15.01.2024",
    "-----Oorspronkelijk bericht-----\nVan: Bea Agent\nVerzonden: 15-01-2024",
    "-----Исходное сообщение-----\nОт: Bea Agent",
    "-------- Исходное сообщение --------\nОт: Bea Agent",
    "-------- Pradinis pranešimas --------\nNuo: Bea Agent",
    "-----元のメッセージ-----\n差出人: Bea Agent",
    "-------- Original message --------\nFrom: Bea Agent <bea@shop.example>\nDate: 15/01/2024 14:30 (GMT+02:00)",
    "-------- Oorspronkelijk bericht --------\nVan: Bea Agent <bea@shop.example>\nDatum: 15-01-2024 14:30 (GMT+02:00)",
    "________________________________\nFrom: Bea Agent <bea@shop.example>\nSent: Monday, January 15, 2024 2:30:00 PM\nTo: Ada\nSubject: Re: Vase",
    "##- Please type your reply above this line -##\nYour request (1234) was updated.",
]  # fmt: skip

SENT_FROM = [
    "Sent from my iPhone", "Sent from my iPad", "Sent from my Samsung Galaxy smartphone.", "Sent from Yahoo Mail on Android",
    "Sent from Outlook for Android", "Get Outlook for iOS<https://aka.ms/o0ukef>", "Get Outlook for Android",
    "Sent from Mail for Windows", "Sent from Mail for Windows 10", "Sent with Proton Mail secure email.", "Sent via BlackBerry from T-Mobile",
    "Von meinem iPhone gesendet", "Gesendet von meinem iPad", "Von Outlook für iOS gesendet", "Verstuurd vanaf mijn iPhone",
    "Verzonden vanaf mijn iPad", "Verzonden met Outlook voor iOS", "Envoyé de mon iPhone", "Envoyé depuis mon téléphone Orange",
    "Télécharger Outlook pour iOS", "Enviado desde mi iPhone", "Enviado do meu iPhone", "Inviato da iPhone", "Inviato dal mio iPhone",
    "Skickat från min iPhone", "Sendt fra min iPhone", "Lähetetty iPhonesta", "Wysłane z iPhone'a", "Odesláno z iPhonu",
    "Отправлено с iPhone", "Отправлено с моего iPhone", "Отправлено из мобильной Почты Mail.ru", "Отправлено из Яндекс.Почты для мобильных",
    "Надіслано з iPhone", "Išsiųsta iš mano iPhone", "Išsiųsta iš iPhone", "iPhoneから送信", "iPadから送信", "私のiPhoneから送信",
    "发自我的iPhone", "從我的 iPhone 傳送", "나의 iPhone에서 보냄", "iPhone'umdan gönderildi", "Στάλθηκε από το iPhone μου",
    "Trimis de pe iPhone-ul meu", "Poslano s mojeg iPhonea", "Saadetud minu iPhone'ist", "Nosūtīts no mana iPhone",
    "Outlook for iOS を入手", "Envoyé à partir de Outlook pour Android", "[Sent from my phone]", "*Sent from my Pixel*",
]  # fmt: skip

OWN_WORDS = [
    "On the surface, this looks fine.\nOn Monday I will call you again.",
    "On 3 May 2024 I ordered a vase. It came broken.",
    "I wrote to you on 3 May 2024 at 10:00 and nobody answered.",
    "From: Vilnius\nTo: Kaunas\nDate: 12 May\n\nPlease change my ticket.",
    "My order:\n\nColour: blue\nSize: 40\nSubject: none\n\nThanks",
    "The notification was sent from my iPhone app to all users.",
    "Sent from my desk, this is easier than by phone.",
    "Here is the list:\n- one\n- two\n-- three\n\nThat is all.",
    "Price: 5 > 3, is it not?\n5 < 6",
    "As you wrote: the vase is gone.\nWhere is it?",
    "Hello\n\n----\n\nPart two\n\n====\n\nPart three",
    "Op maandag 15 januari om 14:30 was er niemand.\nWat nu?",
    "В понедельник 15 января 2024 я звонил вам: никто не ответил.",
    "2024年1月15日に注文しました。まだ届いていません。",
    "2024-01-15 užsakiau vazą. Ji sudužo. Ką daryti?",
    "Le colis est arrivé le 15/01/2024 à 14:30 : vide.",
]


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
@pytest.mark.parametrize("marked", [True, False])
def test_what_ada_quotes_is_not_taken_for_her_words(introduction, marked):
    quote = "> We are sorry.\n> Bea" if marked else "We are sorry.\nBea"
    mail = parse(f"My vase is broken.\n\n{introduction}\n\n{quote}\n".encode(), "text")
    assert mail.reply == "My vase is broken."
    assert "We are sorry." in mail.quoted


@pytest.mark.parametrize("block", BLOCKS)
def test_copied_headers_begin_what_is_quoted(block):
    mail = parse(f"My vase is broken.\n\n{block}\n\nWe are sorry.\nBea\n".encode(), "text")
    assert mail.reply == "My vase is broken."
    assert mail.quoted.endswith("We are sorry.\nBea")


@pytest.mark.parametrize("line", SENT_FROM)
def test_what_the_telephone_adds_is_no_word_of_adas(line):
    mail = parse(f"My vase is broken.\n\n{line}\n".encode(), "text")
    assert mail.reply == "My vase is broken."


@pytest.mark.parametrize("words", OWN_WORDS)
def test_words_that_only_look_like_a_quote_stay(words):
    assert parse(words.encode(), "text").reply == words
