"""What takes a Lithuanian promise back, and where its sentences are cut; all forms without diacritics."""

from makegood.promises.own_words.language import pattern, words

REFUSING = pattern(
    # conditions and doubts
    words(
        r"jei",
        r"jeigu",
        r"nebent",
        r"su salyga",
        r"priklauso",
        r"priklausomai",
        r"gal",
        r"galbut",
        r"turbut",
        r"tikriausiai",
        r"greiciausiai",
        r"veikiausiai",
        r"ko gero",
        r"tikimes",
        r"tikiuos\w*",
        r"viliuos\w*",
        r"vilimes",
        r"planuojame?",
        r"planuoju",
        r"ketin\w+",
        r"(?:pasi)?stengs\w+",
        r"pasisteng\w+",
        r"stengiames",
        r"(?:pa)?bandys\w+",
        r"(?:pa)?meginsi\w+",
        r"norec(?:iau)",
        r"noretume?",
        r"galec(?:iau)",
        r"galetume?(?:te)?",
        r"galetu",
        r"turetu(?:me|mete)?",
        r"butu",
        r"butume",
        r"\w+tumete?",
        r"\w+tume",
        r"ar (?:galite|galetumete|galime|paskambinsite|tikrai|jums)",
        r"manau",
        r"rodos",
        r"atrodo",
        r"neaisku",
        r"kai tik (?:gaus|jus|atsi|tik|bus|patvirt|preke|detal|tiek|grazin|sumok|apmok)\w*",
        r"kai (?:gaus|jus |atsi|sumok|apmok|grazins|patvirt|tiekej|detal|preke|bus)\w*",
        r"vos (?:tik )?gav\w+",
        r"gavus",
        r"gave jusu",
        r"atsiuntus",
        r"apmokejus",
        r"patvirtinus",
        r"tokiu atveju",
        r"esant",
    ),
    # denied
    r"(?<!\w)ne(?!trukus|del|sija|si\w*jaud|paisant|rimau|patog|abej|raminam|maloni|skland|susip|bes|reik|mokam|"
    r"pert)\w+(?:siu|sime?|simes|siuosi?|s)(?!\w)",
    words(
        r"nebus",
        r"negausite?",
        r"negal\w+",
        r"neturi\w*",
        r"niekada",
        r"deja,? ne\w*",
        r"nemanau",
        r"nezinau",
        r"nesu \w+",
        r"abejoju",
        r"negarantuoju",
        r"nezad\w+",
        r"nepazad\w+",
        r"negarantuoja\w*",
        r"nebeb\w+",
    ),
    # general terms, opening hours
    words(
        r"paprastai",
        r"iprastai",
        r"iprastas",
        r"dazniausiai",
        r"visada",
        r"visuomet",
        r"dazna[iu]",
        r"vidutiniskai",
        r"standartin\w+",
        r"taisykl\w+",
        r"pagal (?:musu )?(?:tvark\w+|salyg\w+|istatym\w+|sutart\w+)",
        r"darbo laik\w+",
        r"dirbame?",
        r"dirba",
        r"dirbs\w*",
        r"atidaryt\w+",
        r"uzdaryt\w+",
        r"atidar\w+",
        r"uzsidar\w+",
        r"klient(?:ai|ams|us)",
        r"pirkej(?:ai|ams)",
        r"kiekvien\w+",
        r"kasdien",
        r"kas (?:savaite|menesi|ryta|diena|pirmadieni)",
        r"garantij\w+",
        r"galioj\w+",
        r"galios",
        r"akcij\w+",
        r"ispardavim\w+",
        r"atostog\w+",
        r"nedarb\w+",
        r"uzsakym(?:ai|us) (?:pateikt|pristat|issiunc|gaut)\w*",
        r"terminas yra",
        r"trunka",
        r"prenumerat\w+",
        r"savaitgaliais",
        r"siuntos pristatomos",
        r"pinigai grazinami",
        r"prekes pristatomos",
        r"sutarties \w+ baig\w+",
        r"baigsis",
        r"kain(?:a|os) (?:did|kil|kei)\w+",
    ),
    # others' doing and saying
    words(
        r"(?:kurjeris|kurjeriai|kurjeriu tarnyba|bankas|jusu bankas|dpd|omniva|lp express|venipak|gls|dhl|ups|"
        r"fedex|gamintoj(?:as|ai)|tiekej(?:as|ai)|pastas|lietuvos pastas|veze?jas|draudik(?:as|ai)|"
        r"draudimo (?:bendrove|imone)|muitine|importuotojas|partner(?:is|iai)|vmi|policija|savivaldybe|eso|"
        r"mokejimo sistema|paypal|pardavejas|nuomotojas|siuntu tarnyba|transporto imone|rangov(?:as|ai)|"
        r"(?:oro )?linijos|aviakompanija|viesbutis|agentura|mokesciu inspekcija|(?<!musu )(?:bendrove|imone)|"
        r"tinklu operatorius|lizingas|kredito unija)(?! musu)",
        r"(?:jis|ji|jie|jos) (?:\w+ ){0,2}?(?:paskambins|atsius|pristatys|grazins|atvyks|susisieks|parasys|atliks)",
    ),
    words(
        r"sak(?:e|ei|ete)",
        r"pasak(?:e|ete|ei)",
        r"teig\w+",
        r"(?:pa)?zadejo(?:te)?",
        r"minejo(?:te)?",
        r"raset?e?",
        r"anot",
        r"pasak",
        r"pranese",
        r"informavo",
    ),
    # the customer's part
    words(
        r"prasome",
        r"prasau",
        r"prasyciau",
        r"(?!laukite|laukit|nesijaudinkit|nesirupinkit|neabejokit|zinokit|atleiskit|turekit(?:e)? omeny|"
        r"bukit(?:e)? ramus|sakykit|drasiai)\w+kite?",
        r"privalote",
        r"turite",
        r"reikia",
        r"reikes",
        r"jums reik\w+",
        r"galite",
        r"turesite \w+ti",
        r"ar (?=\w+(?:ote|ite|ate|site)\b)",
        r"paskambinsite",
        r"atsiusite",
        r"sumokesite",
        r"grazinsite",
        r"pranesite",
        r"atvyksite",
        r"parasysite",
    ),
    words(r"buvo (?:zadet|pazadet|sutart)\w*", r"turejo\w*"),
)
UNSAID = pattern(
    r"\b(?:palik(?:ite|it)|patikek(?:ite|it)?) (?:tai |sita )?(?:man|mums),?",
    r"\b(?:o |ir |bet )?jei(?:gu)? (?:turesite|turite|kils|kiltu|yra|reikes|reiketu|tik tinka|tinka|jums tinka|"
    r"neprieštaraujate|nepriestaraujate|norite|kazkas)[^,;.]*(?:klausim|abejon|neaisk|pastab|priestar|tinka|"
    r"pageidav|kas nors|pagalb)?[^,;.]*",
    r"\b(?:kaip (?:ir )?(?:zadejau|zadejome|pazadejau|pazadejome|tariames|sutareme|kalbejome|minejau|prasete|"
    r"pageidavote|sakiau|susitareme))",
    r"\b(?:nesijaudinkit(?:e)?|nesirupinkit(?:e)?|atleiskit(?:e)?|atsiprasau[^,;.]*?(?=,|;|\.|$| ir )|"
    r"atsiprasome[^,;.]*?(?=,|;|\.|$| ir )|prasau? (?:nesijaudinti|atleisti)|prasome (?:nesijaudinti|atleisti)|"
    r"bukit(?:e)? rami\w*|dekoju[^,;.]*|dekui[^,;.]*|aciu[^,;.]*)",
    r"\b(?:kuri(?:a|as|uos|o|e|ai|s|os)?|kod.l|kas|kaip|kur) (?:\w+ ){0,4}?(?:buvo|ivyko|nutiko|isigijote|"
    r"pirkote|uzsakete|siuntete|gavote|sugedo|dingo|neatvyko|nebuvo|vyko|atsitiko|negavote|pranesete|skambinote|"
    r"rasete)\b[^,;.]*",
    r"\b(?:jusu )?(?:\w+dienio|\d{4}-\d\d-\d\d|vakarykst\w+) (?:laisk|uzsakym|skambut|zinut|uzklaus|pranesim)\w+",
)
ASKING = pattern(r"^ar (?!.*(?:ir|o) as )")
TAGS = pattern(
    r"(?:,|;| -|\.) ?(?:ar )?(?:gerai|tinka|ar tinka|tiks|ar tiks(?: jums)?|tinka jums|sutinkate|ok|okay|"
    r"gerai\?|ar gerai|tinkamas laikas|ar jums (?:tinka|tiks|patogu)|patogu|sutarta|ar galiu dar kuo padeti|"
    r"ar dar kuo galiu padeti|ka manote) ?\?$"
)
JOINS = pattern(
    r"(?:;| - |,? o (?=\w)|, (?:bet|taciau|tad|todel) | ir (?=(?:as|mes|jus|jusu|jums|per|iki|rytoj|siandien|"
    r"poryt|jei|jeigu|\w+dieni|\w+(?:siu|sime)\b) ?)|, (?=(?:as|mes) )|, tada )"
)
CONDITIONS = pattern(
    r"^(?:ir |o |bet )?(?:jei|jeigu|kai|vos|gave|gavus|nebent|atsiuntus|apmokejus|patvirtinus|tik gave)\b"
)
