"""How Lithuanian promises in whole sentences; `notes.py` has the clipped style. All forms without diacritics."""

from makegood.promises.own_words.language import pattern, words
from makegood.promises.own_words.languages.lt.days import DAY, WHEN
from makegood.promises.own_words.languages.lt.notes import NOTED, REPORTED
from makegood.promises.own_words.languages.lt.subjects import TEAM, THINGS
from makegood.promises.own_words.languages.lt.verbs import DONE, I_DO, IS_DONE, THEY_DO, WE_DO, WILL

# The first person of the future ends in -siu and -sime; the genitive of participles (likusių) and of the superlative
# (artimiausiu metu) look alike, so -usiu counts only where a verb is known to end so.
FUTURE = r"(?:\w{2,}(?:(?<!u)siu|(?<=gau)siu|(?<=uo)siu|(?<=siu)siu|(?<=[kpr][lri]au)siu|(?<=keliau)siu|sime?|siuosi?|simes))"
IDLE = (
    r"(?:ne\w+|busi(?:u|me?)(?! (?:pas jus|pas tave|vietoje|pasireng))|nores\w+|gales\w+|tures\w+|"
    r"(?:pa)?bandys\w+|(?:pa)?sisteng\w+|stengs\w+|pasteng\w+|lauks\w+|tikes\w+|"
    r"dziaugs\w+|manys\w+|zinos\w+|dirbs\w+|klausime|mates\w+|pamatys\w+|svarstys\w+|likusi\w+|visi\w+|"
    r"atostogau\w+|ilses\w+|atsiprasys\w+|suprasi\w+|(?:is)?keliausi\w+|isvyksi\w+|isvaziuosi\w+(?! pas)|zvelgs\w+|ketins\w+|rupins\w+|"
    r"uzsidarys\w+|atsidarys\w+|svess\w*|sves\w+|kels\w+ kain\w+|didins\w+|ieskos\w+|sieksi\w+|padesi\w+|susitiks\w+|pasimatys\w+|veluos\w+|"
    r"uztruks\w+|(?:pasi)?ziures\w+|domes\w+|pasidomes\w+|sutiksi\w+|grisi(?:u|me?)(?! (?:\w+ )?(?:pas|prie|su|ir|jums)))"
)
# What is not done counts where it spares the customer something.
SPARING = r"ne(?:be)?(?:(?:pri|nu)?skai(?:ciuo|ty)|taiky|im|atjung|isjung|(?:su)?stabdy|(?:uz)?blokuo)si(?:u|me?)(?!\w)"
OURS = (
    rf"(?<!\w){SPARING}|(?<!\w)(?!{IDLE})(?:{FUTURE})(?!\w)|"
    r"(?<!\w)turesi(?:u|me?) (?:\w+ ){0,2}?jums|(?<!\w)(?:jums|jusu) (?:\w+ ){0,3}?turesi(?:u|me?)(?!\w)|"
    rf"{words(THINGS)} (?:\w+ ){{0,3}}?turesi(?:u|me?)(?!\w)|(?<!\w)turesi(?:u|me?) (?:\w+ ){{0,2}}?{words(THINGS)}|"
    r"(?<!\w)lauksi(?:u|me?) (?:jusu|taves) (?:\w+ ){0,3}?(?:oro uoste|stotyje|stoteleje|aiksteleje|terminale|prie \w+)|"
    r"(?<!\w)(?:pas|prie) (?:jus|jusu \w+|tave) (?:[\w:.]+ ){0,3}?busi(?:u|me?)(?!\w)|"
    r"(?<!\w)busi(?:u|me?) (?:[\w:.]+ ){0,3}?(?:pas|prie|vietoje)(?!\w)|(?<!\w)vietoje (?:\w+ )?busi(?:u|me?)(?!\w)"
)
# The present for something settled: “rytoj skambinu”, “rytoj jums grąžiname”.
TO_CUSTOMER = r"(?:klient(?:ui|ei|us|a)|jam|jai|kl\.|pirkej(?:ui|ai)|abonent(?:ui|ei)|pacient(?:ui|ei)|svec(?:iui|iams)|p\. \w+(?:ui|ei|ai))"
NOW_DOING = (
    rf"{I_DO}|"
    rf"(?<!\w)(?:jums|jus|jusu \w+) (?:\w+ ){{0,3}}?{WE_DO}|{WE_DO} (?:\w+ ){{0,2}}?(?:jums|jus|jusu)(?!\w)|"
    rf"(?<!\w){TO_CUSTOMER} (?:[\w:.]+ ){{0,3}}?{WE_DO}|{WE_DO} (?:[\w:.]+ ){{0,3}}?{TO_CUSTOMER}(?!\w)"
)
GOING = (
    r"(?<!\w)(?:atvyksta|atvaziuoja|ateina|atkeliauja|(?:is)?keliauja|(?:su)?grizta|uzsuka|uzeina|pasiekia|ikrenta|pasirodo|isijungia|"
    r"prasideda|pradeda|startuoja|veikia|atvezama|gauna(?:te|t)|(?:jusu|taves) laukia|turit(?:e)? (?:ji|ja|viska))(?!\w)"
)
SETTLED = (
    rf"^(?=.*{WHEN})(?:.*(?<!\w))?(?:per|at)skambina(?!\w)|"
    rf"^(?=.*{DAY})(?:.*(?<!\w))?(?:{WE_DO}|duod(?:u|am|ame)(?!\w)|{GOING}|{IS_DONE}|{THINGS} (?:\w+ ){{0,3}}?(?:isvyksta|isvaziuoja|iseina)(?!\w)|"
    rf"{words(TEAM)} (?:[\w.:-]+ ){{0,6}}?{THEY_DO}|{THEY_DO} (?:[\w.:-]+ ){{0,4}}?{words(TEAM, 'jums', 'jus')}|"
    rf"jums (?:[\w.:-]+ ){{0,4}}?{THEY_DO})"
)
THEIRS = (
    rf"(?<!\w)(?:ant|prie|pas) (?:jusu|jus|tavo|tave) (?:\w+ ){{0,3}}?(?:stoves|gules|kabes|lauks|sedes|degs)(?!\w)|"
    rf"{WILL}|(?<!\w)(?:prades (?:\w+ ){{0,3}}?\w+(?:ti|im[ao]|ym[ao]|um[ao])|duos (?:\w+ )?(?:zinia|atsakyma|zinoti)|imsis|griz su|(?:su)?veiks|(?:at|i|nu|su|is)?kris|"
    r"atsidurs|(?:mat|lank|rup|tvark)(?:in|y)?sis|atsispindes|pajudes|nuguls|dings|isnyks|budes|paseks|"
    r"(?:darb|remont|montavim|gamyb|diegim|valym)\w+ (?:\w+ ){0,3}?prasides|(?:stoves|lauks|gules|kabes|sedes|degs) (?:\w+ ){0,2}?(?:prie|vietoje|jusu|musu|parduotuv\w+|salon\w+|skyri\w+|atsiemimo))(?!\w)"
)
SERVED = (
    r"(?:gausi(?:te?)?|(?:su)?lauksite|sulauksi(?:te?)?|isgirsi(?:te?)?|rasi(?:te?)?|(?:pa)?matysi(?:te?)?|(?:su)?zinosi(?:te?)?|"
    r"atgausi(?:te?)?|susigrazinsi(?:te?)?|naudosites|prisijungsi(?:te?)?|(?:jusu|taves) lauks|lauks (?:jusu|taves)|"
    r"turesi(?:te?)?(?! (?:\w+ ){0,3}?\w+(?<!an)tis?(?!\w))(?! (?:teise|galimyb|laiko|problem|sunkum|klausim))|"
    r"galesi(?:te?)?(?: \w+){0,3}? (?:atsiimti|pasiimti|naudotis|prisijungti|matyti|ziureti|skambinti|vaziuoti|isivaziuoti|ieiti|jungtis)|"
    r"(?:klient|pirkej|abonent|pacient|pon|svec|vartotoj)\w* (?:\w+ ){0,2}?(?:gaus|sulauks|atgaus|susigrazins))"
)
ELSEWHERE = r"(?:biur|darb|atost|nam|mokym|susitik|komandiruo|iki|uzsiem|uzimt|isvyk|kit\w+ )"
RECEIVED = (
    rf"(?<!\w){SERVED}(?!\w)|(?<!\w)bus(?:i|ite?)? (?:[\w.:-]+ ){{0,4}}?{DONE}|{DONE} (?:\w+ )?bus(?!\w)|"
    rf"(?<!\w)bus (?:[\w.:-]+ ){{0,4}}?(?:pas (?:jus|mus)|prie jusu|jusu \w+|vietoje|jums)(?!\w)|"
    rf"(?<!\w)(?:pas (?:jus|mus)|prie jusu \w+|jusu \w+|vietoje) (?:[\w.:-]+ ){{0,3}}?bus(?!\w)|"
    rf"{words(THINGS)} (?:[\w.:-]+ ){{0,6}}?bus(?!\w)|(?<!\w)bus (?:[\w.:-]+ ){{0,3}}?{words(THINGS)}|"
    rf"{words(TEAM)} (?:[\w.,:-]+ ){{0,6}}?bus(?!\w)(?! {ELSEWHERE})|{DAY} (?:\w+ )?bus (?!{ELSEWHERE})\w+e(?!\w)|"
    rf"(?<!\w)bus {IS_DONE}|(?<!\w)bus (?:\w+ ){{0,2}}?(?:baigt|gatav|pasiruos)\w+"
)
EXPECTED = (
    r"(?:(?:skambuc|laisk|atsakym|meistr|kurjer|zini|zinut|inform|siunt|technik|specialist|prek|rezultat|pinig|montuotoj|brigad|"
    r"vairuotoj|kolegos|naujien)\w*)"
)
EXPECT = r"(?:laukit|tikekit|tikekites|sulaukit)e?"
# Not “pažadų”, of promises.
I_PROMISE = r"(?:pa|pri)zadu(?=[,!:.]|$| kad| jums| \w+ti(?!\w)| rytoj| iki)"
PROMISE = words(
    I_PROMISE,
    r"(?:pa|pri)zad(?:ame|edame?|am)",
    r"garantuoju",
    r"garantuojame?",
    r"isipareigoj(?:u|ame?)",
    r"(?:duodu|daviau) zodi",
    rf"{EXPECT} (?:\w+ ){{0,3}}?(?:{EXPECTED}|{TEAM})",
    rf"(?:{EXPECTED}|{THINGS}) (?:\w+ ){{0,3}}?{EXPECT}",
    rf"galite? (?:tiketis|laukti) (?:\w+ ){{0,2}}?{EXPECTED}",
)

