"""Dutch clauses that promise by their shape, whatever the verb: the verb stands second, and tells who acts and for whom."""

from makegood.promises.own_words.languages.nl.notes import DAYS, THING

NOBODY = (
    r"(?:ik|we|wij|u|je|jij|jullie|hij|zij|ze|men|het|dat|dit|er|de|een|die|deze|dan|mevrouw|meneer|mevr|mw|dhr|klant|klante|"
    r"familie|niemand|wie|wat|als|mijn|onze|uw|jouw|hun|haar|zijn|alles|iedereen|nog|weer|ook|pas|zeker|vast|gewoon|geen|niet)"
)
# Words that end as a verb does (“hij komt”), and are none, or say what is and not what is done.
NO_VERB = (
    r"(?:met|niet|dat|het|uit|wat|iets|niets|juist|vast|echt|recht|direct|eerst|laatst|best|punt|klant|dienst|contact|moet|"
    r"bent|hoeft|wilt|kunt|mocht|had|heeft|kost|duurt|geldt|vervalt|verloopt|eindigt|begint|bestaat|blijft|heet|lijkt|blijkt|schijnt|weet|"
    r"vindt|denkt|hoopt|verwacht|zegt|vraagt|wacht|was|waren|zijn|hebben|moeten|kunnen|willen|mogen|zouden|konden|weten|tussen|"
    r"binnen|tot|wordt|worden|zit|zitten|eten|gegeven|gelden|kosten|blijven|verwachten|zegt|zeggen|vragen|\w+(?:d|t)en(?= (?:het|de) (?:jaar|week))|geluid|tegen|wegens|"
    r"behoudens|kantoren|morgen|overmorgen|gisteren|\w*(?:dd|tt)en|ge(?!eft\b)\w+(?:d|t|en)|uiterlijk)"
)
DOES = rf"(?!{NO_VERB}\b)(?:\w{{2,}}t|doet|gaat|ziet|\w{{3,}}en)(?!\w)"
# Who works for us: told by “onze” and “mijn”, or by how the names of trades and of parts of a house end.
TRADES = (
    r"(?:[\w-]*(?:teur|euse|ist|iste|loog|loge|kundige|dienst|team|ploeg|administratie|secretariaat|afdeling|balie|conciërge|"
    r"concierge|meester|baas|pedicure|kapper|kapster|zorg|assistente?|juf|medewerkster|arts|coach|brigade|commissie|"
    r"directie|beheer|docent|agent|coordinator|restaurateur|(?!kamer|zomer|winter|computer|vader|moeder|broer|zuster|huurder|vervoerder|beller|"
    r"bezoeker|reiziger|deelnemer|nummer|december|november|oktober|september|letter|eter|meter|motor|zender|folder|ander|over|onder)\w{5,}er|klusser|reiniger|reiniging|stagiaire?|vakman|kracht|buitendienst|binnendienst|backoffice|crew|jongens|mannen))"
)
OUR_PEOPLE = (
    rf"(?:(?:onze|ons) (?!winkel|vestiging|kantoor|prijs|tarie|website|app\b|factuur|voorraad|spreek|telefoon|actie|aanbod|"
    rf"assortiment|leverancier|vervoerder|koerier|bank\b|partner|klant|dienst\b|pauze)[\w-]+(?: (?!{NO_VERB}\b)[\w-]+)?|(?:de|het|een|mijn) (?!dienst\b)(?:[\w-]+ )?{TRADES}|"
    r"(?:de|een van|iemand van) (?:de|het|onze|mijn) [\w-]+|collega's|[a-z]+ van (?:de|het|onze|mijn|ons) [\w-]+)"
)
FOR_YOU = r"(?:voor|bij|aan|naar|met) (?:u|je|jou|jullie)(?!\w)(?! (?:te|om|naar|komt|zijn|in de (?:buurt|straat))\b)"
WORDS = r"(?:[\w.,:'€-]+ )"
# What lies ahead beyond doubt: a weekday alone may be past.
AHEAD = (
    r"(?:(?:over)?morgen(?:\w+)?|uiterlijk|volgende week|eind(?:e)? (?:van )?(?:de|deze|volgende) (?:week|dag|maand)|"
    r"(?:nog )?(?:voor|binnen|tegen) (?!(?:u|je|jou|jullie|de|het|onze|mijn|uw|een klacht)\b)|voor (?:het|de) (?:eind|einde|weekend|middag|lunch)\b|"
    r"over (?:een |\d+ |twee |drie |enkele |een paar )(?:uur\w*|kwartier\w*|dag\w*|week|weken|minu\w+))"
)
PARTICIPLE = r"(?:\w{0,6}(?:ge|be|ver|her|ont|er)(?!wacht|zocht)\w{2,}(?:d|t|en))"
ARRIVES = (
    r"(?:de deur uit|(?:op|in) (?:uw|je|jouw|jullie) (?:bank|spaar)?(?:rekening|mailbox|mail|inbox|brievenbus|bus|postvak|account|"
    r"app|klantenkaart|deurmat|mat|stoep|meterkast)|op de (?:deurmat|mat|stoep|post|bus)|bij (?:u|je|jullie) (?:binnen|thuis|aan huis|"
    r"op de \w+|in de \w+|voor de deur))"
)
ANSWER = (
    r"(?:telefoontje|belletje|bericht(?:je)?|mail(?:tje)?|e-mail|brief|antwoord|uitsluitsel|terugkoppeling|reactie|voucher|geld|"
    r"offerte|factuur|creditnota|link|code|update|duidelijkheid|besluit|uitslag|vervanging)"
)
TELLING = r"(?:beloofd|toegezegd|afgesproken|gezegd|verteld|laten weten|gemeld|aangegeven|doorgegeven)"
CUSTOMER = r"(?:(?:de )?klante?|mevrouw|meneer|mevr\.?|mw\.?|dhr\.?|haar|hem|hen|u|je|jullie|familie)(?: (?!dat\b)[\w-]+){0,2}?"
# “uiterlijk 10 maart hebben wij het dak gerepareerd”, “dan heb ik het uitgezocht”: done by then, and not yet.
DONE_BY = (
    rf"^(?:en |maar |dus |nog )?(?:{AHEAD}(?: ?[\w.:'-]+){{0,5}}?|dan) (?:heb|heeft|hebben) (?!u\b|je\b|jullie\b|{TELLING})"
    rf"{WORDS}{{1,9}}?{PARTICIPLE}\W*$|"
    rf".*(?<!\w)(?:heb ik|hebben (?:we|wij)|(?:ik|we|wij) (?:heb|hebben)) (?:[\w'-]+ ){{0,4}}?{AHEAD}(?: ?[\w.:'-]+){{0,8}}? {PARTICIPLE}\W*$|"
    rf".*(?<!\w)heb ik (?:(?:maan|dins|woens|donder|vrij|zater|zon)dag) (?:voor|bij) (?:u|je|jullie) {PARTICIPLE}\W*$"
)
# What comes about by itself, or by the calendar.
HAPPENS = (
    r"(?:sluit|sluiten|eindigt|eindigen|begint|beginnen|start|starten|vervalt|vervallen|verloopt|verlopen|vertrekt|vertrekken|landt|"
    r"landen|verschijnt|verschijnen|stijgt|stijgen|daalt|dalen|stopt|opent|vindt|vinden|speelt|spelen|regent|sneeuwt|vriest|rijdt|rijden|"
    r"valt|vallen|loopt|lopen|staakt|staken|viert|vieren|verhuist|verhuizen|verbouwt|trekt|werkt|werken|voorkomt|voorkomen|slaapt|reist|vliegt|vliegen|"
    r"rust|stort|kookt|eet|past|passen|schikt|hoort|horen|ontbreekt|ontbreken|betreft|betekent|volstaat|verandert|veranderen|wijzigt)"
)
# Whoever acts; and it is neither “we”, who have forms of their own, nor the customer: on what is the customer’s, or otherwise with a
# verb of doing that nobody mistakes for a noun.
NEITHER = (
    r"^(?:en |dan |dus )?(?!(?:u|je|jullie|zoals|hierbij)\b)(?!.*\b(?:ik|we|wij|dat u|dat je|wat|hoe|wie)\b)(?!.*\b(?:sluit|eindigt|begint|vervalt|moet|"
    r"moeten|kan|kunnen|vertrekt|landt|gaat|is|zijn|vraagt|heeft|hebben|mag|mogen|te \w+en)\b)(?!.*\b(?:dag|morgen|week|uur|maart|april) (?:\w+t|\w+en) (?:u|je|"
    r"jullie)\b)"
)
OTHERWISE = rf"{NEITHER}(?=.*\b(?:uw|jouw|jullie|ons|onze|u|je)\b)(?=.*(?<!\w){DOES} ).*"
SOMEBODY = (
    rf"{NEITHER}(?!(?:het|dit|dat|er|mijn|klant|mevrouw|meneer|familie|\w+en \w*t)\b)(?:[\w.:'-]+ ){{1,6}}?(?!{HAPPENS}\b|{NO_VERB}\b|\w+cent\b|\w+ment\b)"
    r"\w{2,}t (?!op\b)"
)
# How a thing is once we are done with it.
STATE = (
    r"(?:actief|klaar|online|beschikbaar|weg|vrij|schoon|droog|warm|leeg|vol|compleet|heel|dicht|open|werkend|bereikbaar|leverbaar|"
    r"zichtbaar|bruikbaar|toegankelijk|live|binnen|thuis|gereed|uit|aan|terug|weer \w+)"
)
SHAPES = (
    # “onze pedicure maakt morgen …”, “het secretariaat stuurt u …”, “dinsdagochtend ruimt onze ploeg …”
    rf"(?<!\w){OUR_PEOPLE} {DOES}|^{WORDS}{{1,5}}?{DOES} {OUR_PEOPLE}(?!\w)",
    # “dinsdag legt Kees de tegels”, “vrijdag nemen ze de koelkast voor u mee”
    rf"(?<=dag )(?:komt|{DOES}) (?!{NOBODY}\b)[a-z]+ (?:de|het|een|uw|je|u|dat|dit)(?!\w)|"
    rf"(?<!\w)(?!{NO_VERB}\b)\w{{2,}}(?:t|en) (?!u\b|je\b|jullie\b|mevrouw|meneer|klant){WORDS}{{1,8}}?{FOR_YOU}",
    # “uw aanvraag wordt morgen ingeboekt”, “dan kan de aanhanger bij u worden opgehaald”
    rf"(?<!\w)(?:wordt|worden) (?!{PARTICIPLE} (?:dat|om)){WORDS}{{0,12}}?{PARTICIPLE}(?!\w)",
    # “morgen is de nieuwe sleutel er”, “vrijdag is alles weer zoals het hoort”
    rf"(?<!\w)(?:is|zijn|staat|staan|zit|zitten|hangt|ligt) (?:uw|je|jouw|jullie|de|het|alles|dat|dit) {WORDS}{{0,5}}?"
    r"(?:er(?:op|in|aan|onder|bij)?|in orde|op orde|rond|voor elkaar|geregeld|gemaakt|terecht|zover|zoals het hoort|af|voltooid)\W*$",
    rf"(?<!\w){WORDS}{ARRIVES}(?!\w)",
    # “het reisbureau zet u vrijdag op een andere vlucht”, “de drukker heeft de kaarten morgen voor u klaar”
    rf"(?<!\w)(?:de|het|onze) [\w-]+ {DOES} (?:u|je|jullie)(?! (?:zelf|niet)\b)(?!\w)|(?<!\w)(?:heeft|hebben) {WORDS}{{1,9}}?voor (?:u|je|jullie) (?:klaar|gereed|af)(?!\w)",
    # “u treft de meter maandag aan”, “maandag bent u van de storing verlost”
    r"(?<!\w)(?:u|je) treft (?:[\w.:'-]+ ){1,8}?aan(?!\w)|(?<!\w)(?:bent (?:u|je)|ben je|(?:u|je) bent) (?:[\w.:'-]+ ){0,6}?(?:verlost|geholpen|"
    r"aan de beurt|weer online|aangesloten|ingeschreven|aangemeld|overgezet)(?!\w)|(?<!\w)(?:u|je|jullie) staat (?:[\w.:'-]+ ){0,6}?(?:bovenaan|vooraan|ingepland|op (?:mijn|onze) [\w-]*lijst)(?!\w)",
    r"(?<!\w)(?:houd|hou|houden) (?:(?:ik|we|wij) )?(?:u|je|jullie|klant|mevrouw|meneer|haar|hem) (?:[\w.:'-]+ ){0,4}?op de hoogte|"
    r"(?<!\w)(?:daar|hier) (?:kunt u|kun je|kan je) (?:\w+ )?van op aan|(?<!\w)sta(?:an)? (?:(?:ik|we|wij) )?(?:er(?:voor)? |hier |persoonlijk )*(?:voor )?in\b",
    DONE_BY,
    # “eind volgende week is de vloer gelegd”, “woensdag hangt de lamp”
    rf"^(?:en |dan |nog )?{AHEAD}(?: ?[\w.:'-]+){{0,5}}? (?:is|zijn) {WORDS}{{1,6}}?(?:{PARTICIPLE}(?: (?:naar|op|in|bij|voor|aan|met|tot) [^,;]*)?|{STATE})\W*$",
    r"(?:(?<=dag )|(?<=week )|(?<=rgen ))(?:hangt|ligt|staat|brandt|werkt) (?:de|het|uw|je) [\w-]+\W*$",
    # “vrijdag ligt er een oplossing op tafel”, “dan kunt u weer inloggen”
    r"(?<!\w)(?:ligt|staat|komt|volgt) er (?:dan |vast |alvast )?(?:een|weer|nieuwe) (?!kans|mogelijkheid|storing)[\w-]+(?!\w)|"
    r"(?<!\w)(?:kunt u|kun je|kan je) (?:dan |gewoon |alles )*weer (?:[\w.:'-]+ ){0,4}?\w+en(?!\w)",
    OTHERWISE,
    SOMEBODY,
)  # fmt: skip
# What was asked of a colleague on the customer’s behalf, or arranged.
ARRANGED = (
    r"(?<!\w)in (?:de|mijn|onze) (?:agenda|planning|kalender) (?:gezet|genoteerd|staan|gezet dat)(?!\w)",
    r"^(?:collega|chef|manager|afdeling|monteur|planning)(?: [\w-]+){0,3}? (?:gevraagd|verzocht|opdracht gegeven)(?: om)? (?:[\w.:'-]+ ){1,8}?te \w+n\W*$",
    r"(?<!\w)(?:geregeld|gezorgd),? dat(?!\w)",
    rf"(?<!\w)(?:heb ik|hebben (?:we|wij)|ik heb|(?:we|wij) hebben) (?!{TELLING}){WORDS}{{1,8}}?(?:voor|bij) (?:u|je|jullie)(?:,|\W*$)",
)
# Who goes on with what “ik” began: “ik houd dit in de gaten | en bel om twee uur met nieuws”, “… de manager, die belt morgen”.
GOING_ON = (
    r"^en (?:bel|mail|stuur|app|laat|kom|geef|regel|breng|koppel|haal|zet|meld|neem|informeer|maak|doe|schrijf|bezorg|lever) "
    r"(?!(?:ons|me|mij|gerust|dan gerust|naar)\b)",
    r"^en (?!wi?ll|kunnen|moeten|hebben|zijn|vragen|danken|wensen|hopen|mogen)\w{3,}en (?:deze|dit|die|ze|u|hem|haar)(?!\w)",
    r"(?<!\w)(?:begint|beginnen|start|starten) (?:ons|onze|mijn|de) (?:[\w-]+ )?(?:team|ploeg|mensen|monteurs?|schilders?|collega'?s?)(?!\w)",
    r"^die (?:gaat|\w+t) (?:er|u|je|het|dit|dat|hier|daar|morgen|vandaag|direct|meteen|nu)(?!\w)",
    r"^en (?:belt|mailt|stuurt|brengt|komt|neemt|laat|geeft) (?!(?:ons|mij|me|naar)\b)|^en (?:die|dat) (?:krijgt|ontvangt|hoort|heeft|ziet) (?:u|je)(?!\w)",
    rf"(?<!\w)(?:collega|[\w-]*manager|chef|leidinggevende|baas|{TRADES})(?: [\w-]+)?, die (?:dan |daar(?:na)? )?{DOES}",
)
# Notes of what was said or agreed, with the one who speaks left out.
JOTTED = (
    rf"^(?:(?:ok|prima|met \w+) ?[,:]? )?(?:(?:ik|we|wij) )?(?:(?:heb|hebben) (?:ik )?(?:{CUSTOMER} )?)?{TELLING}(?: (?:aan )?{CUSTOMER})? "
    r"(?:[\w.:'-]+ ){1,9}?te \w+n\W*$",
    rf"(?<!\w){TELLING}(?: (?:aan )?{CUSTOMER})?,? dat (?:u|je|hij|zij|ze|klant|mevrouw|meneer) (?:[\w.:'-]+ ){{0,9}}?(?:krijgt|krijgen|hoort|horen|"
    r"ontvangt|ontvangen|(?:gebeld|gemaild|geholpen|geinformeerd) wordt|wordt \w*ge\w+)(?!\w)",
    r"(?<!\w)(?:[\w-]*afspraak|bezoek|terugbel\w*|belmoment|monteursbezoek|herlevering) (?:[\w-]+ ){0,3}?(?:gemaakt|ingepland|gepland|ingeboekt|"
    r"genoteerd|gezet|vastgelegd)(?!\w)",
    rf"(?<!\w)(?:krijgt|ontvangt) (?:[\w.:'-]+ ){{0,5}}?{ANSWER}(?!\w)|(?<!\w)(?:uw|je|jouw|jullie) [\w-]+ (?:krijgt|ontvangt|hoort|krijgen|ontvangen|horen)(?!\w)",
    rf"(?:^|: |, )(?:{DAYS} )?(?:nieuwe?|tweede|extra|gratis|vervangende?|opnieuw) (?:{THING}|bezorgpoging|poging|monteur|bezorging)(?: {DAYS}|\W*$)",
    r"^(?:toezegging|belofte|actie|vervolg|vervolgactie|toegezegd|beloofd|afspraak(?: met \w+)?): ",
    r"^(?:zal|ga) (?:het|dit|dat|er|u|je|hier|even|morgen|vandaag|klant|mevrouw|meneer|haar|hem|de|een) (?:[\w.:'-]+ ){1,9}?\w+en(?!\w)",
)
# What the customer does; what they get is ours to give.
CUSTOMER_DOES = (
    r"(?:^|, )(?:de |onze )?(?:klante?|mevrouw|meneer|mevr\.?|mw\.?|dhr\.?|familie)(?: (?!krijgt|hoort|ontvangt|wordt|heeft)[\w-]+)? (?:laat|belt|"
    r"komt|stuurt|gaat|brengt|neemt|betaalt|is|wil|moet|wacht|vertrekt|zal|mailt|zoekt|haalt|kan|kijkt|meldt|bestelt|regelt|levert|reist|zet|"
    r"geeft|maakt|dreigt|wenst|verhuist|zit)(?!\w)|(?<!\w)krijgt (?:[\w.:'-]+ ){0,4}?(?:bezoek(?! van (?:ons|onze|mij|een)\b)|visite|gasten|kinderen|een baby)(?!\w)"
)
# What we told, or will have done: the perfect of what is still to come.
STILL_TO_COME = rf"(?:{DONE_BY}|.*in (?:de|mijn|onze) (?:agenda|planning|kalender) (?:gezet|genoteerd)|{JOTTED[0]}|.*{JOTTED[1]}|.*\b{TELLING}(?: (?:aan )?{CUSTOMER})?,? dat (?:ik|we|wij|de|onze|een|het|er) |.*\b(?:geregeld|gezorgd),? dat )"
# “Werkt de verwarming vrijdag weer, dan …”: a clause that begins with its verb, and is no question, is a condition.
VERB_FIRST = (
    r"^(?:en (?!(?:belt|mailt|stuurt|brengt|komt|neemt|laat|geeft)\b)|maar |dus )?(?!(?:stort|zet|laat|sluit|start|test|print|meet|met|uit|het|dat|niet|contact|direct|want|volgt|klant)\b)\w+t "
    r"(?:de|het|uw|dit|deze|die|er|een|je|onze|mijn|u|mevrouw|meneer|klant) "
)
