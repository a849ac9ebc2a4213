"""How Dutch promises."""

from makegood.promises.own_words.language import pattern, words
from makegood.promises.own_words.languages.nl.notes import DOING, NOTED
from makegood.promises.own_words.languages.nl.shapes import ARRANGED, GOING_ON, JOTTED, SHAPES

TEAM = (
    r"(?:(?:een|mijn|onze|de|het|iemand van|een van) (?:[\w-]+ )?)?(?:collega(?:'?s)?|monteurs?|technicus|"
    r"specialist(?:en)?|team|manager|leidinggevende|teamleider|afdeling(?: [\w-]+)?|medewerkers?|chauffeurs?|"
    r"bezorgers?|service(?:dienst|monteur|team)?|planning|administratie|boekhouding|klantenservice|winkel|"
    r"werkplaats|magazijn|planner|dienst|vertalers?|notaris|glazenwassers?|[\w-]+(?:teurs?|leurs?)|expert|adviseurs?|directeur|installateurs?|loodgieters?|elektriciens?|helpdesk|(?:vak)?mensen|[\w-]+(?:zetters?|leggers?|bouwers?|makers?|werkers?)|"
    r"filiaal|expeditie|schade-expert|bedrijfsleider|juristen|jurist|advocaten|verhuizers?|schilders?|naaister|"
    r"kleermaker|tuinman|tuinlieden|timmerman|slotenmaker|dokter(?: \w+)?|arts|tandarts|verpleegkundige|"
    r"schoonmaakster|schoonmaker|bakker|kok|fotograaf|bloemist|opticien|apotheker|receptie|dakdekker|hovenier|"
    r"stoffeerder|[\w-]+(?:adviseurs?|monteurs?|medewerkers?|specialist(?:en)?|technicus|coordinator|planner|consulent|"
    r"manager|begeleid(?:er|ster)|therapeut|dienst|team))|iemand|wij|we|ons team|er"
)
US = r"(?:ik|wij|we|'k|k)"
VERB = (
    r"(?:bel(?:len)?|stuur|sturen|mail(?:en)?|e-?mail(?:en)?|kom(?:en)?|lever(?:en)?|betaal|betalen|"
    r"stort(?:en)?|vergoed(?:en)?|repareer|repareren|vervang(?:en)?|verzend(?:en)?|breng(?:en)?|schrijf|"
    r"schrijven|laat|laten|neem|nemen|geef|geven|"
    r"meld(?:en)?|zorg(?:en)?|zoek(?:en)?|herstel(?:len)?|los(?:sen)?|plan(?:nen)?|regel(?:en)?|bezorg(?:en)?|"
    r"haal|halen|boek(?:en)?|crediteer|crediteren|check(?:en)?|controleer|controleren|bevestig(?:en)?|"
    r"antwoord(?:en)?|reageer|reageren|spreek|spreken|bekijk(?:en)?|"
    r"beantwoord(?:en)?|behandel(?:en)?|pak(?:ken)?|informeer|informeren|verwerk(?:en)?|app(?:en)?|"
    r"whatsapp(?:en)?|maak|maken|zet(?:ten)?|doe|doen|verstuur|versturen|bericht(?:en)?|ruil(?:en)?|"
    r"wijzig(?:en)?|rond(?:en)?|handel(?:en)?|lever(?:en)?|sta(?:an)?|ben|zijn|hang(?:en)?|"
    r"plaats(?:en)?|monteer|monteren|sluit(?:en)? (?=u|uw|je|het|de)|retourneer|retourneren|contacteer|"
    r"contacteren|terugbel(?:len)?|onderzoek(?:en)?|rapporteer|leg(?:gen)?|bereid(?:en)?|koppel(?:en)?|"
    r"bestel(?:len)?|corrigeer|corrigeren|annuleer|annuleren|verleng(?:en)?|activeer|activeren|vraag|vragen|"
    r"overleg(?:gen)?|zit(?:ten)?)"
)
# Being somewhere is a promise only where the customer is.
BEING = (
    r"(?<!\w)(?:ben|zijn|sta|staan) (?:ik|we|wij)(?! (?:.*)?(?:bij u|bij je|bij jullie|voor (?:de|uw|je) deur|"
    r"terug bij u|op (?:de|uw|je) stoep|voor in\b|met (?:een|de|het|uw|je) ))(?!\w)|(?<!\w)(?:ik|we|wij) (?:ben|zijn|sta|staan)(?!.*(?:bij u|bij je|bij jullie|"
    r"voor (?:de|uw|je) deur|op (?:de|uw|je) stoep|(?:er|hier)?voor in\b|\bmet (?:een|de|het|uw|je) ))(?!\w)"
)
# Before “ik” or “we” any verb will do, but for these and for what is no verb.
IDLE = (
    r"(?:dat|als|omdat|waar|hoe|wat|maar|dan|wie|welke?|toen|terwijl|zodra|wanneer|sinds|voordat|nadat|indien|"
    r"aangezien|heb|hebben|had|hadden|ben|zijn|kan|kunnen|wil|willen|moet|moeten|mag|mogen|denk|denken|hoop|"
    r"hopen|weet|weten|zie|zien|zagen|begrijp|begrijpen|vind|"
    r"vinden|zou|zouden|was|waren|werk|werken|sluit|sluiten|open|openen|wacht|wachten|probeer|proberen|streven|"
    r"verwacht|verwachten|hoor|horen|ontvang|ontvangen|ontvingen|krijg|krijgen|kregen|kreeg|zag|staan|stond|"
    r"stonden|wensen|wens|vertrek|ga|gaan|zal|zullen|belde|belden|probeerde|probeerden|leverden|stuurde|"
    r"stuurden|reken(?:en)?(?= (?:ik|we|wij)(?: [\w.:'-]+){0,6}? op (?:u|je|uw|jullie)\b)|vragen|vraag|danken|bedanken|waarderen|betreuren|merk|merken|zaten|zit|zitten|"
    r"heten|missen|mis|blijf|blijven|vieren|meestal|morgen|vandaag|kunnen|konden|moest|moesten|werd|werden|"
    r"\w+den|\w+ten (?=ik|we)|\w+dag|graag|zoals|terug|daarom|hierbij|hiermee)\b"
)
# After them, too, but for what stands between subject and verb, for what was, and for what we merely know or feel.
IDLE_AFTER = (
    # of these any form
    r"(?:accepteer|advis|adviseer|attendeer|begre|beschik|betwijfel|constateer|erken|excuseer|feliciteer|gebruik|gelo[ov]|hanteer|hanter|"
    r"herinner|twijfel|verbouw|verhui[sz]|verkoop|verkop|vermoed|vre[ez]|waarde|"
    # and these as they stand
    r"(?:alles|alvast|altijd|baal|bedoel|bedoelen|bied|ble(?:ef|ven)|daar|deed|deden|deze|die|dit|durf|durven|eens|eerder|even|gaf|gaven|ging|"
    r"gisteren|haar|hem|hier|hield|hoef|hoeven|hun|inmiddels|jou|jullie|keek|keken|ken|kennen|kreeg|kregen|kwam|las|lazen|leef|leven|lees|lezen|"
    r"liep|liepen|lopen|loop|mezelf|mij|nam|net|niets|niks|nodig|nodigen|nogmaals|onder|ons|ook|over|overweeg|overwegen|persoonlijk|raad|raden|"
    r"rust|rusten|samen|schat|schreef|schreven|schrok|snap|snappen|sprak|spraken|sta|steeds|uit|uiterlijk|vaak|verblijf|verblijven|vergat|"
    r"verleen|verlenen|verzoek|vond|wel|wist|woon|wonen|zat|zelf|zojuist|\w+(?:cht|kt|pt|ft|st)en?|\w+(?:dd|tt|gd|ld|nd|rd|md|vd|wd)en?|"
    r"\w+[dt]e)\b)"
)
OURS = (
    rf"(?<!\w)(?:zal|zullen|ga|gaan|gaat) {US}(?! (?:proberen|kijken of|wachten|niet)\b)(?!\w)|"
    rf"(?<!\w){US} (?:zal|zullen|ga|gaan)(?! (?:proberen|kijken of|wachten|niet)\b)(?!\w)|"
    rf"(?<!\w)(?:heb|hebben) {US} (?:[\w.:'-]+ ){{1,8}}?(?:klaar\w*|gereed|apart|paraat)(?!\w)|"
    rf"(?<!\w)(?:zij|ze|hij|die) (?:\w+t|\w+en) (?:u|je|jullie)(?! (?:hebt|heeft|zelf)\b)(?!\w)|"
    rf"(?<!\w)sluit(?:en)? {US} (?:[\w.:'-]+ ){{1,8}}?aan(?!\w)|"
    rf"(?<!\w){US} houd(?:en)? (?:[\w.:'-]+ ){{1,10}}?(?:vrij|vast|apart)(?!\w)|"
    rf"(?<!\w)(?:wij|we) (?!{IDLE}|{IDLE_AFTER})\w{{3,}}en(?!\w)|(?<!\w)ik (?!{IDLE}|{IDLE_AFTER})\w{{3,}}(?!\w)|"
    rf"(?<!\w){US}(?: (?:u|je|jullie|het|dit|dat|hem|morgen|vandaag|zelf|persoonlijk|dan|nu|nog|ook|allebei|hier|"
    rf"samen|alvast)){{0,3}} {VERB}(?!\w)|(?<!\w){VERB} {US}(?!\w)|"
    rf"(?<!\w)(?!{IDLE})\w{{3,}} {US}(?!\w)|"
    rf"(?<!\w){US} [\w, ]{{1,60}}? en (?:dan |daarna )?(?!zijn|ben|sta){VERB}(?!\w)|"
    rf"(?<!\w)dat {US} (?:[\w.:'-]+ ){{0,8}}?{VERB}(?!\w)"
)
# “Bel u morgen terug”, “Kom er vrijdag op terug”: a note without its subject.
BARE = (
    r"^(?:(?:ok|oke|prima|dag|hoi|begrepen|dank(?: u| je)?|top|beste \w+|goed)[,.! ]+)*(?:(?:bel|mail|stuur|app|"
    r"spreek|zie|schrijf) (?:u|je|jullie|mevrouw|meneer|klant|dhr|mevr|haar|hem|(?:ze|het|dit|dat|die|deze) (?:aan )?(?:u|je|jullie))(?!\w)|(?:kom|kom er|"
    r"kom hier) (?:\w+ ){0,5}?(?:op )?terug|(?:morgen|vandaag|maandag|dinsdag|woensdag|donderdag|"
    r"vrijdag)(?:\w+)? (?:\w+ )?(?:terugbellen|bellen|mailen|sturen|terugmailen|leveren|langskomen))|"
    r"(?<=, )(?:bel|mail|stuur|app|breng|geef) (?:u|je|jullie|haar|hem|hen|klant)(?!\w)"
)
THEIR_VERB = (
    r"(?:zal|zullen|gaat|gaan|belt|bellen|komt|komen|neemt|nemen|stuurt|sturen|mailt|mailen|laat|lost|levert|"
    r"vervangen|repareren|zetten|plaatsen|installeren|monteren|maken|herstellen|controleren|onderzoeken|beoordelen|leveren|brengt|brengen|repareert|vervangt|reageert|reageren|bezorgt|bezorgen|herstelt|haalt|halen|bekijkt|"
    r"installeert|sluit (?:uw|het|de|u)|sluit (?:[\w.:'-]+ ){1,8}?aan|plaatst|maakt|schrijft|stort|betaalt|regelt|handelt|pakt|staat (?:bij|"
    r"voor)|is (?:bij|om|tussen|morgen|vanmiddag|rond|er)|antwoordt|informeert|verwerkt|spreekt|controleert|zet|"
    rf"{DOING}|doet|geeft|meldt|monteert|ontvangt (?:u|je|jullie)|heeft (?:[\w.-]+ ){{1,8}}?(?:klaar|af|gereed))"
)
THEIRS = (
    rf"(?<!\w)(?:{TEAM})(?:, [\w-]+(?: [\w-]+){{0,2}},)? (?:(?:van|uit|op|in) (?:ons|onze|de|het)? ?(?:[\w-]+ )?)?(?:(?!zal|"
    rf"gaat)[a-z]+ )?{THEIR_VERB}(?!\w)|(?<!\w){THEIR_VERB} (?:er )?(?:{TEAM})(?!\w)|(?<!\w)(?:staat|komt|"
    r"is) er (?:[\w.-]+ ){1,4}?(?:bij|voor|langs|naar)(?!\w)"
)
DONE = (
    r"(?:ge(?!en|zien|durende|woon|heel|lijk|meente|val|rust|bruik|baseer|sproken|noemd|schikt|weldig|daan\b|"
    r"dacht|leden|makk)\w{3,}(?:d|t|en)|(?:terug|af|over|uit|op|aan|door|in|na|bij|toe|weg|mee|kwijt|recht|goed|stil|klaar|vrij|schoon|vast|los|langs|samen)ge\w+(?:d|t|en)|"
    r"verzonden|bezorgd|terugbetaald|vervangen|hersteld|verstuurd|verwerkt|vergoed|uitbetaald|bevestigd|"
    r"behandeld|onderzocht|beantwoord|betaald|bijgewerkt|verholpen|ontvangen|"
    r"gerepareerd|opgelost|beoordeeld|gedaan|klaargezet|besteld|verlengd|verrekend|ontvangt)"
)
THINGS = r"(?:uw|je|jouw|jullie|het|de|een|alles|dit|dat|dat bedrag|onze|beide|hij|ze|deze)"
RECEIVED = (
    rf"(?<!\w)(?:wordt|worden|zal|zullen)(?! {US}\b) (?:[\w.,:'€-]+ ){{0,14}}?{DONE}(?!\w)|"
    # “voor maandag is de afschrijving gecorrigeerd”: with a term before it, it is still to come
    rf"^(?:(?:\w+dag|morgen) )?(?:nog )?(?:voor|uiterlijk|binnen|tegen) (?:[\w.:'-]+ ){{1,5}}?(?:is|zijn) (?:[\w-]+ ){{1,6}}?{DONE}(?!\w)|"
    rf"(?<!\w){DONE} (?:wordt|worden|zal|zullen)(?!\w)|"
    rf"(?<!\w)(?:{THINGS}) (?:[\w-]+ ){{0,3}}?(?:is|zijn|ligt|liggen|staat|staan|komt|komen|arriveert|gaat|gaan|"
    r"volgt|vertrekt|doet|valt|vallen)(?!\w)(?=.*\b(?:klaar|gereed|bij u|bij je|in huis|binnen|op uw|op je|opgelost|terug|"
    r"uw kant op|jouw kant op|toe|onderweg|aan|er|de deur uit|op de post|mee|verholpen|hersteld|beschikbaar|"
    r"rekening|langs|hier|weg|live|bij (?:de|het|onze)|in de (?:winkel|bus|kluis)|weer(?=\W*$)|het weer)\b)(?!.*\bvoorraad\b)|"
    r"(?<!\w)(?:is|zijn|ligt|staat|komt|arriveert|volgt|vertrekt|gaat|werkt|doet|hangt|hangen|draait|draaien|"
    rf"brandt|branden|rijdt|liggen|staan) (?:{THINGS}) (?:[\w-]+ ){{0,5}}?(?:klaar|gereed|bij u|bij je|in huis|"
    r"binnen|op uw \w+|op je \w+|opgelost|terug|aan|uw kant op|de deur uit|op de post|verholpen|weer|bezorgd|"
    r"geleverd|mee|langs|pakket|bestelling|zending)|"
    r"(?<!\w)(?:ligt|staat|liggen|staan) (?:[\w.:'-]+ ){0,6}?(?:voor u )?klaar(?!\w)|(?<!\w)volgt (?:[\w.:'-]+ ){0,3}?(?:een|"
    r"de|uw|het|u)\b"
)
YOURS = (
    r"(?<!\w)(?:u|je|jij|jullie) (?:hoort|hoor|horen|krijgt|krijg|krijgen|ontvangt|ontvang|ontvangen|"
    r"heeft (?:het|uw|mijn|ons|onze|hem|hen|de|een|ze|alles|binnen|morgen|vrijdag|uiterlijk|maandag|dinsdag|"
    r"woensdag|donderdag|dan)(?!.* ge(?!ld\b)\w+(?:d|en|t)\b)|hebt (?:het|je|uw|hem|de|ze|een|morgen)(?!.* ge(?!ld\b)\w+(?:d|en|"
    r"t)\b)|hebben (?:het|jullie)|zult|zal|wordt|vindt|ziet|kunt (?:[\w.:'-]+ ){0,8}?(?:verwachten|ophalen|"
    r"afhalen|tegemoet zien)|kan (?:[\w.:'-]+ ){0,6}?(?:verwachten|ophalen)|"
    r"mag (?:[\w.:'-]+ ){0,10}?verwachten)(?!\w)|"
    r"(?<!\w)(?:hoort|krijgt|ontvangt|horen|krijgen|ontvangen) (?:elke|iedere|alle|ieder|iedereen)(?!\w)|"
    r"(?<!\w)(?:hoort|hoor|horen|krijgt|krijg|krijgen|ontvangt|ontvang|wordt|zult|vindt|ziet) (?:u|je|jij|"
    r"jullie)(?!\w)|(?<!\w)(?:heeft|hebt|heb) (?:u|je) (?:het|uw|je|mijn|ons|onze|hem|de|ze|een|alles|antwoord|"
    r"uitsluitsel|bericht|duidelijkheid)(?!.* ge(?!ld\b)\w+(?:d|en|t)\b)(?!\w)|(?<!\w)(?:kunt|kun|kan|mag|mogen) (?:u|"
    r"je|jullie) (?:[\w.:'-]+ ){0,6}?(?:verwachten|ophalen|afhalen|tegemoet zien)"
)
PROMISE = words(
    r"beloof(?! (?:niets|niks))",
    r"beloven",
    r"garandeer",
    r"garanderen",
    r"zeg(?:gen)? (?:u |je )?toe",
    r"mijn woord",
    r"staat (?:[\w.:'-]+ ){0,4}?gepland",
    r"is (?:[\w.:'-]+ ){0,4}?ingepland",
    r"afspraak (?:[\w.:'-]+ ){0,4}?(?:staat|is)",
    r"ingepland voor",
    r"gepland voor",
    r"met de belofte",
    r"reken (?:er|daar) maar op",
    r"er(?: (?:gerust|vast|zeker|altijd))? ?op rekenen,? dat",
    r"(?:daar|hier) (?:kunt|kun|kan) (?:u|je) op rekenen",
    r"(?:antwoord|uitsluitsel|bericht|terugkoppeling|reactie) (?:volgt|komt)",
)
PROMISING = pattern(OURS, BARE, THEIRS, RECEIVED, YOURS, NOTED, PROMISE, *SHAPES, *ARRANGED, *GOING_ON, *JOTTED)
PLAIN = pattern(
    rf"(?<!\w)(?:{US} (?:bel|bellen|stuur|sturen|mail|mailen|vergoeden|vervangen|repareren|storten|betalen|zal|"
    r"zullen)|(?:bel|bellen|stuur|sturen|mail|mailen|vergoeden|vervangen|storten|zal|"
    rf"zullen) {US})(?!\w)(?=.*\b(?:u|uw|je|jou|jullie)\b)"
    r"(?=.*\b(?:terug|bellen|mailen|sturen|opsturen|vergoed\w*|vervang\w*|stort\w*|terugstorten|terugbetalen|"
    r"toe|op|nieuwe?|bel|stuur|mail)\b)(?!.*\b(?:spoedig|snel|binnenkort|z\.?s\.?m|zo spoedig|mogelijk|zodra|"
    r"als|wanneer|wat|hoe|waarom|nadat|na|dank|bedankt|verwijderen|door)\b)",
    r"(?<!\w)(?:ik|we|wij) (?:vergoed|vervang|repareer|herstel)\w*(?!.*\b(?:zodra|als|wanneer|na|nadat|altijd|"
    r"spoedig|snel)\b)",
    r"(?<!\w)en (?:bel|mail) (?:u|je) terug(?!\w)|(?<!\w)dat (?:beloof|beloven) (?:ik|we|wij) (?:u|je|jullie)(?!\w)|"
    r"(?<!\w)(?:ik|we|wij) (?:maak|maken) (?:het|de|uw|je|dit) (?:\w+ )?(?:naar (?:u|je|jullie) )?over(?!\w)",
    r"(?<!\w)(?:ik|we|wij) (?:beloof|beloven|garandeer|garanderen) (?:u|je|jullie|dat)(?!.*\bbest\b)",
)
