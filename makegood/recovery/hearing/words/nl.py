"""Words by which Dutch customers complain, rage, praise and ask: beginnings of words, without accents."""

SIGNS = {
    "trouble": (
        r"werkt niet|werkt nog|doet het niet|niet meer|kapot|(?:is|ging|gaat|al|weer) (?:\w+ )?stuk\b|defect|"
        r"gebroken|beschadig|kras|barst|gescheurd|lekt|lek\b|ontbreek|ontbrek|mist\b|verkeerd|fout|onjuist|"
        r"klopt niet|vergis|te laat|vertrag|vertraagd|nog (?:steeds|altijd|niets|geen|niet)|wacht(?:en)?\b|"
        r"al (?:\w+ )?(?:weken|dagen|maanden|uren|drie|twee|een week|een maand)|"
        r"nooit (?:aangekomen|ontvangen|gekregen|gebeld|gekomen|geleverd)|"
        r"niet (?:aangekomen|ontvangen|geleverd|bezorgd|gekomen|opgelost|terug|gebeld|wat|zoals|volgens|goed|in orde|compleet|bereik|mogelijk|schoon|naar behoren)|"
        r"niemand|geen (?:antwoord|reactie|bericht|geld|gehoor|reparatie|warm|verbinding|enkele|uitleg|oplossing)|"
        r"genegeerd|kwijt|zoek\b|twee keer|dubbel|tweemaal|te veel (?:betaald|afgeschreven|berekend)|afgeschreven|"
        r"geannuleerd|geweiger|vies|vuil|koud\b|onbeleefd|onvriendelijk|bot\b|vlek|schimmel|stinkt|stank|lawaai|"
        r"herrie|vastl|valt (?:steeds|uit|weg)|hapert|crasht|storing|probleem|problemen|slecht|erger|beloofd|"
        r"zou(?:den)? (?:\w+ ){0,3}(?:komen|bellen|zijn|worden|leveren|krijgen)|afgesproken|had(?:den)? moeten|"
        r"terugbetal|geld terug|vergoed|compensat|excuses|"
        r"zonder (?:bericht|waarschuwing|overleg|uitleg|reden|toestemming|aankond)|verborgen|onverwacht|"
        r"over datum|bedorven|rot\b|verbrand|rauw|weer\b|alweer|opnieuw|derde keer|tweede keer|voor de zoveelste|"
        r"lege doos|ondermaats|bedrieg|gebrekkig|mankeer|niet nagekomen|blijft (?:hangen|steken|haken)|hangen\b|"
        r"bladder|gebarsten|"
        r"niet (?:schoongemaakt|afgehandeld|uitbetaald|gemeld|verwerkt|vermeld|serieus|opgenomen)|nog niet|"
        r"later\b|misten|gemist|overgeslagen|verzet zonder|drie keer zo|hoger dan|"
        r"te (?:hoog|duur|klein|groot|zout|laat|lang|veel|warm|traag)|eerlijk gezegd|helemaal niet|niet verklaren|"
        r"verbaast|recht op|waar ik recht|zonder dat|lukt niet|kan (?:ik )?(?:niet|nergens)|knippert|ontevr|"
        r"de helft|niet zo\b|weigert|afgewezen|verdwen|ingeslikt|vastgelopen|niet zichtbaar|herken (?:ik )?niet|"
        r"onbruikbaar|buiten gebruik"
    ),
    "displeased": (
        r"klacht|klagen|teleurgesteld|teleurstell|ontevreden|onacceptabel|jammer|helaas|spijt(?:ig)|"
        r"niet (?:tevreden|blij|te spreken|acceptabel|fraai|netjes)|vervelend|ongemak|bezorgd over|zorgen over|"
        r"verwacht(?:te|ing)|beneden|onder de maat|valt (?:me |mij )?tegen|tegengevallen|viel (?:me |mij )?tegen|"
        r"frustr|irrit|ergernis|erger(?: me| mij)|ongenoegen|onvrede|treurig"
    ),
    "anger": (
        r"woedend|boos|kwaad|razend|woest|schand|schandalig|belachelijk|bespottelijk|idioot|idiot|achterlijk|"
        r"dom(?:me|kop)|sukkel|prutsers|klungel|oplicht|fraude|dieven|dief|steel|stelen|gestolen|beroofd|leugen|"
        r"lieg|liegen|gelogen|walgelijk|smerig|waardeloos|nutteloos|incompetent|onbekwaam|lachertje|aanfluit|"
        r"schaam|schamen|(?:ben|zijn|het|meer dan) (?:ik |we |het |dit |jullie )?zat\b|spuugzat|beu\b|genoeg van|"
        r"de maat is vol|druppel|advocaat|rechter|rechtszaak|juridisch|aangifte|politie|consumentenbond|acm\b|"
        r"geschillen|kassa\b|radar\b|nooit meer|nooit weer|(?:nooit|niet) (?:meer )?bij jullie|slechtste|"
        r"verschrikkelijk|vreselijk|afschuwelijk|drama\b|rotzooi|troep|bagger|klote|kut|shit|verdomme|godver|"
        r"tering|tyfus|krijg nou|hoe durven|zijn jullie (?:gek|doof|serieus|helemaal)|"
        r"neem(?:t|en)? (?:mij |me |ons )?(?:in de maling|in de zeik)|in de maling|voor de gek|belazer|bedonder|"
        r"afzet|afzetters|eis\b|onmiddellijk|nu meteen|per direct|ongelofelijk|ongehoord|onbeschoft|brutaal|"
        r"wat een (?:aanfluit|schand|zooi|bende|ramp|waardelo|slecht|flut|troep|stel|rot|bedrijf|onzin|drama|circus|kl|gedoe|belediging)|"
        r"geduld is op|smoes|flauwekul|onzin|iedereen (?:vertellen|waarschuwen|afraden)|social media|een ster|"
        r"ophouden|stop met (?:\w+ ){0,3}(?:sturen|liegen|bellen|afschrijven)|amateurs|zooitje|"
        r"te gek voor woorden|van de gekke|rot (?:toch )?op|rot op|hersens|fatsoen|ontslagen|kastje naar de muur|"
        r"kook van|woede|gore|(?:gore|rot|vuile|smerige) ?streek|halvegar|halve gar|idioten|randdebiel|debiel|"
        r"eikel|lul|beroerd|je baas\b|jullie baas|de baas spreken|leidinggevende spreken|"
        r"klant (?:van|kwijt|verloren)|kwijt\b.{0,12}klant|gefeliciteerd|naar de knoppen|doen jullie de hele dag|"
        r"te lui|lui\b|hebzuchtig|arrogant|schoft|tuig|flikker|sodemieter|donder op|stik\b|pleur|wat doen jullie|"
        r"hou(?:d)? op|het is een schande|graaiers|zakkenvullers|hufter|asociaal|minachting|behandeld als|"
        r"ziek van|strot|gek van|he\?|echt\?+|serieus\?|zo ben ik nog nooit|zielig|woorden tekort|"
        r"laat ik het niet bij|toezichthouder|uitgescholden|schold|schreeuwde|beledig|domheid|zakkenroll|bravo\b|"
        r"niet voor mogelijk|blind zijn|uitgelachen|belabber|klaar mee|voor schut|voor paal|voor gek|openbaar|"
        r"complete|noemen jullie|diefstal|grap|lef\b|rommel|puinhoop|bloed kookt|portemonnee|leugenaar|verpest|"
        r"houding|steek (?:die|dat|het)|ik zeg het|snappen jullie|voor niks|vernederd|storneren|hebben tot|flut|"
        r"nergens naar|teringzooi|brak\b|bandiet|geef antwoord|nog nooit zulke|bedrogen"
    ),
    "praise": (
        r"bedankt|dank|super|geweldig|fantastisch|uitstekend|perfect|prima|top\b|"
        r"heel (?:blij|tevreden|fijn|goed|mooi)|erg (?:blij|tevreden|fijn|goed|mooi)|blij (?:met|dat|mee)|"
        r"tevreden (?:met|over)|tevreden\b|aanrader|aanbevel|compliment|vriendelijk|behulpzaam|"
        r"netjes (?:geholpen|bezorgd|verpakt)|snel (?:geleverd|geholpen|bezorgd|opgelost|gereageerd)|lekker|"
        r"heerlijk|prachtig|mooi\b|fijn\b|beste\b|werkt (?:perfect|goed|prima|uitstekend)|keurig|vijf sterren|"
        r"hulde|chapeau|ga zo door|genoten|waardeer|leuk|opgelost"
    ),
    "asking": (
        r"hoe (?:kan|moet|lang|werkt|veel|laat|zit|wijzig|zeg|meld|stel)|wat (?:kost|zijn|is|moet|voor|betekent)|"
        r"wanneer|waar (?:kan|is|vind|staat|zijn|moet)|welke?|wie (?:kan|moet)|kan ik|kunt u|"
        r"kunnen (?:we|jullie|jullie)|kan (?:dit|dat|het|de|er|je)|kun je|hebben jullie|heeft u|"
        r"is (?:het|er|dit|dat|de)|zijn (?:jullie|er|de)|mag ik|zou(?:den)? (?:u|jullie|ik|je)|"
        r"graag (?:weten|bestellen|reserveren|wijzigen|informatie)|mogelijk|vraag\b|vraagje|informatie|"
        r"laat (?:me|mij|ons) weten|beschikbaar|voorraad|openingstijden|prijs|offerte|uitleggen|bevestigen|"
        r"levertijd"
    ),
    "ordering": (
        r"bestellen|reserveren|reservering|ik wil(?: graag)? (?:bestell|boeken|reserv|een|twee|mijn)|"
        r"graag (?:bestel|boek|reserveer|zou|wil)|afspraak|bijgevoegd|bijlage|hierbij|nieuw adres|nieuwe adres|"
        r"verhuis|verhuizen|wijzig|aanpassen|doorgeven|abonnement|factuur|btw|inschrijven|aanmelden|ophalen|"
        r"bezorgen op|nieuwsbrief|cadeau|"
        r"heb (?:ik )?(?:betaald|overgemaakt|opgestuurd|ontvangen|ingevuld|getekend)|ter info|even doorgeven|"
        r"toevoegen|upgraden|overstappen|bestelling plaatsen"
    ),
    "courtesy": (
        r"alstublieft|aub\b|a\.u\.b|graag|zou u|zou je|zouden jullie|alvast (?:bedankt|dank|hartelijk)|"
        r"bij voorbaat|vriendelijke groet|met vriendelijke|hoogachtend|geachte|beste\b|hallo|goedemorgen|"
        r"goedemiddag|ik begrijp|begrijp (?:ik|dat)|indien mogelijk|als het kan|misschien|geen haast|"
        r"sorry (?:dat|voor)|helaas|een beetje|wellicht|hopelijk|hoop dat|zie ik graag|stel het op prijs|"
        r"waarderen|mocht"
    ),
    "denying": (r"niet\b|geen\b|nooit|niemand|niets|niks|nergens|zonder|noch\b"),
    "lasting": (
        r"(?:\d+|twee|drie|vier|vijf|zes|meerdere|enkele) (?:weken|dagen|maanden|uur|keer|jaar|mails)|"
        r"(?:tweede|derde|vierde|vijfde|zesde) (?:keer|bericht|mail|maal)|weer\b|alweer|opnieuw|nog steeds|"
        r"nog altijd|al\b|elke keer|telkens|steeds|elke\b|sinds\b|sindsdien|voor de zoveelste|altijd"
    ),
    "accusing": (
        r"jullie\b|hoe (?:durven|kunnen|kan het|is het)|waarom|wie (?:heeft|geeft)|wat (?:doen|is dit|voor|zijn)|"
        r"hou(?:d)? op|stop\b|geef\b|verbind|doe je|waag|annuleer|repareer|laat me|schaam|raken|kwijt"
    ),
    "own": (
        r"verkeerde (?:datum|maat|dag) (?:besteld|gekozen|opgegeven)|sorry, verkeerde|ik heb me vergist|per ongeluk|"
        r"ik (?:ben|kom|heb) .{0,24}(?:later\b|te laat|vergeten|kwijt|verloren|laten vallen)|zelf (?:laten vallen|kapot|stuk)|mijn (?:eigen )?(?:fout|schuld)|kan ik niet komen|ik kan .{0,16}niet\b|als ik"
    ),
    "solved": (
        r"(?:doet het|werkt|loopt|draait) (?:weer|nu|sinds)|weer (?:goed|in orde|helemaal)|alles (?:in orde|goed|werkt)|opgelost|rechtgezet|"
        r"eerst (?:vond|dacht|was)|(?:vandaag|toch nog) (?:aan)?gekomen|goed werk|niets te klagen|geen klachten|dank voor de snelle"
    ),
    "threat": (
        r"of ik (?:bel|ga|stap|zeg|kom)|kantonrechter|gemeente|rechtsbijstand|inspectie|recensie|waar betaal ik|betaal ik jullie|beunhaz|"
        r"greintje|knoeiers|kneuzen|kom me niet|kom niet aan|toe maar|knap hoor|gefeliciteerd|verdorie|jezus|trut\b|muts\b|lekker is dat|bekijk het maar|ik ben weg|nou ja zeg|schiet eens op|kap (?:eens|ermee)"
    ),
}
