"""How Lithuanian promises, and what takes a promise back; all forms without diacritics."""

from makegood.promises.own_words.language import pattern, words

# The first person of the future ends in -siu and -sime; the genitive of participles (likusių) and of the superlative
# (artimiausiu metu) look alike, so -usiu counts only where a verb is known to end so.
FUTURE = r"(?:\w{2,}(?:(?<!u)siu|(?<=gau)siu|(?<=uo)siu|(?<=siu)siu|sime?|siuosi?|simes))"
IDLE = (
    r"(?:ne\w+|busi(?:u|me?)(?! (?:pas jus|pas tave|vietoje|pasireng))|nores\w+|gales\w+|tures\w+|(?:pa)?bandys\w+|(?:pa)?sisteng\w+|stengs\w+|pasteng\w+|lauks\w+|tikes\w+|"
    r"dziaugs\w+|manys\w+|zinos\w+|dirbs\w+|klausime|mates\w+|pamatys\w+|svarstys\w+|likusi\w+|visi\w+|atostogau\w+|ilses\w+|atsiprasys\w+|suprasi\w+|keliausi\w+|zvelgs\w+|ketins\w+|rupins\w+|uzsidarys\w+|atsidarys\w+|svess\w*|sves\w+|kels\w+ kain\w+|didins\w+|ieskos\w+|sieksi\w+|padesi\w+)"
)
OURS = rf"(?<!\w)(?!{IDLE})(?:{FUTURE})(?!\w)"
# The present for something settled: “rytoj skambinu”, “rytoj jums grąžiname”.
NOW_DOING = words(
    r"busi(?:u|me?) (?:\w+ )?(?:pas|prie) (?:jus|jusu \w+|tave)",
    r"(?:pas|prie) (?:jus|jusu \w+|tave) (?:\w+ )?busi(?:u|me?)",
    r"(?:per|pa)?skambinu",
    r"(?:is|at)?siunciu",
    r"grazinu",
    r"(?:pa)?rasau",
    r"atvaziuoju",
    r"atvykstu",
    r"pranesu",
    r"atsakau",
    r"susisiekiu",
    r"pervedu",
    r"atvezu",
    r"pristatau",
    r"keiciu",
    r"tvarkau(?= ir)",
    r"(?:jums|jus|jusu \w+) (?:\w+ ){0,3}?(?:per)?(?:skambinam|siunciam|issiunciam|grazinam|pervedam|pristatom|atvezam|kompensuojam|keiciam|pakeiciam|atvaziuojam|atvykstam)e?",
    r"(?:per)?(?:skambinam|siunciam|issiunciam|grazinam|pervedam|pristatom|atvezam|kompensuojam|pakeiciam|atvaziuojam|atvykstam)e? (?:\w+ ){0,2}?(?:jums|jus|jusu)",
)
ACTS = (
    r"(?:(?:pa|per)?skambins|susisieks|atvyks|atvaziuos|(?:pa)?rasys|atsius|issius|grazins|pristatys|atsakys|sutvarkys|pakeis|pranes|perves|isspres|patikrins|informuos|"
    r"atliks|aplankys|pasieks|pataisys|sutaisys|suremontuos|atves|atnes|paims|pasiims|uzsuks|ateis|pateiks|padarys|israsys|kompensuos|sumontuos|prijungs|ivertins|uzbaigs|baigs|patvirtins|paruos|perduos|atstatys|ismokes|duos zinia|griz su|isiaiskins|issiaiskins|perziures|apziures|imsis|parengs)"
)
TEAM = r"(?:koleg\w+|vadybinink\w+|meistr\w+|technik\w+|specialist\w+|komand\w+|vadov\w+|konsultant\w+|inzinier\w+|vairuotoj\w+|darbuotoj\w+|administrator\w+|buhalter\w+|pirkeju aptarnav\w+|klientu aptarnav\w+|skyri\w+|servis\w+|montuotoj\w+|elektrik\w+|santechnik\w+|ekspert\w+|direktor\w+|kazkas is musu|musu zmo\w+|sandel\w+|dirbtuv\w+|parduotuv\w+|mes|montuotoj\w+)"
YOUR_ACTS = (
    r"(?:(?:pa|per)?skambins|susisieks|atvyks|atvaziuos|(?:pa)?rasys|atsakys|pranes|informuos|aplankys|uzsuks|ateis)"
)
THEIRS = rf"(?<!\w)(?:jums|jus|su jumis|pas jus)(?: [\w,.:-]+){{0,8}}? {YOUR_ACTS}(?!\w)|(?<!\w){YOUR_ACTS} (?:\w+ ){{0,3}}?(?:jums|jus|su jumis|pas jus)(?!\w)|{words(TEAM)}(?: [\w,.:-]+){{0,8}}? {ACTS}(?!\w)|(?<!\w){ACTS} (?:\w+ ){{0,3}}?{TEAM}(?!\w)"
DONE = (
    r"(?:grazin|issius|atsius|pristaty|pakeis|pakeist|sutaisy|suremontuo|perves|pervest|iskaity|kompensuo|atlik|paruos|paruost|isspres|issprest|sutvarky|patikrin|uzbaig|baig|padary|ivykdy|perziure|"
    r"atnaujin|prijung|pateik|suteik|aktyvuo|ismoke|apmoke|informuo|atstaty|pataisy|istaisy|sumontuo|iveikt|israsy|uzsaky|atves|atvezt|patvirtin|nusius|perduo|pasalin|sumoke|isnagrine|ivertin|apdoro|parengt|anuliuo|atsauk|pratest|perskaiciuo|sugrazin|nuskaityt|paskirt|instaliuot|irengt)"
)
RECEIVED = (
    rf"(?<!\w)(?:bus|busite|busi) (?:(?:\w+ ){{0,4}}?{DONE}\w*|pas jus|jusu \w+|vietoje|jums)|pas jus (?:\w+ ){{0,2}}bus(?!\w)|{DONE}(?:t|ta|tas|ti|tos|tu)? bus(?!\w)|"
    + words(
        r"gausite?",
        r"gausit",
        r"gausi",
        r"sulauksite?",
        r"sulauksi",
        r"turesite?(?! \w+ti\b)(?= .*(?:pinig|atsakym|savo|preke|siunt|rezultat))",
        r"galesite?(?: \w+){0,3}? (?:atsiimti|pasiimti)",
        r"pasieks",
        r"atkeliaus",
        r"atvyks",
        r"iskeliaus",
        r"isvyks",
        r"ateis",
        r"atsidurs",
        r"ikris",
        r"atsiras",
        r"isgirsite",
        r"rasite",
        r"veiks",
        r"vel veiks",
        r"bus sutvarkyt\w*",
        r"isvazuos",
        r"isvaziuos",
    )
)
PROMISE = words(
    r"pazad(?:u|ame|edame?)",
    r"garantuoju",
    r"garantuojame",
    r"isipareigoj(?:u|ame)",
    r"(?:duodu|daviau) zodi",
    r"prizad(?:u|ame)",
    r"laukit(?:e)? (?:mano |musu )?(?:skambuc|laisk|atsakym|meistr|kurjer|zin|inform)\w+",
    r"suplanuot\w+",
    r"numatyt\w+ (?:pristat|grazin|vizit|remont)\w+",
    r"atsakymas iki",
    r"atsakysim",
)

