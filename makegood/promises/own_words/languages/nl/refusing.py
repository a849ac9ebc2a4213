"""What takes a Dutch promise back, and where its sentences are cut."""

from makegood.promises.own_words.language import pattern, words
from makegood.promises.own_words.languages.nl.promising import BEING
from makegood.promises.own_words.languages.nl.shapes import CUSTOMER_DOES, STILL_TO_COME, VERB_FIRST

# Those who do not work for us.
OTHERS = (
    r"(?:koerier|bezorgdienst|vervoerder|postnl|dhl|bank|fabrikant|leverancier|importeur|verzekeraar|douane|postbode|gemeente|netbeheerder|"
    r"belastingdienst|politie|verhuurder|aannemer|deurwaarder|rechtbank|rechter|huisarts|ziekenhuis|school|werkgever|buurman|buurvrouw|buren|"
    r"\w*maatschappij|incassobureau|kadaster|rdw|uwv|duo|provider|notaris|makelaar|brandweer|verkoper)"
)
REFUSING = pattern(
    # no Dutch at all
    words(
        r"you",
        r"your?",
        r"our",
        r"and",
        r"with",
        r"will",
        r"must",
        r"before",
        r"this",
        r"the",
        r"please",
        r"from",
        r"(?:can|won|don|isn|aren|couldn|wouldn)'t",
        r"(?:i|we|you|they)'(?:ll|ve|re|m)",
    ),
    # conditions and doubts
    words(
        r"als(?! (?:eerste|beloofd|afgesproken|gezegd|vanouds|enige|goedmaking|compensatie|excuus|extraatje|klant|gebaar|tegemoetkoming|dank|teken|uitzondering|service|cadeau|welkom\w*|geste))",
        r"indien",
        r"mits",
        r"tenzij",
        r"zodra(?! (?:ik|we|wij) (?:kan|kunnen|binnen|op kantoor))",
        r"wanneer(?! (?:ik|we|wij))",
        r"mocht(?:en)?",
        r"zou(?:den)?",
        r"misschien",
        r"waarschijnlijk",
        r"wellicht",
        r"mogelijk(?:erwijs)?",
        r"hopelijk",
        r"hopen",
        r"hoop",
        r"proberen",
        r"probeer(?:t)?(?! (?:[\w.:'-]+ ){0,6}?(?:opnieuw|nogmaals|nog (?:een keer|eens)|een (?:tweede|nieuwe|andere) keer|weer)\b)",
        r"streven",
        r"streef(?:t)?",
        r"denk(?:en)?",
        r"verwachten (?:wij|we|dat)",
        r"(?:ik|we|wij) verwacht(?:en)?",
        r"van plan",
        r"eventueel",
        r"afhankelijk",
        r"(?:zou|wil|willen) (?:ik |we |wij )?(?:u |je )?graag",
        r"in de hoop",
        r"vermoedelijk",
        r"naar verwachting",
        r"nadat",
        r"na (?:ontvangst|goedkeuring|betaling|retour|controle|uw|jouw|akkoord)",
        r"vanaf (?:ontvangst|het moment)",
        r"onder voorbehoud",
        r"lijkt",
        r"volgens mij",
        r"indicatie",
        r"best doen",
        r"(?:doe|doen) (?:ik |wij |we )?(?:ons|mijn) (?:uiterste )?best",
        r"stel dat",
        r"in geval",
    ),
    r"^,? ?(?:omdat|aangezien|doordat|ondanks)\b",
    # denied
    words(
        r"niet(?! (?:later|alleen|erg|gerust))",
        r"nooit",
        r"geen(?! (?:zorgen|probleem|dank|moeite))",
        r"niemand",
        r"(?:ligt|liggen) [\w ]{0,20}?in de winkels?",
        r"(?:is|zijn) (?:[\w.:'-]+ ){0,4}?(?:ge|be|ver|ont)\w+(?:d|t|en) door (?:de|het|een|uw) \w+",
        r"herinner (?:ik|wij|we) (?:me|mij|ons|u|je)",
        r"niks",
        r"nergens",
    ),
    # general terms, opening hours
    words(
        r"meestal",
        r"normaal(?:gesproken| gesproken)?",
        r"normaliter",
        r"gewoonlijk",
        r"doorgaans",
        r"gemiddeld",
        r"altijd",
        r"standaard",
        r"beleid",
        r"voorwaarden",
        r"(?:elke?|iedere?) (?:[a-z]+ )?(?:dag|week|maand|jaar|\w+dag|ochtend|middag|avond|keer|klant|klacht|bestelling|order|aanvraag|mail|uur|kwartaal|zomer|winter)",
        r"dagelijks",
        r"wekelijks",
        r"openingstijden",
        r"geopend",
        r"(?<!voor u )(?<!voor je )open(?! (?:ik|we|wij))",
        r"gesloten",
        r"(?:wij|we|winkel|kantoor) sluit(?:en)?(?! (?:[\w.:'-]+ ){1,8}?(?:aan|af))",
        r"sluiten (?:wij|we)(?! (?:[\w.:'-]+ ){1,8}?(?:aan|af))",
        r"sluit om",
        r"sluit(?:en)? (?:de|het|onze|ons) (?:\w+ )?(?:winkel|kantoor|zaak|balie|filiaal|loket|deuren)",
        r"nodig",
        r"gelukt",
        r"(?:is|zijn) (?:(?!wordt|worden|gaat|komt)[\w.:'-]+ ){0,8}?(?:meegegeven|overhandigd|overgedragen|verzonden|verstuurd|geleverd|"
        r"bezorgd|afgegeven|opgehaald|vertrokken|aangekomen)",
        r"(?:kunnen|kan|mogen|mag) (?:(?!bij (?:u|je)\b)[\w.:'-]+ ){0,10}?worden",
        r"(?:begint|beginnen|start) (?!ons|onze|de (?:monteur|ploeg|technieker|schilder|werkman))",
        r"(?:eindigt|loopt) ",
        r"opent",
        r"werk(?:t|en)? (?:van|op|tot)",
        r"wou(?:den)?",
        r"wilden? (?:dat|u|je)",
        r"(?:wordt|worden) (?:[\w.:'-]+ ){0,8}?(?:gespeeld|geserveerd|gehouden|gevierd|geopend|uitgezonden|verwacht|voorspeld)",
        r"afwezig",
        r"(?:is|zijn|gaat|gaan|blijft|blijven|was|waren) (?:(?!lek|gat|dak|scheur)[\w.:'-]+ ){0,6}?(?<!lek )(?<!gat )(?<!dak )(?<!scheur )dicht",
        r"om de hoek",
        r"(?:heeft|hebt|heb|hebben) (?:[\w.:'-]+ ){0,6}?(?:een|uw|je) afspraak (?:bij|met|in|op)(?! (?:ons|onze|mij)\b)",
        r"klanten",
        r"bestellingen",
        r"(?<!afdeling )retouren",
        r"retourzendingen",
        r"garantie",
        r"vakantie",
        r"\w*verlof",
        r"pensioen",
        r"stop(?:pen)? (?:[\w.:'-]+ ){0,6}?met",
        r"feestdagen",
        r"\w*abonnement (?:loopt|eindigt|verloopt|wordt)",
        r"contract (?:loopt|eindigt)",
        r"aanbieding",
        r"actie (?:loopt|geldt|duurt|is)",
        r"korting geldt",
        r"verloopt",
        r"geldt",
        r"geldig",
        r"levertijd(?:en)?",
        r"in de (?:regel|zomer|winter|lente|herfst|vakantie\w*)",
        r"(?:kunt|kun|kan|mag) (?:[\w.:'-]+ ){0,6}?tot (?:en met )?(?!uw dienst)",
        r"over het algemeen",
        r"vaak",
        r"soms",
        r"(?<!weer )bereikbaar",
        r"zonder (?:(?:uw|je|een|tijdige|enig) )?(?:betaling|akkoord|tegenbericht|bericht|reactie|handtekening|antwoord|toestemming|medewerking|bewijs|afspraak)",
        r"aanwezig",
        r"in ons systeem",
        r"onderhoud(?:swerkzaamheden)?",
        r"telkens",
        r"orders",
        r"aanvragen",
        r"op vrij",
        r"(?:prijs|prijzen|tarie\w+) (?:\w+ )?(?:stijg|gaan|wijzig|verho)\w*",
        r"kost",
        r"kosten (?:\d|€|euro|per|vanaf|minimaal|maximaal|ongeveer|bedragen|in rekening)",
        r"extra kosten te",
        r"du(?:urt|ren)",
    ),
    # others' doing and saying
    r"(?<!\w)(?:(?:de|uw|het|je|hun) )?(?:koerier|bezorgdienst|vervoerder|postnl|dhl|dpd|ups|gls|fedex|bank|"
    r"fabrikant|leverancier|importeur|verzekeraar|verzekering|douane|post|postbode|gemeente|netbeheerder|"
    r"creditcardmaatschappij|paypal|producent|transporteur|pakketdienst|verhuurder|aannemer|belastingdienst|"
    r"politie|onderaannemer|provider|verkoper|uitgever|partner|makelaar)(?: \w+)? (?:zal|zullen|gaat|komt|"
    r"levert|bezorgt|brengt|heeft|zegt|zei|moet|kan|belt|stort|boekt|verwerkt|doet|beloofde|laat|stuurt|haalt|"
    r"neemt|betaalt|vergoedt|verwacht|repareert|is|had|reageert|behandelt|keert|plant)(?!\w)",
    r"(?:^|(?<=dag )|(?<=rgen )|(?<=uur )|(?<=week )|(?<=daag )|(?<=tend )|(?<=ddag )|(?<=, ))(?:zal|zullen|gaat|komt|levert|bezorgt|brengt|belt|stort|haalt|stuurt|betaalt|keert|neemt|boekt|"
    r"verwerkt) (?:de|uw|je|het) (?:koerier|bezorgdienst|vervoerder|bank|fabrikant|leverancier|importeur|"
    r"verzekeraar|verzekering|postbode|gemeente|netbeheerder|aannemer|verhuurder|creditcardmaatschappij)(?!\w)|"
    r"(?<!\w)(?:levert|bezorgt|brengt|komt|belt) (?:postnl|dhl|dpd|ups|gls|fedex)(?!\w)",
    words(
        r"(?:hij|zij) (?:zal|belt|komt|stuurt|levert|mailt|gaat)(?! (?:klaar|de deur|u|je|jullie|bij (?:u|je|jullie)))",
        r"zei(?:den)?",
        r"zegt",
        r"zeggen dat",
        r"vertelde?(?:n)?",
        r"begre(?:ep|pen)",
        r"de(?:el|len) (?:wij |we |ik )?(?:u|je|jullie) (?:hierbij |graag )?mee",
        r"gezegd(?!,? dat (?:ik|we|wij|de|onze|een|het|er|dokter|hij|zij|ze|u|je) )",
        r"verteld(?!,? dat (?:ik|we|wij|de|onze|een|het|er|dokter|hij|zij|ze|u|je) )",
        r"beloofden?(?! (?:ik|we))",
        r"beweert",
        r"schreef",
        r"gaf aan",
        r"gaven aan",
        r"aangegeven(?!,? dat (?:ik|we|wij|onze|er) )",
        r"meldt dat",
        r"aldus",
        r"volgens",
        r"schijnt",
        r"blijkt",
    ),
    # the customer's part
    words(
        r"(?:kunt|wilt|wil|kan|kun) (?:u|je|jij|jullie)(?! (?:(?:dan|gewoon|alles) )*weer\b)(?! (?:[\w.:'-]+ ){0,8}?(?:verwachten|ophalen|afhalen|"
        r"tegemoet|rekenen,? dat|van op aan))",
        r"(?:u|je|jullie) (?:moet|dient|hoeft|kunt|kan|mag|wilt|stuurt|belt|betaalt|retourneert|meldt|"
        r"laat)(?! (?:[\w.:'-]+ ){0,8}?(?:verwachten|ophalen|afhalen|tegemoet|rekenen,? dat|van op aan))",
        r"moet (?:u|je)",
        r"dient (?:u|te)",
        r"gelieve",
        r"van u (?:ontvangen|horen|vernemen)",
        r"graag (?:ontvang|hoor|vernem|zien|ontvangen)\w* (?:ik|wij|we)",
        r"(?:ontvangen|horen|vernemen|zien) (?:we|wij) (?:[\w.:'-]+ ){0,6}?(?:van u|uw|graag)",
        r"s\.?v\.?p\.?",
        r"a\.?u\.?b\.?",
        r"alstublieft",
        r"alsjeblieft",
        r"graag (?:voor|uiterlijk|binnen) (?:[\w.:'-]+ ){0,4}?\w+en",
        r"vernemen",
        r"verneem",
        r"zoek(?:en)? (?:wij |we |ik )?(?:nog )?(?:iemand|personeel|(?:een |nieuwe )?collega)",
        r"laten we(?! (?:u|je|jullie))",
        r"(?:vraag|vragen|verzoek|verzoeken) (?:ik |wij |we )?(?:u|je|jullie) (?:[\w.:'-]+ ){0,10}?(?:te|om)",
        r"moet(?:en)? (?:[\w.:'-]+ ){0,8}?worden",
        r"moeten",
    ),
    r"^(?:[\w]+, )?(?:stuur|bel|mail|laat|geef|vul|neem|betaal|retourneer|meld|controleer|houd(?! rekening met)|breng|kom|zorg|"
    r"kies|reageer|bevestig|lever|zet|plan)(?:t u)?(?![a-z])(?! (?:ik|we|wij|u|je|jullie|mevrouw|meneer|klant|dhr|mevr|"
    r"haar|hem|er|hier|(?:ze|het|dit|dat|die|deze) (?:aan )?(?:u|je|jullie)|(?:me|mij|ons) (?:tot \w+|(?:\w+ ){1,3}(?:(?:half)?uur(?:tje)?|kwartier\w*|minu\w+|dag\w*|week\w*))|\w+ (?:ik|we|wij)|(?:[\w.:'-]+ ){0,5}(?:op )?terug)\b)",
    BEING,
    # what was
    rf"^(?!{STILL_TO_COME}).*?"
    + words(
        r"(?:heb|heeft|hebben|hebt|had|hadden|ben|bent) (?:[\w.:'-]+ ){0,12}?(?:ge(?!ld\b)\w+(?:d|t|en)|\w+ge\w+(?:d|t|"
        r"en)|verzonden|ontvangen|besteld|betaald|bezorgd|verstuurd|geprobeerd|verlaten)"
    ),
    words(
        r"(?:was|waren|werd|werden|had|hadden) (?!ik\b)\w+",
        r"(?<!wat eruit )(?:is|zijn|bent|ben) (?:[\w.:'-]+ ){0,10}?(?:geweest|langsgeweest|gekomen|langsgekomen)",
    ),
    # what the customer hears from others
    rf"(?<!\w)van (?:(?:de|het|uw|je|een) )?{OTHERS}(?!\w)(?=.*\b(?:u|je|jullie)\b)(?=.*\b(?:krijg|hoor|ontvang))|"
    rf"(?<!\w)(?:krijg|hoor|ontvang)\w* (?:[\w.:'-]+ ){{0,6}}?van (?:(?:de|het|uw|je|een) )?{OTHERS}(?!\w)|"
    rf"(?<!\w)(?:de|het|uw|je) {OTHERS} (?!en\b|het\b|niet\b|dat\b|uit\b|met\b)\w+t(?!\w)|"
    r"(?<!\w)(?:de|uw|je) (?:buren|(?:koerier|vervoerder|bezorgdienst|verhuurder|aannemer|leverancier|fabrikant|verzekeraar)s|[a-z]*maatschappijen) \w+en(?!\w)",
    CUSTOMER_DOES,
    # what is sent or paid to all: a plural that names nobody; what the customer does, with “u” after the verb
    r"^(?!(?:morgen|binnen|overmorgen|werkdagen|dagen|allen|beiden)\b)\w+en (?:[\w-]+ ){0,3}?(?:worden|gaan|komen|verwerken|versturen|behandelen|gebeuren|volgen|duren) (?!(?:ik|we|wij|u|er)\b)|"
    r"(?<!\w)(?!(?:krijgt|ontvangt|hoort|heeft|hebt|bent|zult|ziet|vindt|wordt|verneemt|brengt|stuurt|levert|bezorgt|geeft|belt|mailt)\b)\w+t u (?:deze|dit|uw|best|zelf)(?!\w)",
    VERB_FIRST,
    # what was written elsewhere
    r"(?<!\w)(?:stond|schreef|schreven|las|lazen|meldden?)(?: \w+){0,4}:? ?['\"]",
)
UNSAID = pattern(
    # What the customer is spared, before what we do: “u hoeft niets te doen: …”
    r"\b(?:u|je|jullie)(?: zelf| dus| verder| daar(?:voor)?| hier(?:voor)?)* hoeft? (?:[\w'-]+ ){0,4}?(?:niets|niks|geen|niet)\b[^,;:.]*|"
    r"\b(?:daar(?:voor)?|hier(?:voor)?|verder|dus|zelf) hoeft? (?:u|je|jullie) (?:[\w'-]+ ){0,4}?(?:niets|niks|geen|niet)\b[^,;:.]*",
    # “Ik heb het genoteerd: …”: what was done for it, before what is promised.
    r"^(?:ik|we|wij) (?:heb|hebben) (?:[\w'-]+ ){0,5}?(?:ge\w+(?:d|t|en)|\w+ge\w+(?:d|t|en)|(?:over|ver|be)\w+d|besproken): ",
    r"\blaat (?:het|dit|dat) maar aan (?:mij|ons) over,?|\blaat (?:het|dit|dat) aan (?:mij|ons) over,?",
    r"\b(?:en |maar )?(?:als|indien|mocht(?:en)?) (?:u|je|er|jullie|dat|het) (?:nog |verder |dan )?(?:vragen|"
    r"iets|vraag|goed is|schikt|uitkomt|oke is|meer|andere|nog)[^,;.]*|\b(?:heeft u|"
    r"heb je) (?:nog )?vragen[^,;.]*",
    r"\bgeen (?:paniek|stress|nood|angst|punt)\b,?|\bniet (?:panikeren|schrikken|getreurd|ongerust)\b,?|, (?:dat|dit) (?:heb|hebben|is) (?:ik |we |wij )?(?:net |al |zojuist |intussen )?\w*ge\w+[^,;]*$",
    r"\b(?:zoals|als) (?:beloofd|afgesproken|besproken|gezegd|(?:u|je) (?:vroeg|wenste|aangaf|vroegen|"
    r"hebt gevraagd|heeft gevraagd|schreef))|\bgraag gedaan|\bgeen (?:zorgen|probleem)",
    r"\b(?:het spijt (?:mij|me|ons)[^,;.]*?(?=,|;|\.|$| en | maar )|excuses[^,;.]*?(?=,|;|\.|$| en | maar )|"
    r"sorry[^,;.]*?(?=,|;|\.|$| en | maar )|helaas|maakt u zich geen zorgen|(?:hartelijk )?(?:bedankt|"
    r"dank)[^,;.]*?(?=,|;|\.|$| en | maar ))",
    r"\b(?:die|dat|wat|waarom|hoe|waar|wie) (?:[\w'-]+ ){0,5}?(?:was|waren|gebeurde|gebeurd is|ging|"
    r"heeft besteld|hebt besteld|heeft gekocht|misging|is misgegaan|fout ging|is fout gegaan|kwam|kreeg|"
    r"niet (?:werkt|klopt|goed)|bestelde|meldde|stuurde|werd|aan de hand is)\b[^,;.]*",
    r"(?<=weten )(?:of|wat|hoe|waarom)\b[^,;.]*|(?<=horen )(?:of|wat|hoe|waarom)\b[^,;.]*",
    r"\buw (?:mail|e-mail|brief|bestelling|bericht|melding|telefoontje|order|factuur|klacht) van (?:\d{1,2} \w+|"
    r"\w+dag|gisteren|\d{1,2}-\d{1,2}(?:-\d+)?)",
)
ASKING = pattern(r"^(?:en )?(?:kan|kunnen|zal|zullen|mag|mogen) (?:ik|we|wij) (?:u|je|het)\b(?=.*\?)")
TAGS = pattern(
    r"(?:,|;| -|\.) ?(?:is dat |past dat |komt dat )?(?:goed|oke|ok|akkoord|prima|schikt (?:dat|het)(?: (?:u|"
    r"je))?|is dat (?:goed|oke|akkoord)(?: voor (?:u|je))?|goed voor (?:u|je)|(?:komt|past) (?:dat|het)(?: (?:u|"
    r"je))?(?: uit| goed)?|lukt dat|kan dat|uit|vindt u dat goed|vind je dat goed|kan ik (?:u |je )?(?:verder|"
    r"nog)[^?]*|heeft u nog[^?]*|afgesproken|gaat dat|goed zo|deal|in orde|(?:u|je) akkoord) ?\?$"
)
JOINS = pattern(
    r" (?=en (?!wi?ll|kunnen|moeten|hebben|zijn|vragen|danken|wensen|hopen|mogen)\w{3,}en (?:deze|dit|die|ze|u|hem|haar) )| (?=en (?:belt|mailt|stuurt|brengt|komt|neemt|laat|geeft|regelt|die|dat) )| (?=en (?:bel|mail|stuur|app|laat|kom|geef|regel|breng|koppel|haal|zet|meld|neem|informeer|maak|doe|schrijf) )|"
    r",? (?=(?:zodat|omdat|aangezien|waardoor|waarmee|waarna|doordat|ondanks) )|(?<=[a-z]{4})\. (?=[a-z])|"
    r": (?=(?:ik|we|wij|onze|mijn) |(?:de|het|een|uw) [\w-]+ \w+t |(?:morgen|vandaag|overmorgen|vanavond|vanmiddag|\w+dag) (?!offerte|nieuw|vervang)\w+ (?:ik|we|wij|u|de|onze|uw|je) )|"
    r"(?:;| - |, (?:maar|en|dus|want|daarom) | en (?=(?:ik|we|wij|u|uw|je|dan|daarna|bellen|sturen|"
    r"ontvangt|hoort|krijgt|als|vrijdag|morgen|vandaag|uiterlijk|binnen|het|de)\b)| maar (?=(?:ik|we|wij|u|"
    r"uw|je)\b)|, (?=(?:ik|we|wij|u|je|jullie|dan|hij|zij|ze|die (?:gaat|\w+t)) ))"
)
CONDITIONS = pattern(r"^(?:en |maar |dus )?(?:als|indien|mits|zodra|wanneer|mocht(?:en)?|nadat|tenzij|stel dat)\b")