# Those read from the start of the clause, and those that may begin at any word.
PROMISING = pattern(
    rf"^(?:{SETTLED}|{NOTED})", rf"(?<!\w)(?:{OURS}|{NOW_DOING}|{THEIRS}|{RECEIVED}|{PROMISE}|{REPORTED})"
)

VAGUE = words(
    r"kai",
    r"greitai",
    r"greit",
    r"netrukus",
    r"artimiausiu",
    r"greiciau",
    r"imanoma",
    r"po",
    r"jei",
    r"del ko",
    r"kod.l",
    r"veliau",
    r"ka(?:ip|da) nors",
    r"neuzilgo",
    r"kazkada",
    r"laikui begant",
    r"pagal galimybes",
)
CERTAIN = (
    r"(?:paskambins|perskambins|atskambins|parasys|atrasys|atsius|issius|nusius|grazins|sugrazins|pakeis|suremontuos|sutaisys|istaisys|"
    r"susisieks|kompensuos|perves|ismokes|atlygins|pranes|atsakys|informuos|sutvarkys|pristatys|atves|nurasys|anuliuos|panaikins)"
)
PLAIN = pattern(
    rf"^(?!.*{VAGUE}).*(?<!\w)(?:{CERTAIN}(?:iu|ime?)|{I_PROMISE}|pazadame|garantuoju|garantuojame|duodu zodi)(?!\w)",
    rf"^(?!.*{VAGUE}).*jums (?:\w+ ){{0,2}}?bus (?:\w+ ){{0,3}}?(?:su)?(?:grazint|kompensuot|pervest|ismoket|atlygint)\w+",
)
