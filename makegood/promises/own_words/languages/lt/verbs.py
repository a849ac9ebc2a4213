"""What a service does for people, in the forms of its verbs; all without diacritics.

A Lithuanian verb is a root with a prefix, which matters little here: any prefix fits any root. Verbs in -inti and -uoti
tell themselves by their endings; of the others stands what comes before -ti, and the third person of the present.
"""

from collections.abc import Iterator

PREFIX = r"(?:pa|per|is|ati?|nu|su|i|uz|pri|api?|par|pra)(?:si)?"
PAIRS = """
    brauk:braukia dovano:dovanoja karto:kartoja lipdy:lipdo lopy:lopo mainy:maino mazgo:mazgoja pildy:pildo samdy:samdo skelb:skelbia
    telk:telkia vynio:vynioja zvalgy:zvalgo ardy:ardo atlik:atlieka aptarnau:aptarnauja baig:baigia beg:bega braizy:braizo dary:daro dazy:dazo de:deda
    dieg:diegia dirb:dirba draus:draudzia duo:duoda ei:eina gaben:gabena gau:gauna glaisty:glaisto grez:grezia
    griz:grizta gydy:gydo im:ima jung:jungia kal:kala kalbe:kalba karpy:karpo kas:kasa keliau:keliauja keis:keicia
    kel:kelia kep:kepa kirp:kerpa klau:klauja klausy:klauso klo:kloja krau:krauna krausty:krausto kreip:kreipia
    kur:kuria kvies:kviecia lanky:lanko leis:leidzia lek:lekia lik:lieka lyde:lydi megz:mezga mes:meta moke:moka
    moky:moko nagrine:nagrineja nes:nesa pil:pila pin:pina pirk:perka pjau:pjauna pjausty:pjausto plau:plauna
    pranes:pranesa puos:puosia purk:purskia ras:randa rasy:raso rau:rauna reng:rengia rink:renka ris:risa rody:rodo
    ruos:ruosia saky:sako sauk:saukia siek:siekia siu:siuva sius:siuncia siurb:siurbia skambtel:skambteli
    skaity:skaito skalb:skalbia skiepy:skiepija skir:skiria skirsty:skirsto skleis:skleidzia skus:skuta sod:sodina
    sok:soka spaus:spaudzia spres:sprendzia stabdy:stabdo staty:stato stebe:stebi sto:stoja stum:stumia suk:suka
    sutik:sutinka pasitik:pasitinka sver:sveria taiky:taiko taisy:taiso tar:taria teik:teikia temp:tempia tep:tepa
    tes:tesia ties:tiesia tik:tinka tir:tiria trauk:traukia tvarky:tvarko tvarsty:tvarsto vadau:vaduoja valy:valo
    vaziuo:vaziuoja ver:veria vers:vercia ves:veda vez:veza vilk:velka vir:verda virk:virkia vykdy:vykdo vyk:vyksta
    ziure:ziuri zvelg:zvelgia zyme:zymi
"""
ROOTS = dict(pair.split(":") for pair in PAIRS.split())
# Other words, or other deeds, without a prefix: “neš” and “nes”, “eis”, “vyks”.
PREFIXED = {root for root in ROOTS if len(root) <= 3} | {"ties", "klau", "kreip", "keliau", "dirb"}
# Verbs of the same look that promise nothing: “padės” helps, “kainuos” costs, “prasidės” begins.
NOT_FUTURE = (
    r"(?!(?:pades|prades|prasides|susides|kainuos|ketins|planuos|atostogaus|kuriuos|abejuos|dalyvaus|vadins|patiks|isliks|pasiliks|"
    r"sutiks|prireiks|\w*vaduos)(?!\w))"
)
# Said of what is always so, of what stands in the letter or of what one thinks; and nouns in -ina and -inas.
NOT_PRESENT = (
    r"(?!(?:prival|dirb|pra[sn]|prim[ei]n|siulo|siulau|kvieci|informuoj|pranes|tikin|rekomenduoj|planuoj|aptarnau|kainuoj|gamin|naudoj|"
    r"dalyvau|priimam|teiki|pride|prise|atsipras|sveikin|vertin|garantuoj|patvirtin|uztikrin|apgailestauj|rengiam[aoi]|organizuojam[aoi]|"
    r"moka|saka|sakom|parduod|vaduoj|abejoj|keliauj|isvyk|isvaz|isei|termin|vitamin|medicin|masin|vitrin|kabin|dezin|savin|kamin)\w*)"
)


def _bent(root: str) -> str:
    """The root before the -s of the future: vež-, grįž- and siųs- merge with it."""
    return root[:-1] if root[-1] in "sz" else root


def _with_prefixes(forms: Iterator[tuple[str, str]], prefixed: set[str] = PREFIXED) -> str:
    free: list[str] = []
    bound: list[str] = []
    for root, form in forms:
        (bound if root in prefixed else free).append(form)
    return rf"(?:{PREFIX})?(?:{'|'.join(free)})" + (rf"|{PREFIX}(?:{'|'.join(bound)})" if bound else "")


def _present(vowel_forms: dict[str, str], prefixed: set[str]) -> str:
    """Of each verb's present, what `vowel_forms` says by its last vowel: “veža” to “vežame”."""
    return _with_prefixes(((root, now[:-1] + vowel_forms[now[-1]]) for root, now in ROOTS.items()), prefixed)


INFINITIVE = rf"(?:\w{{2,}}in|\w{{2,}}uo|{_with_prefixes((root, root) for root in ROOTS)})"
WILL_BARE = (
    rf"{NOT_FUTURE}(?:\w{{2,}}ins|\w{{2,}}uos|{_with_prefixes((root, _bent(root) + 's') for root in ROOTS)})(?!\w)"
)
# He, she, it or they will.
WILL = rf"(?<!\w){WILL_BARE}"
# Done: “grąžintas”, “išsiųsta”.
DONE = rf"(?<!\w){INFINITIVE}t(?:as|a|i|os|u)(?!\w)"
I_DO = rf"(?<!\w){NOT_PRESENT}(?:\w{{3,}}inu|\w{{2,}}uoju|{_present({'a': 'u', 'o': 'au', 'i': 'iu'}, {'kel', 'mes', 'nes', 'kas'})})(?!\w)"
WE_DO = (
    rf"(?<!\w){NOT_PRESENT}(?:\w{{2,}}inam|\w{{2,}}uojam|{_present({'a': 'am', 'o': 'om', 'i': 'im'}, set())})e?(?!\w)"
)
THEY_DO = (
    rf"(?<!\w){NOT_PRESENT}(?:\w{{3,}}ina|\w{{2,}}uoja|{_present({'a': 'a', 'o': 'o', 'i': 'i'}, PREFIXED)})(?!\w)"
)
IS_DONE = rf"(?<!\w){NOT_PRESENT}(?:\w{{2,}}inam|\w{{2,}}uojam|{_present({'a': 'am', 'o': 'om', 'i': 'im'}, PREFIXED)})(?:as|a|i|os)(?!\w)"