PROMISING = pattern(OURS, NOW_DOING, THEIRS, RECEIVED, PROMISE)
PLAIN = pattern(
    rf"(?<!\w)(?:paskambins|perskambins|parasys|atsius|issius|grazins|sugrazins|pakeis|suremontuos|sutaisys|susisieks|kompensuos|perves|pranes|atsakys|informuos)(?:iu|ime?)(?!\w)(?!.*{words('kai', 'kai tik', 'greitai', 'netrukus', 'artimiausiu', 'greiciau', 'imanoma', 'po', 'jei', 'del ko', 'kod.l')})",
    words(r"pazadu", r"pazadame"),
)
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
    r"(?<!\w)ne(?!trukus|del|sija|si\w*jaud|paisant|rimau|patog|abej|raminam|maloni|skland|susip|bes|reik|mokam|pert)\w+(?:siu|sime?|simes|siuosi?|s)(?!\w)",
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
        r"(?:kurjeris|kurjeriai|kurjeriu tarnyba|bankas|jusu bankas|dpd|omniva|lp express|venipak|gls|dhl|ups|fedex|gamintoj(?:as|ai)|tiekej(?:as|ai)|pastas|lietuvos pastas|veze?jas|draudik(?:as|ai)|draudimo (?:bendrove|imone)|muitine|importuotojas|partner(?:is|iai)|vmi|policija|savivaldybe|eso|mokejimo sistema|paypal|pardavejas|nuomotojas|siuntu tarnyba|transporto imone|rangov(?:as|ai)|(?:oro )?linijos|aviakompanija|viesbutis|agentura|mokesciu inspekcija|(?<!musu )(?:bendrove|imone)|tinklu operatorius|lizingas|kredito unija)(?! musu)",
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
        r"(?!laukite|laukit|nesijaudinkit|nesirupinkit|neabejokit|zinokit|atleiskit|turekit(?:e)? omeny|bukit(?:e)? ramus|sakykit|drasiai)\w+kite?",
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
    r"\b(?:o |ir |bet )?jei(?:gu)? (?:turesite|turite|kils|kiltu|yra|reikes|reiketu|tik tinka|tinka|jums tinka|neprieštaraujate|nepriestaraujate|norite|kazkas)[^,;.]*(?:klausim|abejon|neaisk|pastab|priestar|tinka|pageidav|kas nors|pagalb)?[^,;.]*",
    r"\b(?:kaip (?:ir )?(?:zadejau|zadejome|pazadejau|pazadejome|tariames|sutareme|kalbejome|minejau|prasete|pageidavote|sakiau|susitareme))",
    r"\b(?:nesijaudinkit(?:e)?|nesirupinkit(?:e)?|atleiskit(?:e)?|atsiprasau[^,;.]*?(?=,|;|\.|$| ir )|atsiprasome[^,;.]*?(?=,|;|\.|$| ir )|prasau? (?:nesijaudinti|atleisti)|prasome (?:nesijaudinti|atleisti)|bukit(?:e)? rami\w*|dekoju[^,;.]*|dekui[^,;.]*|aciu[^,;.]*)",
    r"\b(?:kuri(?:a|as|uos|o|e|ai|s|os)?|kod.l|kas|kaip|kur) (?:\w+ ){0,4}?(?:buvo|ivyko|nutiko|isigijote|pirkote|uzsakete|siuntete|gavote|sugedo|dingo|neatvyko|nebuvo|vyko|atsitiko|negavote|pranesete|skambinote|rasete)\b[^,;.]*",
    r"\b(?:jusu )?(?:\w+dienio|\d{4}-\d\d-\d\d|vakarykst\w+) (?:laisk|uzsakym|skambut|zinut|uzklaus|pranesim)\w+",
)
ASKING = pattern(r"^ar (?!.*(?:ir|o) as )")
TAGS = pattern(
    r"(?:,|;| -|\.) ?(?:ar )?(?:gerai|tinka|ar tinka|tiks|ar tiks(?: jums)?|tinka jums|sutinkate|ok|okay|gerai\?|ar gerai|tinkamas laikas|ar jums (?:tinka|tiks|patogu)|patogu|sutarta|ar galiu dar kuo padeti|ar dar kuo galiu padeti|ka manote) ?\?$"
)
JOINS = pattern(
    r"(?:;| - |,? o (?=\w)|, (?:bet|taciau|tad|todel) | ir (?=(?:as|mes|jus|jusu|jums|per|iki|rytoj|siandien|poryt|jei|jeigu|\w+dieni|\w+(?:siu|sime)\b) ?)|, (?=(?:as|mes) )|, tada )"
)
CONDITIONS = pattern(
    r"^(?:ir |o |bet )?(?:jei|jeigu|kai|vos|gave|gavus|nebent|atsiuntus|apmokejus|patvirtinus|tik gave)\b"
)
