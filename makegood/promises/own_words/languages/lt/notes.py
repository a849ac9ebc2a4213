"""Promises as they are jotted down after a call in Lithuanian: “sutarta: skambutis pirmad. 11 val.”, “pažadėjau atsakyti”."""

from makegood.promises.own_words.language import words
from makegood.promises.own_words.languages.lt.days import DAY, MONTH, WEEKDAY_STEM, WHEN
from makegood.promises.own_words.languages.lt.subjects import TEAM
from makegood.promises.own_words.languages.lt.verbs import INFINITIVE

# A note tells no story and sets no rule.
STORY = (
    r"(?!.*(?<!\w)(?:ne\w+[oe]|buvo|[iv]?vyko|vyksta|trunka|yra|nera|gali(?:ma|mas|mi|mos|te|me)?|reik\w+|kainuo\w+|privalo\w*|"
    r"turi(?:u|me|te|t)?|tures\w*|turejo|iprast\w+|standart\w+|nemokam\w+|galioj\w+|uztruk\w+|uztrunka|atlikt\w+|ivykdyt\w+|laukia\w*|"
    r"praso\w*|prase|nori|norej\w+|pageidau\w+|klaus\w+|veluo\w+|saugo\w+|laiko\w+|vakar|uzvakar|pries \w+ (?:dien|sav|val|men)\w*|"
    r"praej\w+|\w+davo|terminas|\w+(?:ejo|avo|ojo|ino|iavo|kete|cete|gete|dete|nete|rete|site?te|vete|jote|note)|(?:pa|per|at|is|nu|su|uz)?(?:skambin|siunt|tais|tvark|ras|vyk|vez|ved|dav|em|"
    r"state|keit|tikrin|mat|sak)(?:e|o|om|ome|em|eme|au|iau))(?!\w))"
)
# One of us has said so.
PLEDGED = (
    r"(?<!\w)(?:(?:pa|pri)?zadej(?:au|om|ome)|(?:pa|pri)zadeta|isipareigoj(?:au|om|ome|ta)|(?:su|susi)tar(?:em|eme|iau|ta)|"
    r"suderin(?:au|om|ome|ta)|(?:pa|uz)tikrin(?:au|om|ome)|daviau zodi|ipareigoj(?:au|om|ome)|es(?:u|ame?) (?:isipareigoj|pazadej)\w+|"
    r"pasizymejau|(?:isi|uzsi)rasiau|papras(?:iau|em|eme|yta)|pasak(?:iau|em|eme|yta)|pranesta|informuot(?:a|as|i|os)|informav(?:au|om|ome))"
)
WE_BOOKED = (
    r"(?<!\w)(?:(?:(?:su)?planav|(?:uz|i|per)registrav|rezervav|(?:su)?organizav)(?:au|om|ome)|"
    r"(?:numat|uzsak|paskyr|priskyr|(?:i|uz)ras|nukreip)(?:iau|em|eme)|itrauk(?:iau|em|eme)|(?:per|nu|pa)kel(?:iau|em|eme)|"
    r"iskvie(?:ciau|tem|teme))(?!\w)"
)
IS_BOOKED = (
    r"(?<!\w)(?:(?:su)?planuot|numatyt|(?:uz|i|per)registruot|uzsakyt|(?:pa|pri)skirt|rezervuot|(?:i|uz)rasyt|nukreipt|itraukt|"
    r"(?:per|nu|pa)kelt|iskviest|(?:su)?organizuot|sutart|suderint)(?:a|as|i|os)(?!\w)"
)
# Of a weekday alone what was done may have been done on it: “pirmadienį užsakiau”.
AHEAD = (
    rf"(?:(?<!\w)(?:(?:rytoj\w*|ryt|poryt(?:oj)?|iki|{WEEKDAY_STEM}dien(?:iui|is))(?!\w)|{WEEKDAY_STEM}\w*\.? \d|{MONTH} \w|"
    r"\d{1,2}(?:(?:[:.]\d\d)? ?(?:val|h(?!\w)|d\.)|:\d\d)|kit(?:a|os|am|ai) (?:savait|\w+dien)))"
)
# What a note may name, right before its time.
DEED = (
    r"(?:(?:per|at)?skambut(?:is|i)|griztamasis (?:rysys|skambutis)|kompensacija|ismoka|patikra|apziura|konsultacija|isvad(?:a|os)|"
    r"rezultat(?:as|ai|us)|samata|ataskaita|naujienos|remont(?:as|a)|vizit(?:as|a)|(?:(?:per|at|pa)skambin|atsaky|(?:su)?grazin|"
    r"(?:pri|at)staty|(?:de|per)?montav|ireng|(?:pa)?keit|(?:pa)?tikrin|(?:pri|pa|i|per)jung|i?dieg|(?:pa|is|su)?taisy|(?:pa|at)em|"
    r"(?:is|at|par)vez|perved|(?:is|at)siunt|aktyvav|atblokav|perskaiciav|matav|derin|atnaujin|sprend|pasiuly|perdav|(?:is|i)dav|"
    r"(?:is)?valy|(?:su)?rink)i?m(?:as|a)|(?:technik|meistr|inzinieri|specialist|kurjeri|montuotoj)\w* (?:vizit|atvykim|apsilankym|iskvietim)\w+)"
)
TODO = (
    r"(?:(?:pa|per|at)skambinti|atsakyti|(?:pa|at)rasyti|(?:is|at|nu|per)siusti|informuoti|pranesti|pervesti|patikrinti|sutvarkyti|"
    r"(?:nu|at)vezti|perziureti|priminti|susisiekti|israsyti|pakartoti|grazinti klient\w+|duoti (?:zinia|atsakyma))"
)
PLACE = (
    r"(?:pas (?:jus|klient\w+|ja|ji)|prie (?:jusu \w+|duru|objekto)|vietoje|jusu (?:kieme|namuose|bute|adresu))(?!\w)"
)
NOTED = (
    # “Grąžinimas kliento sąskaiton per 2 d.”, “ryt 10 val. skambutis”
    rf"^{STORY}(?:.*[:,;] )?(?:[\w.]+ ){{0,3}}?{DEED}(?! galim| termin| laik)"
    rf"(?: (?!per|iki|po)[\w.]+){{0,4}}?[:,]?(?: -| bus| jau| tik)?(?: {WHEN}|$)|"
    rf"^{STORY}(?:[\w.]+ ){{0,3}}?{WHEN}(?:[ ,]+(?!iki|per)[\w:.-]+){{0,4}}?:? {DEED}(?: [\w.]+){{0,4}}$|"
    # “Pinigai rytoj”
    rf"^{STORY}(?:\w+ ){{0,3}}?(?:pinigai|suma|siunta|preke|detale|kortele|kodas|dokumentai)(?: (?!iki)\w+){{0,3}}? (?:jau |- )?{DAY}(?: \w+)?\W*$|"
    # “Montuotojas pas jus pirmadienį”, “rytoj 9 val. aš pas jus”
    rf"^{STORY}.*{words(TEAM)}(?: [\w.:-]+){{0,4}}? {PLACE}|^{STORY}(?:[\w:.]+ ){{0,4}}?(?:as|mes) (?:\w+ ){{0,2}}?{PLACE}|"
    # “Perskambinti ketv. 14 val.”
    rf"^{STORY}(?=.*{WHEN})(?:(?:ir|dar|\w+dieni|rytoj|ryt|siandien|poryt|(?:\w+ )?\w+:) ){{0,3}}?{TODO}(?!\w)"
)
REPORTED = (
    rf"{PLEDGED}(?=.*{WHEN}) (?:[\w.,:-]+ ){{0,6}}?(?:{INFINITIVE}ti(?!\w)|kad|jog|{DEED}|\w+a (?:iki|per|{DAY}))|"
    rf"{PLEDGED}(?: \w+){{0,3}}?[:,-] ?(?=.*{WHEN})|{AHEAD}(?: [\w:.]+){{0,3}} pazadejau(?: \w+){{0,3}} {INFINITIVE}ti(?!\w)|"
    rf"{WHEN}.*(?<!\w)(?:pazadet|sutart|suderint)a\.?$|"
    rf"{WE_BOOKED}:? (?:[\w.,:-]+ ){{0,6}}?(?={AHEAD})|{AHEAD} (?:[\w:.]+ ){{0,4}}?{WE_BOOKED}|"
    rf"{IS_BOOKED}:? (?:[\w.,:-]+ ){{0,6}}?(?={WHEN})|{WHEN} (?:[\w:.]+ ){{0,4}}?{IS_BOOKED}"
)
