"""How Dutch promises, and what takes a promise back."""

from makegood.promises.own_words.language import pattern, words

TEAM = r"(?:(?:een|mijn|onze|de|het|iemand van|een van) (?:[\w-]+ )?)?(?:collega(?:'?s)?|monteurs?|technicus|specialist(?:en)?|team|manager|leidinggevende|teamleider|afdeling(?: [\w-]+)?|medewerkers?|chauffeurs?|bezorgers?|service(?:dienst|monteur|team)?|planning|administratie|boekhouding|klantenservice|winkel|werkplaats|magazijn|expert|adviseurs?|directeur|installateurs?|loodgieters?|elektriciens?|helpdesk|filiaal|expeditie|schade-expert|bedrijfsleider|juristen|jurist|advocaten|verhuizers?|schilders?)|iemand|wij|we|ons team|er"
US = r"(?:ik|wij|we|'k|k)"
VERB = (
    r"(?:bel(?:len)?|stuur|sturen|mail(?:en)?|e-?mail(?:en)?|kom(?:en)?|lever(?:en)?|betaal|betalen|stort(?:en)?|vergoed(?:en)?|repareer|repareren|vervang(?:en)?|verzend(?:en)?|breng(?:en)?|schrijf|schrijven|laat|laten|neem|nemen|geef|geven|"
    r"meld(?:en)?|zorg(?:en)?|zoek(?:en)?|herstel(?:len)?|los(?:sen)?|plan(?:nen)?|regel(?:en)?|bezorg(?:en)?|haal|halen|boek(?:en)?|crediteer|crediteren|check(?:en)?|controleer|controleren|bevestig(?:en)?|antwoord(?:en)?|reageer|reageren|spreek|spreken|bekijk(?:en)?|"
    r"beantwoord(?:en)?|behandel(?:en)?|pak(?:ken)?|informeer|informeren|verwerk(?:en)?|app(?:en)?|whatsapp(?:en)?|maak|maken|zet(?:ten)?|doe|doen|verstuur|versturen|bericht(?:en)?|ruil(?:en)?|wijzig(?:en)?|rond(?:en)?|handel(?:en)?|lever(?:en)?|sta(?:an)?|ben|zijn|hang(?:en)?|"
    r"plaats(?:en)?|monteer|monteren|sluit(?:en)? (?=u|uw|je|het|de)|retourneer|retourneren|contacteer|contacteren|terugbel(?:len)?|onderzoek(?:en)?|rapporteer|leg(?:gen)?|bereid(?:en)?|koppel(?:en)?|bestel(?:len)?|corrigeer|corrigeren|annuleer|annuleren|verleng(?:en)?|activeer|activeren|vraag|vragen|overleg(?:gen)?|zit(?:ten)?)"
)
# Being somewhere is a promise only where the customer is.
BEING = r"(?<!\w)(?:ben|zijn|sta|staan) (?:ik|we|wij)(?! (?:.*)?(?:bij u|bij je|bij jullie|voor de deur|terug bij u))(?!\w)|(?<!\w)(?:ik|we|wij) (?:ben|zijn|sta|staan)(?!.*(?:bij u|bij je|bij jullie|voor de deur))(?!\w)"
# Before “ik” or “we” any verb will do, but for these and for what is no verb.
IDLE = (
    r"(?:dat|als|omdat|waar|hoe|wat|maar|dan|wie|welke?|toen|terwijl|zodra|wanneer|sinds|voordat|nadat|indien|aangezien|heb|hebben|had|hadden|ben|zijn|kan|kunnen|wil|willen|moet|moeten|mag|mogen|denk|denken|hoop|hopen|weet|weten|zie|zien|zagen|begrijp|begrijpen|vind|"
    r"vinden|zou|zouden|was|waren|werk|werken|sluit|sluiten|open|openen|wacht|wachten|probeer|proberen|streven|verwacht|verwachten|hoor|horen|ontvang|ontvangen|ontvingen|krijg|krijgen|kregen|kreeg|zag|staan|stond|stonden|wensen|wens|vertrek|ga|gaan|zal|zullen|belde|belden|probeerde|probeerden|leverden|stuurde|stuurden|rekenen|reken|vragen|vraag|danken|bedanken|waarderen|betreuren|merk|merken|zaten|zit|zitten|heten|missen|mis|blijf|blijven|vieren|meestal|morgen|vandaag|kunnen|konden|moest|moesten|werd|werden|\w+den|\w+ten (?=ik|we)|\w+dag|graag|zoals|terug|daarom|hierbij|hiermee)\b"
)
OURS = (
    rf"(?<!\w)(?:zal|zullen|ga|gaan|gaat) {US}(?! (?:proberen|kijken of|wachten|niet)\b)(?!\w)|(?<!\w){US} (?:zal|zullen|ga|gaan)(?! (?:proberen|kijken of|wachten|niet)\b)(?!\w)|"
    rf"(?<!\w){US}(?: (?:u|je|jullie|het|dit|dat|hem|morgen|vandaag|zelf|persoonlijk|dan|nu|nog|ook|allebei|hier|samen|alvast)){{0,3}} {VERB}(?!\w)|(?<!\w){VERB} {US}(?!\w)|"
    rf"(?<!\w)(?!{IDLE})\w{{3,}} {US}(?!\w)|"
    rf"(?<!\w){US} [\w, ]{{1,60}}? en (?:dan |daarna )?(?!zijn|ben|sta){VERB}(?!\w)|"
    rf"(?<!\w)dat {US} (?:[\w.:'-]+ ){{0,8}}?{VERB}(?!\w)"
)
# “Bel u morgen terug”, “Kom er vrijdag op terug”: a note without its subject.
BARE = r"^(?:(?:ok|oke|prima|dag|hoi|begrepen|dank(?: u| je)?|top|beste \w+|goed)[,.! ]+)*(?:(?:bel|mail|stuur|app|spreek|zie|schrijf) (?:u|je|jullie|mevrouw|meneer|klant|dhr|mevr|haar|hem)(?!\w)|(?:kom|kom er|kom hier) (?:\w+ ){0,5}?(?:op )?terug|(?:morgen|vandaag|maandag|dinsdag|woensdag|donderdag|vrijdag)(?:\w+)? (?:\w+ )?(?:terugbellen|bellen|mailen|sturen|terugmailen|leveren|langskomen))"
THEIR_VERB = r"(?:zal|zullen|gaat|gaan|belt|bellen|komt|komen|neemt|nemen|stuurt|sturen|mailt|mailen|laat|lost|levert|leveren|brengt|brengen|repareert|vervangt|reageert|reageren|bezorgt|bezorgen|herstelt|haalt|halen|bekijkt|installeert|sluit (?:uw|het|de|u)|plaatst|maakt|schrijft|stort|betaalt|regelt|handelt|pakt|staat (?:bij|voor)|is (?:bij|om|tussen|morgen|vanmiddag|rond|er)|antwoordt|informeert|verwerkt|spreekt|controleert|zet|doet|geeft|meldt|monteert)"
THEIRS = rf"(?<!\w)(?:{TEAM}) (?:(?:van|uit|op|in) (?:ons|onze|de|het)? ?(?:[\w-]+ )?)?(?:(?!zal|gaat)[a-z]+ )?{THEIR_VERB}(?!\w)|(?<!\w){THEIR_VERB} (?:er )?(?:{TEAM})(?!\w)|(?<!\w)(?:staat|komt|is) er (?:[\w.-]+ ){{1,4}}?(?:bij|voor|langs|naar)(?!\w)"
DONE = (
    r"(?:ge(?!en|zien|durende|woon|heel|lijk|meente|val|rust|bruik|baseer|sproken|noemd|schikt|weldig|daan\b|dacht|leden|makk)\w{3,}(?:d|t|en)|(?:terug|af|over|uit|op|aan|door|in|na|bij|toe|weg|mee)ge\w+(?:d|t|en)|verzonden|bezorgd|terugbetaald|vervangen|hersteld|verstuurd|verwerkt|vergoed|uitbetaald|bevestigd|behandeld|onderzocht|beantwoord|betaald|bijgewerkt|verholpen|ontvangen|"
    r"gerepareerd|opgelost|beoordeeld|gedaan|klaargezet|besteld|verlengd|verrekend|ontvangt)"
)
THINGS = r"(?:uw|je|jouw|jullie|het|de|een|alles|dit|dat|dat bedrag|onze|beide|hij|ze|deze)"
RECEIVED = (
    rf"(?<!\w)(?:wordt|worden|zal|zullen)(?! {US}\b) (?:[\w.,:'€-]+ ){{0,14}}?{DONE}(?!\w)|(?<!\w){DONE} (?:wordt|worden|zal|zullen)(?!\w)|"
    rf"(?<!\w)(?:{THINGS}) (?:[\w-]+ ){{0,3}}?(?:is|zijn|ligt|liggen|staat|staan|komt|komen|arriveert|gaat|gaan|volgt|vertrekt|doet)(?!\w)(?=.*\b(?:klaar|gereed|bij u|bij je|in huis|binnen|op uw|op je|opgelost|terug|uw kant op|jouw kant op|onderweg|aan|er|de deur uit|op de post|mee|verholpen|hersteld|beschikbaar|rekening|langs|hier|weg|het weer)\b)(?!.*\bvoorraad\b)|"
    rf"(?<!\w)(?:is|zijn|ligt|staat|komt|arriveert|volgt|vertrekt|gaat|werkt|doet) (?:{THINGS}) (?:[\w-]+ ){{0,5}}?(?:klaar|gereed|bij u|bij je|in huis|binnen|op uw \w+|op je \w+|opgelost|terug|aan|uw kant op|de deur uit|op de post|verholpen|weer|bezorgd|geleverd|mee|langs|pakket|bestelling|zending)|"
    r"(?<!\w)(?:ligt|staat) (?:[\w.:'-]+ ){0,6}?(?:voor u )?klaar(?!\w)|(?<!\w)volgt (?:[\w.:'-]+ ){0,3}?(?:een|de|uw|het|u)\b"
)
YOURS = (
    r"(?<!\w)(?:u|je|jij|jullie) (?:hoort|hoor|horen|krijgt|krijg|krijgen|ontvangt|ontvang|ontvangen|heeft (?:het|uw|mijn|ons|onze|hem|hen|de|een|ze|alles|binnen|morgen|vrijdag|uiterlijk|maandag|dinsdag|woensdag|donderdag|dan)(?!.* ge\w+(?:d|en|t)\b)|hebt (?:het|je|uw|hem|de|ze|een|morgen)(?!.* ge\w+(?:d|en|t)\b)|hebben (?:het|jullie)|zult|zal|wordt|vindt|ziet|kunt (?:[\w.:'-]+ ){0,8}?(?:verwachten|ophalen|afhalen|tegemoet zien)|kan (?:[\w.:'-]+ ){0,6}?(?:verwachten|ophalen)|mag (?:[\w.:'-]+ ){0,6}?verwachten)(?!\w)|"
    r"(?<!\w)(?:hoort|hoor|horen|krijgt|krijg|krijgen|ontvangt|ontvang|wordt|zult|vindt|ziet) (?:u|je|jij|jullie)(?!\w)|(?<!\w)(?:heeft|hebt|heb) (?:u|je) (?:het|uw|je|mijn|ons|onze|hem|de|ze|een|alles|antwoord|uitsluitsel|bericht|duidelijkheid)(?!.* ge\w+(?:d|en|t)\b)(?!\w)|(?<!\w)kunt (?:u|je) (?:[\w.:'-]+ ){0,6}?(?:verwachten|ophalen|afhalen|tegemoet zien)"
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
    r"(?:antwoord|uitsluitsel|bericht|terugkoppeling|reactie) (?:volgt|komt)",
)
PROMISING = pattern(OURS, BARE, THEIRS, RECEIVED, YOURS, PROMISE)
PLAIN = pattern(
    rf"(?<!\w)(?:{US} (?:bel|bellen|stuur|sturen|mail|mailen|vergoeden|vervangen|repareren|storten|betalen|zal|zullen)|(?:bel|bellen|stuur|sturen|mail|mailen|vergoeden|vervangen|storten|zal|zullen) {US})(?!\w)(?=.*\b(?:u|uw|je|jou|jullie)\b)"
    r"(?=.*\b(?:terug|bellen|mailen|sturen|opsturen|vergoed\w*|vervang\w*|stort\w*|terugstorten|terugbetalen|toe|op|nieuwe?|bel|stuur|mail)\b)(?!.*\b(?:spoedig|snel|binnenkort|z\.?s\.?m|zo spoedig|mogelijk|zodra|als|wanneer|wat|hoe|waarom|nadat|na|dank|bedankt|verwijderen|door)\b)",
    r"(?<!\w)(?:ik|we|wij) (?:vergoed|vervang|repareer|herstel)\w*(?!.*\b(?:zodra|als|wanneer|na|nadat|altijd|spoedig|snel)\b)",
    r"(?<!\w)(?:ik|we|wij) (?:beloof|beloven|garandeer|garanderen) (?:u|je|jullie|dat)(?!.*\bbest\b)",
)
REFUSING = pattern(
    # conditions and doubts
    words(
        r"als(?! (?:eerste|beloofd|afgesproken|gezegd|vanouds|enige|goedmaking|compensatie|excuus|extraatje|klant))",
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
        r"probeer(?:t)?",
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
        r"stel dat",
        r"in geval",
    ),
    # denied
    words(
        r"niet(?! (?:later|alleen|erg|gerust))",
        r"nooit",
        r"geen(?! (?:zorgen|probleem|dank|moeite))",
        r"niemand",
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
        r"elke",
        r"iedere?",
        r"dagelijks",
        r"wekelijks",
        r"openingstijden",
        r"geopend",
        r"open",
        r"gesloten",
        r"(?:wij|we|winkel|kantoor) sluit(?:en)?",
        r"sluiten (?:wij|we)",
        r"sluit om",
        r"sluit(?:en)? (?:de|het|onze|ons) (?:\w+ )?(?:winkel|kantoor|zaak|balie|filiaal|loket|deuren)",
        r"nodig",
        r"gelukt",
        r"(?:is|zijn) (?:[\w.:'-]+ ){0,8}?(?:meegegeven|overhandigd|overgedragen|verzonden|verstuurd|geleverd|bezorgd|afgegeven|opgehaald|vertrokken|aangekomen)",
        r"(?:kunnen|kan|mogen|mag) (?:[\w.:'-]+ ){0,10}?worden",
        r"(?:begint|beginnen|start|eindigt|loopt) ",
        r"dicht",
        r"klanten",
        r"bestellingen",
        r"retouren",
        r"retourzendingen",
        r"garantie",
        r"vakantie",
        r"feestdagen",
        r"abonnement (?:loopt|eindigt|verloopt|wordt)",
        r"contract (?:loopt|eindigt)",
        r"aanbieding",
        r"actie (?:loopt|geldt|duurt|is)",
        r"korting geldt",
        r"verloopt",
        r"geldt",
        r"geldig",
        r"levertijd(?:en)?",
        r"in de regel",
        r"over het algemeen",
        r"vaak",
        r"soms",
        r"bereikbaar",
        r"aanwezig",
        r"in ons systeem",
        r"onderhoud(?:swerkzaamheden)?",
        r"telkens",
        r"orders",
        r"aanvragen",
        r"op vrij",
        r"(?:prijs|prijzen|tarie\w+) (?:\w+ )?(?:stijg|gaan|wijzig|verho)\w*",
        r"kost(?:en)?",
        r"duurt",
    ),
    # others' doing and saying
    r"(?<!\w)(?:(?:de|uw|het|je|hun) )?(?:koerier|bezorgdienst|vervoerder|postnl|dhl|dpd|ups|gls|fedex|bank|fabrikant|leverancier|importeur|verzekeraar|verzekering|douane|post|postbode|gemeente|netbeheerder|creditcardmaatschappij|paypal|producent|transporteur|pakketdienst|verhuurder|aannemer|belastingdienst|politie|onderaannemer|provider|verkoper|uitgever|partner|makelaar)(?: \w+)? (?:zal|zullen|gaat|komt|levert|bezorgt|brengt|heeft|zegt|zei|moet|kan|belt|stort|boekt|verwerkt|doet|beloofde|laat|stuurt|haalt|neemt|betaalt|vergoedt|verwacht|repareert|is|had|reageert|behandelt|keert|plant)(?!\w)",
    r"(?<!\w)(?:zal|zullen|gaat|komt|levert|bezorgt|brengt|belt|stort|haalt|stuurt|betaalt|keert|neemt|boekt|verwerkt) (?:de|uw|je|het) (?:koerier|bezorgdienst|vervoerder|bank|fabrikant|leverancier|importeur|verzekeraar|verzekering|postbode|gemeente|netbeheerder|aannemer|verhuurder|creditcardmaatschappij)(?!\w)|(?<!\w)(?:levert|bezorgt|brengt|komt|belt) (?:postnl|dhl|dpd|ups|gls|fedex)(?!\w)",
    words(
        r"(?:hij|zij) (?:zal|belt|komt|stuurt|levert|mailt|gaat)(?! (?:klaar|de deur))",
        r"zei(?:den)?",
        r"zegt",
        r"zeggen dat",
        r"vertelde?(?:n)?",
        r"gezegd",
        r"verteld",
        r"beloofden?(?! (?:ik|we))",
        r"beweert",
        r"schreef",
        r"gaf aan",
        r"gaven aan",
        r"aangegeven",
        r"aldus",
        r"volgens",
        r"schijnt",
        r"blijkt",
    ),
    # the customer's part
    words(
        r"(?:kunt|wilt|wil|kan|kun) (?:u|je|jij|jullie)(?! (?:[\w.:'-]+ ){0,8}?(?:verwachten|ophalen|afhalen|tegemoet))",
        r"(?:u|je|jullie) (?:moet|dient|hoeft|kunt|kan|mag|wilt|stuurt|belt|betaalt|retourneert|meldt|laat)(?! (?:[\w.:'-]+ ){0,8}?(?:verwachten|ophalen|afhalen|tegemoet))",
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
        r"laten we",
        r"moet(?:en)? (?:[\w.:'-]+ ){0,8}?worden",
        r"moeten",
    ),
    r"^(?:[\w]+, )?(?:stuur|bel|mail|laat|geef|vul|neem|betaal|retourneer|meld|controleer|houd|breng|kom|zorg|kies|reageer|bevestig|lever|zet|plan)(?:t u)?(?! (?:ik|we|wij|u|je|jullie|mevrouw|meneer|klant|dhr|mevr|haar|hem|er|hier|\w+ (?:ik|we|wij)|(?:[\w.:'-]+ ){0,5}(?:op )?terug)\b)",
    BEING,
    # what was
    words(
        r"(?:heb|heeft|hebben|hebt|had|hadden|ben|bent) (?:[\w.:'-]+ ){0,12}?(?:ge\w+(?:d|t|en)|\w+ge\w+(?:d|t|en)|verzonden|ontvangen|besteld|betaald|bezorgd|verstuurd|geprobeerd)",
        r"(?:was|waren|werd|werden|had|hadden) (?!ik\b)\w+",
    ),
)
UNSAID = pattern(
    r"\b(?:en |maar )?(?:als|indien|mocht(?:en)?) (?:u|je|er|jullie|dat|het) (?:nog |verder |dan )?(?:vragen|iets|vraag|goed is|schikt|uitkomt|oke is|meer|andere|nog)[^,;.]*|\b(?:heeft u|heb je) (?:nog )?vragen[^,;.]*",
    r"\b(?:zoals|als) (?:beloofd|afgesproken|besproken|gezegd|(?:u|je) (?:vroeg|wenste|aangaf|vroegen|hebt gevraagd|heeft gevraagd|schreef))|\bgraag gedaan|\bgeen (?:zorgen|probleem)",
    r"\b(?:het spijt (?:mij|me|ons)[^,;.]*?(?=,|;|\.|$| en | maar )|excuses[^,;.]*?(?=,|;|\.|$| en | maar )|sorry[^,;.]*?(?=,|;|\.|$| en | maar )|helaas|maakt u zich geen zorgen|(?:hartelijk )?(?:bedankt|dank)[^,;.]*?(?=,|;|\.|$| en | maar ))",
    r"\b(?:die|dat|wat|waarom|hoe|waar|wie) (?:[\w'-]+ ){0,5}?(?:was|waren|gebeurde|gebeurd is|ging|heeft besteld|hebt besteld|heeft gekocht|misging|is misgegaan|fout ging|is fout gegaan|kwam|kreeg|niet (?:werkt|klopt|goed)|bestelde|meldde|stuurde|werd|aan de hand is)\b[^,;.]*",
    r"\buw (?:mail|e-mail|brief|bestelling|bericht|melding|telefoontje|order|factuur|klacht) van (?:\d{1,2} \w+|\w+dag|gisteren|\d{1,2}-\d{1,2}(?:-\d+)?)",
)
ASKING = pattern(r"^(?:en )?(?:kan|kunnen|zal|zullen|mag|mogen) (?:ik|we|wij) (?:u|je|het)\b(?=.*\?)")
TAGS = pattern(
    r"(?:,|;| -|\.) ?(?:is dat |past dat |komt dat )?(?:goed|oke|ok|akkoord|prima|schikt (?:dat|het)(?: (?:u|je))?|is dat (?:goed|oke|akkoord)(?: voor (?:u|je))?|goed voor (?:u|je)|(?:komt|past) (?:dat|het)(?: (?:u|je))?(?: uit| goed)?|lukt dat|kan dat|uit|vindt u dat goed|vind je dat goed|kan ik (?:u |je )?(?:verder|nog)[^?]*|heeft u nog[^?]*|afgesproken|gaat dat|goed zo|deal|in orde|(?:u|je) akkoord) ?\?$"
)
JOINS = pattern(
    r"(?:;| - |, (?:maar|en|dus|want|daarom) | en (?=(?:ik|we|wij|u|uw|je|dan|daarna|bel|bellen|stuur|sturen|mail|ontvangt|hoort|krijgt|als|vrijdag|morgen|vandaag|uiterlijk|binnen|het|de)\b)| maar (?=(?:ik|we|wij|u|uw|je)\b)|, (?=(?:ik|we|wij|u|dan) ))"
)
CONDITIONS = pattern(r"^(?:en |maar |dus )?(?:als|indien|mits|zodra|wanneer|mocht(?:en)?|nadat|tenzij|stel dat)\b")
