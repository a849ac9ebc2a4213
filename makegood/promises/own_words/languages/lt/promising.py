"""How Lithuanian promises; all forms without diacritics."""

from makegood.promises.own_words.language import pattern, words

# The first person of the future ends in -siu and -sime; the genitive of participles (likusių) and of the superlative
# (artimiausiu metu) look alike, so -usiu counts only where a verb is known to end so.
FUTURE = r"(?:\w{2,}(?:(?<!u)siu|(?<=gau)siu|(?<=uo)siu|(?<=siu)siu|sime?|siuosi?|simes))"
IDLE = (
    r"(?:ne\w+|busi(?:u|me?)(?! (?:pas jus|pas tave|vietoje|pasireng))|nores\w+|gales\w+|tures\w+|"
    r"(?:pa)?bandys\w+|(?:pa)?sisteng\w+|stengs\w+|pasteng\w+|lauks\w+|tikes\w+|"
    r"dziaugs\w+|manys\w+|zinos\w+|dirbs\w+|klausime|mates\w+|pamatys\w+|svarstys\w+|likusi\w+|visi\w+|"
    r"atostogau\w+|ilses\w+|atsiprasys\w+|suprasi\w+|keliausi\w+|zvelgs\w+|ketins\w+|rupins\w+|uzsidarys\w+|"
    r"atsidarys\w+|svess\w*|sves\w+|kels\w+ kain\w+|didins\w+|ieskos\w+|sieksi\w+|padesi\w+)"
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
    r"(?:jums|jus|jusu \w+) (?:\w+ ){0,3}?(?:per)?(?:skambinam|siunciam|issiunciam|grazinam|pervedam|pristatom|"
    r"atvezam|kompensuojam|keiciam|pakeiciam|atvaziuojam|atvykstam)e?",
    r"(?:per)?(?:skambinam|siunciam|issiunciam|grazinam|pervedam|pristatom|atvezam|kompensuojam|pakeiciam|"
    r"atvaziuojam|atvykstam)e? (?:\w+ ){0,2}?(?:jums|jus|jusu)",
)
ACTS = (
    r"(?:(?:pa|per)?skambins|susisieks|atvyks|atvaziuos|(?:pa)?rasys|atsius|issius|grazins|pristatys|atsakys|"
    r"sutvarkys|pakeis|pranes|perves|isspres|patikrins|informuos|"
    r"atliks|aplankys|pasieks|pataisys|sutaisys|suremontuos|atves|atnes|paims|pasiims|uzsuks|ateis|pateiks|"
    r"padarys|israsys|kompensuos|sumontuos|prijungs|ivertins|uzbaigs|baigs|patvirtins|paruos|perduos|atstatys|"
    r"ismokes|duos zinia|priims|baigs|nuvalys|sutvarstys|parodys|griz su|isiaiskins|issiaiskins|perziures|"
    r"apziures|imsis|parengs)"
)
TEAM = (
    r"(?:koleg\w+|vadybinink\w+|meistr\w+|technik\w+|specialist\w+|komand\w+|vadov\w+|konsultant\w+|inzinier\w+|"
    r"vairuotoj\w+|darbuotoj\w+|administrator\w+|buhalter\w+|pirkeju aptarnav\w+|klientu aptarnav\w+|skyri\w+|"
    r"servis\w+|montuotoj\w+|elektrik\w+|santechnik\w+|ekspert\w+|direktor\w+|kazkas is musu|musu zmo\w+|"
    r"sandel\w+|dirbtuv\w+|parduotuv\w+|gydytoj\w*|siuvej\w*|sodinink\w*|spynini\w*|dazytoj\w*|staliu\w*|"
    r"kepej\w*|virej\w*|fotograf\w*|valytoj\w*|slaugytoj\w*|stogdeng\w*|registratur\w*|mes|montuotoj\w+)"
)
YOUR_ACTS = (
    r"(?:(?:pa|per)?skambins|susisieks|atvyks|atvaziuos|(?:pa)?rasys|atsakys|pranes|informuos|aplankys|uzsuks|ateis)"
)
THEIRS = (
    rf"(?<!\w)(?:jums|jus|su jumis|pas jus)(?: [\w,.:-]+){{0,8}}? {YOUR_ACTS}(?!\w)|"
    rf"(?<!\w){YOUR_ACTS} (?:\w+ ){{0,3}}?(?:jums|jus|su jumis|pas jus)(?!\w)|"
    rf"{words(TEAM)}(?: [\w,.:-]+){{0,8}}? {ACTS}(?!\w)|(?<!\w){ACTS} (?:\w+ ){{0,3}}?{TEAM}(?!\w)"
)
DONE = (
    r"(?:grazin|issius|atsius|pristaty|pakeis|pakeist|sutaisy|suremontuo|perves|pervest|iskaity|kompensuo|atlik|"
    r"paruos|paruost|isspres|issprest|sutvarky|patikrin|uzbaig|baig|padary|ivykdy|perziure|"
    r"atnaujin|prijung|pateik|suteik|aktyvuo|ismoke|apmoke|informuo|atstaty|pataisy|istaisy|sumontuo|iveikt|"
    r"israsy|uzsaky|atves|atvezt|patvirtin|nusius|perduo|pasalin|sumoke|isnagrine|ivertin|apdoro|parengt|"
    r"anuliuo|atsauk|pratest|perskaiciuo|sugrazin|nuskaityt|paskirt|instaliuot|irengt)"
)
RECEIVED = (
    rf"(?<!\w)(?:bus|busite|busi) (?:(?:\w+ ){{0,4}}?{DONE}\w*|pas jus|jusu \w+|vietoje|jums)|"
    rf"pas jus (?:\w+ ){{0,2}}bus(?!\w)|{DONE}(?:t|ta|tas|ti|tos|tu)? bus(?!\w)|"
    + words(
        r"gausite?",
        r"(?:jusu|taves) lauks",
        r"lauks (?:jusu|taves)",
        r"gausit",
        r"gausi",
        r"sulauksite?",
        r"sulauksi",
        r"turesite?(?! (?:\w+ ){0,3}?\w+tis?\b)(?! (?:teise|galimyb|laiko|problem|sunkum|klausim))",
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
    r"(?<!\w)(?:paskambins|perskambins|parasys|atsius|issius|grazins|sugrazins|pakeis|suremontuos|sutaisys|"
    r"susisieks|kompensuos|perves|pranes|atsakys|informuos)(?:iu|"
    rf"ime?)(?!\w)(?!.*{words('kai', 'kai tik', 'greitai', 'netrukus', 'artimiausiu', 'greiciau', 'imanoma', 'po', 'jei', 'del ko', 'kod.l')})",
    words(r"pazadu", r"pazadame"),
)
