"""Words by which Dutch and Flemish customers complain, rage, praise and ask: beginnings of words, without accents."""

NUMBER = (
    r"(?:\d+|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|veertig|vijftig|zestig|honderd|meerdere|"
    r"enkele|zoveel|een paar|ettelijke|god weet hoeveel)"
)
ORDINAL = r"(?:tweede|derde|vierde|vijfde|zesde|zevende|achtste|tiende|zoveelste|tigste|laatste)"
TIME = r"(?:minuten|minuut|kwartier|uur|uren|dag(?:en)?|nacht(?:en)?|week|weken|weekends?|maand(?:en)?|jaar)\b"
DAY = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|gisteren|morgen|vandaag|vanavond|middernacht|het weekend)"
MONTH = r"(?:januari|februari|maart|april|mei\b|juni|juli|augustus|september|oktober|november|december)"
KIN = r"(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:eren)?|man|vrouw|vriend(?:in)?|hond|puppy|kat|peuter|kleine|kleinzoon|baby|kleuter)"
STAFF = (
    r"(?:chauffeur|bezorger|koerier|monteur|technieker|personeel|mensen|medewerk\w+|collega|man\b|mannen|klantenservice|"
    r"helpdesk|support|chatbot|verkopers?|loodgieter|arts|dokter|beveilig\w+|website|site\b|app\b|systeem|update|planning|"
    r"incassobureau|servers?|winkel|bedrijf|voorwaarden|smoes\w*|leugens|standaard\w*|fout(?:en)?\b|schuld\b|wanbeleid)"
)

SIGNS = {
    "trouble": (
        # broken, out of order
        r"werkt niet|werkt nog(?! steeds (?:goed|prima|perfect))|doet het niet|doet niets|niet meer|kapot|(?:is|ging|gaat|al|weer) (?:\w+ )?stuk\b|defect|"
        r"gebroken|beschadig|kras|barst|gescheurd|scheur|lekt|lek\b|lekkage|gelekt|drupt|druppelt|deuk|gat(?:en)? in (?!de muur)|scherven|"
        r"gruzelementen|scheef|wiebel|wankel|kraakt|piept|rammelt|klemt|roest|gekrompen|verkleurd|versleten|uit elkaar|"
        r"afgebrokkel|afgebroken|losgeraakt|los(?:gelaten|gekomen)|liet(?:en)? los|zakt|uit model|uitgevallen|valt (?:steeds|uit|weg)|viel (?:\w+ ){0,3}(?:uit|weg)|"
        r"hapert|stottert|crasht|loopt (?:steeds |telkens )?vast|vastl|vastgelopen|start (?:\w+ ){0,5}niet|storing|"
        r"probleem(?! (?:is )?opgelost)|problemen|offline|onbereikbaar|plat\b|buiten gebruik|buiten werking|knippert|bladder|gebarsten|"
        r"blijft (?:hangen|steken|haken|leeg|branden|komen|sturen)|hangen\b|lukt niet|gaat niet (?:open|dicht|aan|uit)|wilde? niet (?:open|dicht)|"
        r"sluit niet|past (?:\w+ )?niet|geen (?:beeld|geluid|stroom|water|warm|verwarming|licht|internet|bereik|wifi|verbinding)|"
        # missing, other than ordered
        r"ontbreek|ontbrek|mist\b|misten|mankeer|incompleet|onvolledig|niet compleet|lege (?:doos|envelop|verpakking)|leeg\b|"
        r"zat(?:en)? (?:er )?geen|verkeerd|fout(?!code|melding|enlogboek| \d)|onjuist|klopt niet|kloppen niet|vergis|verwissel|kwijt|kwijtgeraakt|"
        r"(?:is|zijn|nog|weer|raakt?e?) zoek\b|zoekgeraakt|verdwen|verdwijn|ingeslikt|gestolen|te (?:klein|groot|kort|krap|breed|smal|strak|wijd)\b|"
        r"niet (?:volgens|conform)|anders dan|wijkt|afwijk|mindere|nagemaakt|namaak|imitatie|tweedehands terwijl|"
        # late, waiting, no answer
        r"te laat|te vroeg|vertrag|vertraagd|nog (?:steeds|altijd|niets|geen|niet)|wacht(?:en)?\b|gewacht|wachttijd|wachtrij|aanschuiven|"
        r"al (?:\w+ )?(?:weken|dagen|maanden|uren|drie|twee|een week|een maand)|later\b|(?<!mijn )pas (?:na|om|toen|vandaag|gisteren|\d)|uitgebleven|"
        r"nooit (?:aangekomen|ontvangen|gekregen|gebeld|gekomen|geleverd|gebracht|besteld|verteld)|"
        r"niet (?:aangekomen|ontvangen|geleverd|bezorgd|gekomen|komen opdagen|opgelost|terug|gebeld|wat|zoals|goed|in orde|bereik|mogelijk|"
        r"schoon|naar behoren|schoongemaakt|afgehandeld|uitbetaald|gemeld|verwerkt|vermeld|serieus|opgenomen|nagekomen|ingehaald|doorgegaan|"
        r"door\b|gelukt|gewaarschuwd|verteld|ingelicht|verwittigd|zichtbaar|beschikbaar|gestopt|gewerkt|geplaatst|aanwezig|inbegrepen|"
        r"verklaren|zo\b|beantwoord|nagestuurd|vergoed|gestort|gemaakt|gedaan|gestrooid|gelegd)|"
        r"niemand|niets (?:gehoord|ontvangen|gezien|gebeurd|vernomen|over gezegd)|onbeantwoord|zonder resultaat|tevergeefs|opdagen|niet opgedaagd|"
        r"geen (?:antwoord|reactie|bericht|geld|gehoor|reparatie|enkele|uitleg|oplossing|excuses|terugbetaling|bevestiging|afzegging|toezicht|mens)|"
        r"genegeerd|gemist|overgeslagen|verzet zonder|misgelopen|in de steek|doorverbonden|doorverwezen|van het kastje|stilte\b|radiostilte|"
        # money
        r"twee keer|dubbel|tweemaal|te (?:veel|weinig) (?:betaald|afgeschreven|berekend|gekregen)|(?:is|zijn|werd|wordt|jullie|gewoon|er) (?:\w+ ){0,3}afgeschreven|"
        r"in rekening gebracht|meerprijs|bijbetalen|aanmaning|deurwaarder|incasso(?:bureau|kosten)|hoger dan|drie keer zo|"
        r"te (?:hoog|duur|zout|lang|warm|traag|heet|hard|zwaar|donker|zacht|luid)\b|verborgen|terugbetal|geld terug|teruggave|vergoed|"
        r"compensat|compenser|excuses|tegemoet\s?kom|herzien|restitutie|terugstort|recht op|waar ik recht|onterecht|ten onrechte|"
        # service, food, place
        r"geannuleerd|afgelast|geschrapt|uitgevallen|geblokkeerd|geweiger|weigert|afgewezen|geschorst|gebanned|overboekt|vies|vuil(?!nis)|onhygien|koud\b|lauw\b|"
        r"benauwd|tocht\b|muf|vochtig|schimmel|stinkt|stonk|stank|rook(?:t)? naar|ruikt naar|smaakt(?:e)? naar|vlek|lawaai|herrie|overlast|geluidsoverlast|"
        r"muizen|kakkerlak|bedwants|beestjes|maden|haar in|over datum|over de datum|bedorven|rot\b|beschimmeld|verbrand|aangebrand|rauw|gesmolten|verlept|"
        r"verwelkt|dood\b|onbeleefd|onvriendelijk|bot\b|kortaf|nors|onpersoonlijk|slordig|slecht|erger|ondermaats|bedrieg|misleid|gebrekkig|onbruikbaar|"
        # against what was said
        r"beloofd|toegezegd|zou(?:den)? (?!(?:\w+ )?(?:kunnen|willen|graag|ik\b|u\b|je\b|jullie))(?:\w+ ){0,3}(?:komen|bellen|worden|leveren|krijgen|vervallen|blijven)|"
        r"afgesproken|had(?:den)? (?:\w+ ){0,2}(?:moeten|besteld|gevraagd|aangevraagd|gereserveerd|geboekt|opgezegd|afgemeld)|terwijl|hoewel|ondanks|"
        r"in plaats van de (?:beloofde|afgesproken)|inmiddels|bleek|blijkt|stond van wel|volgens (?:de|het|uw|jullie) (?:site|pagina|folder|bon|doos|etiket|contract|legger|verkoper|app|mail)|"
        r"zonder (?:bericht|waarschuwing|overleg|uitleg|reden|toestemming|aankond|afspraak|iets te zeggen|ook maar|dat)|onverwacht|onaangekondigd|"
        r"weer (?:niet|geen|een|de|dezelfde|uitgevallen|verkeerd|mis|te laat)\b|alweer|opnieuw|derde keer|tweede keer|voor de zoveelste|"
        r"sinds (?:de|uw|jullie|het|die|ik|u) |helemaal niet|eerlijk gezegd|verbaast|zonder dat|kan (?:ik )?(?:niet|nergens)|de helft|herken (?:ik )?niet|ontevr"
    ),
    "displeased": (
        r"(?<!geen )klacht(?!en(?:formulier|procedure|regeling|afhandeling|commissie))|klagen|beklag|teleurgesteld|teleurstell|ontevreden|onacceptabel|onaanvaardbaar|"
        r"jammer(?!lijk)|helaas|spijt(?:ig)|betreur|zonde\b|balen|baal\b|sneu|tot mijn spijt|met (?:\w+ )?spijt|"
        r"niet (?:zo |erg |heel |echt |helemaal |bepaald )?(?:tevreden|blij|te spreken|acceptabel|fraai|netjes|leuk|prettig|gelukkig|juist|handig|charmant|okee?|normaal|correct|gecharmeerd)|"
        r"minder (?:te spreken|tevreden|blij|prettig|geslaagd|leuk)|vervelend|ongemak|bezorgd over|zorgen (?:over|om)|onprettig|onaangenaam|onbevredigend|"
        r"(?:had(?:den)?|hebben|was|anders) (?:\w+ ){0,6}(?:verwacht|gehoopt|voorgesteld|gedacht|gerekend op|gewild|gewenst)|verwachting|beneden|onder de maat|"
        r"valt (?:me |mij |ons )?tegen|tegenvaller|tegengevallen|viel(?:en)? (?:me |mij |ons )?(?:\w+ )?tegen|liet te wensen|laat te wensen|minpunt|klein puntje|puntje van|kanttekening|kleinigheid|"
        r"frustr|irrit|ergernis|erger(?: me| mij)|stoort|stoorde|storend|hinder|ongenoegen|onvrede|treurig|triest|verdrietig|geschrokken|schrok|"
        r"vreemd\b|raar\b|merkwaardig|eigenaardig|opmerkelijk|onbegrijpelijk|onduidelijk|verwarrend|onlogisch|onhandig|slordig|oneerlijk|"
        r"is (?:het|dit|dat) (?:nou |nu )?(?:normaal|gebruikelijk dat ik|de bedoeling)|hoort (?:dat|dit|een|de|het) .{0,24}(?:zo|te)\b|kan het kloppen|hoe komt het|hoe kan het|waar blij(?:ft|ven)|"
        r"hoe lossen|wat gaat u|met alle respect|in de steek|verloren vertrouwen|vertrouwen (?:kwijt|verloren|geschaad)|onder de indruk was ik niet|toch even melden|zegt? genoeg"
    ),
    "anger": (
        # feeling
        r"woedend|woest|boos|kwaad|razend|furieus|laaiend|pisnijdig|pissig|des duivels|ziedend|nijdig|verontwaardigd|witheet|woede|kook van|bloed kookt|"
        r"ziek van|gek van|misselijk|walg|kots|spuug|schiet (?:me |mij )?in het verkeerde|strot|neus uit|keel uit|buik vol|sprakeloos|geen woorden|woorden tekort|moedeloos|"
        r"(?:ben|zijn|het|meer dan|zo) (?:ik |we |het |dit |jullie |goed |allang )?zat\b|spuugzat|beu\b|genoeg van|klaar mee|klaar met (?:jullie|dit|die)|de maat is vol|de druppel|"
        r"geduld is|geduld heeft|(?:niet|niks) pikken|pik (?:dit|het)|accepteer (?:ik )?(?:dit|het)? ?niet|"
        # judgement
        r"schand|belachelijk|bespottelijk|lachwekkend|absurd|krankzinnig|waanzin|idioot|idiot|achterlijk|debiel|gestoord|zot\b|onzinnig|te zot|"
        r"walgelijk|smerig|waardeloos|nutteloos|incompetent|onbekwaam|lachertje|lachertjes|aanfluit|wanprestatie|wantoestand|wanorde|schaam|schamen|"
        r"slechtste|verschrikkelijk|vreselijk|afschuwelijk|verachtelijk|abominabel|erbarmelijk|drama\b|dramatisch|ramp\b|rotzooi|troep|bagger|puinhoop|puinzooi|zooitje|bende\b|poppenkast|"
        r"circus|vertoning|klucht|farce|soepzooitje|lijkt wel|teringzooi|klerezooi|klote|kut|shit\b|kak\b|flut|prut|brak\b|belabber|beroerd|(?:lijkt|leek) nergens (?:naar|op)|slaat nergens op|slaat .{0,12}als een tang|"
        r"ongelofelijk|ongelooflijk|niet te geloven|geloof(?:t)? (?:het|mijn ogen)|ongehoord|ongekend|onvoorstelbaar|onbestaanbaar|onbeschoft|onbeschaamd|brutaal|schaamteloos|"
        r"hondsbrutaal|gewetenloos|harteloos|geen hart|respectloos|mensonterend|onmenselijk|onwaardig|godgeklaagd|niet normaal meer|hemeltergend|te gek voor woorden|van de (?:gekke|zotte)|"
        r"wat een (?:aanfluit|schand|zooi|bende|ramp|waardelo|slecht|flut|troep|stel|rot|bedrijf|onzin|drama|circus|kl|gedoe|belediging|prut|puin|poppen|vertoning|mop|grap|lach|brutal|lef|zever)|"
        # deceit
        r"oplicht(?!ing via)|fraude|bedrog|bedrogen|dieven|dief\b|diefstal|steel\b|stelen|gestolen van|beroofd|leugen|lieg|gelogen|afzet\b|afzetter|afzetterij|zakkenvul|zakkenroll|geldklop|geldwolven|graaiers|"
        r"hebzuchtig|boeven|bandiet|maffia|roversbende|neem(?:t|en)? (?:mij |me |ons )?(?:in de maling|in de zeik)|in de maling|voor de gek|(?:uit|achter) .{0,10}rug om|belazer|bedonder|besodemieter|genept|geflest|genaaid|"
        r"poot uit|smoes|flauwekul|onzin|zever|kletspraat|prietpraat|gelul|lulkoek|om de tuin|aansmeren|stiekem|doodleuk|zogenaamd|zogezegd|het lef|lef\b|misbruik|chantage|bedreig|intimid|"
        # insults and oaths
        r"dom(?:me|kop|heid)|sukkel|prutsers|klung|klunz|kluns|knoeiers|knoeiboel|kneuzen|amateurs|stelletje|beunhaz|eikel|lul\b|lullen|zak\b.{0,6}hooi|schoft|smeerlap|tuig\b|tuig van|hufter|hork|asociaal|"
        r"halvegar|halve gar|idioten|randdebiel|trut\b|muts\b|nitwit|nietsnut|luilak|te lui|lui\b|arrogant|hersens|fatsoen|verdomme|verdomd|verdorie|godver|potverd|jezus|in godsnaam|in hemelsnaam|tering|tyfus|klere|kanker|krijg nou|"
        r"nom de|miljaar|flikker|sodemieter|donder(?: op|\b.{0,2}$)|geen (?:donder|zak|reet|bal|flikker|barst|moer|snars|hol)\b|rot (?:toch )?op|rot op|pleur|stik\b|steek (?:die|dat|het)|gore|(?:gore|rot|vuile|smerige) ?streek|"
        # reproach
        r"hoe durven|hoe durft|durft? u|zijn jullie (?:gek|doof|blind|serieus|helemaal|wel)|wel goed (?:wijs|snik)|wat mankeert|wat bezielt|wat denken jullie|wat doen jullie|doen jullie de hele dag|blind zijn|bent u doof|"
        r"snappen jullie|snapt u (?:het|dan)|welk deel van|noemen jullie|noemt u dit|dachten jullie|hoe verzin|hoe krijg je het|hoe (?:moeilijk|lastig) kan|is (?:\w+ )?(?:lezen|luisteren|bellen) (?:\w+ )?(?:zo )?(?:moeilijk|lastig|teveel)|"
        r"heb je enig idee|enig idee wat|hoe (?:vaak|lang) moet (?:ik|een mens|dit|dat|jullie|u)\b|hoe lang denken|moet ik soms|is dit een|leg (?:me|mij|dat|mij dat) (?:\w+ ){0,2}eens|doe (?:normaal|je werk|eens|me een lol|gewoon)|nu meteen|per direct\b(?! overstappen)|onmiddellijk|eis\b|"
        r"hou(?:d|dt)? (?:\w+ )?op\b|ophouden|stop (?:daar)?mee\b|stop met (?:\w+ ){0,3}(?:sturen|liegen|bellen|afschrijven)|geef antwoord|ik zeg het|ik vraag het niet|voor niks|vernederd|behandeld als|minachting|"
        r"uitgescholden|uitgelachen|lachen ons|schold|schreeuwde|beledig|voor schut|voor paal|voor gek|verpest|vergald|geruineerd|naar de (?:knoppen|maan|haaien|filistijnen)|kastje naar de muur|"
        r"niet voor mogelijk|zo ben ik nog nooit|nog nooit (?:zulke|zo'n (?:slecht|klant|bedrijf|onbeschoft))|zielig|houding\b|toontje|complete|gewoon niks|he\?|echt\?+|serieus\?|grap\b|rommel\b|portemonnee|"
        r"nooit meer|nooit weer|(?:nooit|niet) (?:meer )?bij jullie|een ster\b|klant (?:kwijt|verloren)|kwijt\b.{0,12}klant|iedereen (?:vertellen|waarschuwen|afraden)"
    ),
    "praise": (
        r"(?<!nog )bedankt(?! (?:voor niks|he\b))|bedanken|dank\w*(?! voor niks)|merci\b|super|geweldig|fantastisch|uitstekend|perfect|prima(?!\. )|top\b|topper|fenomenaal|grandioos|schitterend|"
        r"prachtig|wauw|wow\b|hoera|yes\b|joepie|(?:heel|erg|zo|echt|ontzettend|enorm|zeer) (?:blij|tevreden|fijn|goede?\b(?! mogelijk)|mooi|lief|aardig|vriendelijk|leuk|lekker|netjes|duidelijk)|"
        r"blij (?:met|dat|mee)|tevreden\b|aanrader|aanbevel|compliment|pluim|vriendelijk(?! verzoek)|behulpzaam|hartelijk|aardig|lief|attent\b|zorgzaam|professioneel|goud waard|een schat|kanjer|droom|"
        r"netjes (?:geholpen|bezorgd|verpakt|opgelost|afgewerkt)|heel netjes|snel (?:geleverd|geholpen|bezorgd|opgelost|gereageerd|keken|geregeld)|lekker(?! (?:bezig|is dat|dan))|heerlijk(?!, )|verrukkelijk|"
        r"mooie?\b(?! hoor)|fijne?\b(?! hoor| zijn)|de beste\b|beste (?:\w+ )?(?:ooit|ter wereld)|werkt (?:perfect|goed|prima|uitstekend|weer)|keurig|vijf sterren|hulde|chapeau|petje af(?!\. )|ga zo door|"
        r"genoten|waardeer|waardering|leuke?\b(?! truc| hoor)|opgelost|onvergetelijk|dolblij|superblij|dolgraag|plezier|trots|dankbaar|proficiat(?!\.)|geslaagd|gelukt|zit als gegoten|komen terug|"
        r"nog nooit zo(?:'n)? (?:goed|lekker|fijn|snel|mooi|aardig)|tot in de puntjes|verademing|geen spijt"
    ),
    "asking": (
        r"hoe (?:kan|moet(?! (?:ik dat|een mens))|lang|werkt|veel|laat|zit|wijzig|zeg|meld|stel|vaak\b|vraag|claim|verwijder|hard|heet|zie|herken|open|verander|dien|voorkom|exporteer|krijg (?:ik|we)|gaat dat|doe ik)|"
        r"wat (?:kost|zijn (?:de|jullie (?!voor)|uw)|is (?:de|het|jullie|uw|een)|moet|voor|betekent|wil|gebeurt|doe ik|verandert|raad|heb ik|ben ik|zou)|(?<!sinds )wanneer|waar (?:kan|is|vind|staat|zijn|moet(?:en)?|laat|haal|lever)|"
        r"welke|wie (?:kan|moet|is|regelt)|kunt (?:u|ge)|kun je|kan ik|graag (?:weten (?:hoe|of|wat|welke|wanneer)|bestellen|reserveren|wijzigen|informatie)|"
        r"(?:\A|(?<=[.,:;?!)] ))(?:kunnen|hebben|doen|geven|verkopen|maken|nemen|bezorgen|weten|raden|willen|zijn) (?:jullie|we|wij)\b(?! (?:daar|echt|wel|nou|eigenlijk|soms|dan|tenminste|geen))|"
        r"(?:\A|(?<=[.,:;?!)] ))(?:kan|is|was|mag|moet|zou|gaat|geldt|werkt|komt|bestaat|staat|valt|telt|past|heeft|hoort|klopt|wordt|krijg|kom|heb|ben|hebt|heeft|zijn|mogen|moeten|zouden|kunnen|wil|wilt|weet|weten|klopt|bestaan) "
        r"(?:het|er|dit|dat|de|een|ik|we|wij|u|je|men|mijn|onze|jullie|iemand|iets)\b|"
        r"mogelijk\b(?!\")|vraagje|(?:een|volgende|kleine|korte) vraag\b|(?:een )?vraag over|informatie|benieuwd (?:naar|hoe|of)|ik zoek\b|zoek(?:en)? (?:een|iets|wij|nog)|tips\b|laat (?:me|mij|ons) weten|beschikbaar|voorraad|"
        r"openingstijden|(?<!op )prijs\b(?! (?:in het|had))|offerte\b(?! niet)|uitleggen|bevestigen|levertijd|gewoonlijk|gemiddeld|verschil\b|geschikt|procedure|klachtenregeling|klachtenprocedure|voorwaarden\b|onder de garantie|"
        r"valt .{0,24}onder|raadt u|alternatief"
    ),
    "ordering": (
        r"bestellen|reserveren|reservering|ik wil(?: graag)? (?:bestell|boeken|reserv|een|twee|mijn)|inplannen|langskomen|kopen\b|huren\b|"
        r"graag (?:bestel|boek|reserveer|zou|wil|een|na|voor)|afspraak|bijgevoegd|bijlage|hierbij|bij deze|nieuw adres|nieuwe adres|gegevens|polisnummer is|"
        r"verhuis|verhuizen|wijzig|aanpassen|omzetten|verzetten|verplaats|doorgeven|noteren|abonnement|factuur|btw|inschrijv|aanmeld|ophalen|haalt? .{0,16} op\b|opgehaald|"
        r"bezorgen op|nieuwsbrief|cadeau|cursus|proefles|workshop|solliciteer|sollicitat|vacature|stage|"
        r"heb (?:ik )?(?:betaald|overgemaakt|opgestuurd|ontvangen|ingevuld|getekend)|zojuist overgemaakt|vandaag over(?:maken|gemaakt)|ter info|ter herinnering|geheugensteuntje|ter bevestiging|bevestig|even doorgeven|"
        r"toevoegen|upgraden|overstappen|bestelling plaatsen|akkoord|opzeggen|zeg(?:gen)? (?:\w+ ){0,6}op\b|stopzetten|op pauze|stilzetten|afmelden|ruilen|retourneren|retour\b|omruilen"
    ),
    "courtesy": (
        r"alstublieft|alsjeblieft|aub\b|a\.u\.b|svp\b|graag|zou u|zou je|zouden jullie|wilt u|wil je|mag ik|alvast (?:bedankt|dank|hartelijk)|"
        r"bij voorbaat|vriendelijke groet|vriendelijk verzoek|met vriendelijke|groetjes|hoogachtend|geachte|beste\b|hallo|hoi\b|dag!|goedemorgen|goeiedag|goedendag|"
        r"goedemiddag|goedenavond|ik begrijp|begrijp (?:ik|dat)|begrip voor|indien mogelijk|als het kan|als dat kan|misschien|geen haast|niet dringend|wanneer het u schikt|"
        r"sorry (?:dat|voor)|excuses voor het (?:storen|lastig)|helaas|een beetje|wat\b (?:laat|lang|druk)|wellicht|hopelijk|hoop dat|zie ik graag|hoor(?: het)? graag|stel(?:len)? het op prijs|op prijs stellen|zou fijn zijn|"
        r"waarderen|mocht|met alle plezier|gerust\b|verder (?:prima|niets|een|was)|overigens|best wel|ik wil(?:de)? u"
    ),
    "denying": (r"niet\b|geen\b|nooit|niemand|niets|niks|nergens|zonder|noch\b|nul\b|evenmin"),
    "lasting": (
        rf"(?<!om )(?<!rond )(?<!tegen )(?<!na )(?<!dag )(?<!morgen )(?<![.:,])(?!een\b){NUMBER} (?:\w+ )?(?:weken|dagen|maanden|uur|uren|keer|maal|jaar|nachten|minuten|mails?|telefoontjes|brieven|berichten|telefonisten|mensen|afdelingen|medewerkers|formulieren)\b(?! (?:later|oud|eerder)\b)|"
        r"(?:bijna|ruim|meer dan|zeker|minstens|al) een (?:half )?(?:uur|week|maand|jaar|dag)|"
        rf"{ORDINAL} (?:\w+ )?(?:keer|bericht|mail|maal|nacht|dag|week|maand|monteur|technieker|afspraak|brief|aanmaning|poging|levering|telefoontje|factuur|storing|fout|klacht|herinnering)|"
        rf"(?:halve?|heel|hele|half) (?:{TIME}|dag|middag|ochtend|avond|zomer|winter|vakantie|werkdag)|sinds (?:{DAY}|{MONTH}|vorig|eind|begin|jullie|uw|de|het|\d)|"
        rf"al (?:ruim |bijna |meer dan |zeker )?{NUMBER} {TIME}|op rij\b|achter elkaar|keer op keer|week na week|maand na maand|steeds maar|maar door\b|eindeloos|"
        r"(?<!doet het )(?<!werkt het )(?<!werkt )(?<!loopt )(?<!dit )(?<!volgend jaar )weer\b(?! (?:open|thuis|blij|langs|gewoon|goed|met plezier|vrij|in orde|een bakker))|alweer|opnieuw|nog steeds|nog altijd|(?<!na )al\b(?! (?:onderweg|klant|de volgende))|"
        r"elke keer|iedere keer|telkens|steeds|elke\b|iedere\b|sinds\b|sindsdien|voor de zoveelste|altijd|nog een keer|wederom|tot op heden|tot nu toe"
    ),
    "accusing": (
        rf"(?:jullie|die|je) {STAFF}|jullie (?:hebben (?!me te veel)|moesten|moeten|blijven|kregen|krijgen|lieten|laten|deden|doen alsof|weten|wisten|raken|sturen|stuurden|schreven|beweren|denken|vergeten|vergaten|verkopen|konden|mogen|durven|vertikken|liegen|waren|verliezen|vinden|noemen|zeggen|zeiden|beloven|beloofden|maken|maakten|vragen|reageren|nemen|eigen (?!\w+ aannemer))|"
        r"(?:dachten|denken|lezen|snappen|noemen|durven|zitten|vinden|begrijpen|luisteren|beseffen|schamen|verwachten|menen|bellen) jullie\b|(?:kunnen|hebben|zijn|bestaan|doen|weten|worden) jullie (?:daar|echt|eigenlijk|nou|wel|tenminste|soms|uberhaupt|dan|geen|nooit)\b|"
        r"(?:door|van|met|aan|op) jullie\b(?! (?:hulp|uitleg|winkel|gekocht|site|collega))|jullie (?:gedrag|gedoe|gezeur|spelletje|zogenaamde|waardeloze|stomme|belabberde|eeuwige|rot\w*|mooie (?!winkel|zaak))|"
        r"u (?:schrijft|noemt|beweert|verliest|krijgt tot|stuurt mij|houdt mij|vroeg weer)|houdt u (?:mij|me)|hoe (?:durven|kunnen jullie|kan het|is het)|waarom (?:moet|krijg|doen|doet|is|word|wordt|betaal|zou|lukt|neemt|reageert|belt|hoor|hebben|zijn|laten|kunnen)\b|"
        r"wie (?:heeft (?:jullie|toestemming|dit|dat|bij)|geeft jullie|bedenkt|het bedenkt)|wat (?:doen jullie|is dit|zijn jullie voor|zijn dat voor|voor (?:\w+ ){0,2}zijn jullie|voor troep|denken)|hou(?:dt|d)? (?:toch |eens |nou )?op\b|"
        r"stop\b(?! ermee)|geef (?:me|mij|gewoon|toe|antwoord|nu)\b|verbind (?:me|mij)|doe je|waag|annuleer (?:alles|nu|die|dat)|repareer|laat me (?:met|niet)|schaam|en (?:nu|dan|weer) (?:\w+ )?(?:moet|mag|durven|krijg|ben ik|word|staan)|\Adus (?:als|de|even|nu|ik)\b|"
        r"had (?:me|mij) dan|zoek het (?:zelf|maar)|kom (?:je|me) (?:niet )?aan"
    ),
    "own": (
        rf"(?:door )?mijn (?:eigen )?(?:fout|schuld|vergissing|gestuntel|onhandigheid|slordigheid)\b(?!\?)|(?:eigen|onze) (?:schuld|fout)|(?:stom|dom|slordig|onhandig|suf) van (?:me|mij|ons)\b|oeps|haha|foutje van mij|"
        r"verkeerde (?:datum|maat|dag|kleur|winkel|knop|adres|ruit|regel) (?:besteld|gekozen|opgegeven|doorgegeven|ingevuld|voor me)|sorry, verkeerde|ik heb (?:me|mij) (?:vergist|bedacht|versproken|vertypt|verslapen)|(?:me|mij|ons) bedacht\b|van gedachten veranderd|bij nader inzien|per ongeluk|"
        r"ik (?:ben|kom|heb|was|had|vergat|sta) .{0,24}(?:later\b|te laat|vergeten|kwijt|verloren|laten vallen|laten liggen|over het hoofd|niet goed gelezen|verkeerd|vergist|fout\b|dubbel geklikt)|(?:glad|helemaal) vergeten|ik (?:vergat|verloor|morste|brak|klikte|reed te)\b|"
        r"(?:ben|was|waren|zijn) (?:\w+ )?(?:hem|haar|het|ze|de \w+|mijn \w+|ik \w+) (?:even )?(?:kwijt|vergeten|verloren)|over het hoofd gezien|"
        rf"zelf (?:\w+ ){{0,3}}(?:laten vallen|kapot|stuk|in de war|te hard|verkeerd|tegenaan|gebroken|vergeten)|(?:mijn|onze|ons) (?:\w+ )?{KIN} (?:\(\d+\) )?(?:heeft|had|liet|is|gooide|brak) .{{0,40}}(?:gegooid|gestopt|gebroken|verloren|kwijt|laten vallen|gegeten|doorgeknaagd|gekauwd|ziek|verkouden|fout gemaakt)|"
        r"laten (?:vallen|liggen)|(?:mijn|onze) (?:oude|vorige) .{0,24}(?:kapot|stuk|geest|overleden|begeven|gebroken)|gaf .{0,24}de geest|gleed uit|in (?:het|de) (?:toilet|wasbak|bad|water|wc) (?:laten )?(?:gevallen|vallen|gespoeld)|"
        r"kan ik niet komen|ik kan .{0,16}niet\b(?! meer| bij)|(?<=\w )(?<!keer )(?<!dus )als ik\b|ik lag (?:ziek|met griep)|ben ziek|verkouden|in de file|door (?:de|het) (?:sneeuw|storm|onweer|ijzel|weer|file|staking|kermis)|met (?:die|deze|zo'n) (?:sneeuw|storm|drukte)|"
        r"(?:zeg|zeggen|stop|stoppen) .{0,30}(?:omdat|want|wegens|vanwege) .{0,12}(?:verhui|zwanger|pensioen)|we(?:gaan)? verhuizen|verhuizen (?:we|naar)|geen (?:klacht|punt|ramp|probleem|verwijt)\b|(?:is )?(?:voor ons |voor mij )?geen probleem|niets? te klagen|"
        r"andere (?:firma|webshop|winkel|aanbieder|partij|bank|verhuurder|aannemer) |(?:vorige|oude) (?:eigenaar|aanbieder|verhuurder|energiebedrijf|huisbaas|garage)|elders\b|(?:boven|onder)(?:buur|bur)|mijn ex\b"
    ),
    "solved": (
        r"(?:doet het|werkt|loopt|draait) (?:\w+ )?(?:weer|nu|sinds|gewoon)(?! niet)|weer (?:goed|in orde|helemaal|open|met plezier)|alles (?:is |was )?(?:in orde|goed|werkt|naar wens|duidelijk|klopt)|opgelost|rechtgezet|verholpen|hersteld\b|geregeld|uit de wereld|bedrag klopt|"
        r"eerst (?:vond|dacht|was)|(?:vandaag|toch nog|al) (?:aan)?gekomen|binnengekomen|binnen gekomen|goed werk|niets te klagen|te mopperen|geen klachten|dank voor (?:de|het|uw|jullie) (?:snelle|goede|hulp|herstel)|bleek (?:gelukkig|niks|niets|gewoon|mee te vallen)|"
        r"gelukkig(?! (?:zag|had|was|merkte) ik)|meegevallen|viel (?:reuze |gelukkig )?mee|niet nodig|hoeft niet|u hoeft|mag (?:gewoon )?(?:vervallen|gesloten)|kunt (?:u |de )?.{0,16}(?:sluiten|negeren)|laten vervallen|is (?:al )?(?:betaald hoor|gevonden|er[.!])|niet verwacht, heel|kan iedereen|kan gebeuren(?! maar)|"
        r"eindelijk (?:gelukt|rust)|was terecht|bij jullie (?:eindelijk|wel)|alsnog gekregen|snap ik (?:de|het)|verademing|veilig aankomen|geen spijt"
    ),
    "threat": (
        # authorities, courts, press
        r"of ik (?:bel|ga|stap|zeg|kom|schakel)|kantonrechter|rechter\b|rechtbank|rechtszaa|rechtsbijstand(?!.{0,24}\?)|juridisch|advocaat|jurist|gerechtelijk|dagvaard|ingebrekestelling|in gebreke|aangifte (?:doen|bij|tegen)|doe ik aangifte|politie|"
        r"consumentenbond|test-?aankoop|acm\b|afm\b|kifid|nvwa\b|igj\b|ggd\b|autoriteit|toezichthouder|inspectie|ombuds|huurcommissie|geschillencommissie (?:in|krijgt|weet|hoort)|naar de geschillen|tuchtcollege|dierenbescherming|economische inspectie|melding bij|bel ik de gemeente|ik de gemeente|"
        r"(?:tros |avrotros ?)?radar\b|(?:vara )?kassa (?:in|op|van|weet|hoort|krijgt)|programma kassa|opgelicht\?!|journalist|de krant\b.{0,16}(?:weet|hoort|$)|naar de (?:krant|pers|media)|stap naar|openbaar(?:heid)?|social media|sociale media|trustpilot|recensie|een ster|review|"
        # ultimatum, leaving, not paying
        r"(?:krijgt|krijgen|hebben|hebt) (?:\w+ )?(?:nog )?(?:tot|exact|precies) |tot (?:vanavond|morgen|vrijdag|twaalf uur|\d+ uur)|uiterlijk .{0,20}anders|anders (?:ga|gaat|doe|stap|bel|schakel|dien|ben|gooi|zeg|laat|hoort)|zo niet,|laatste (?:kans|waarschuwing|keer dat|sommatie)|binnen (?:een|24|48) uur(?! (?:geregeld|geholpen|opgelost|gereageerd|antwoord|geleverd))|voor twaalven|sommeer|stel (?:u|jullie) (?:hierbij )?(?:in gebreke|aansprakelijk)|aansprakelijk|"
        r"storneren|laat ik .{0,16}terugboeken|betaling (?:\w+ )?(?:stopgezet|ingetrokken)|betaal (?:ik )?(?:geen cent|niks|niets)|stuur (?:ik )?jullie de rekening|reken (?:daar )?(?:maar )?op\b|zeg(?:gen)? (?:\w+ )?alles op|ik ben weg|concurrent|stap over naar|stap(?:pen)? (?:\w+ )?over\b|kom niet aan|kom langs|op de stoep|"
        r"laat ik het niet bij|laat (?:ik )?dit niet|niet over mijn kant|zonder gevolg|dit krijgt een staart|hoort (?:u|hiervan)|horen jullie (?:nog|van)|weet ervan|zwart op wit|leidinggevende|directie|je baas\b|jullie baas|de baas spreken|zijn naam|hebben tot|"
        # sneering
        r"waar betaal ik|betaal ik jullie|(?:daar|ervoor) worden jullie voor betaald|greintje|kom me niet|toe maar|knap hoor|bijzonder (?:knap|attent|professioneel)|attent hoor|mooi hoor|fijn hoor|lekker bezig|lekker is dat|lekker dan|goed bezig|goed gedaan hoor|slim hoor|leuke truc|leuk hoor|nou,? (?:lekker|fijn|mooi|bedankt|moe)|gefeliciteerd, (?:jullie|mijn|u)|"
        r"gefeliciteerd (?:met|hoor)|van harte met|proficiat\.?$|bravo\b|petje af\.|topbedrijf|briljant|kostelijk|interessant\.|toevallig he|wat een service|dank(?:t)? voor niks|bedankt voor niks|bedankt he\b|nog bedankt voor|o fijn|oh fijn|ach ja|ja hoor\b|hoe slaap|is daar iemand|werkt er .{0,16}mens|"
        r"bekijk het maar|laat maar\.|zoek het (?:zelf )?(?:maar )?uit|nou ja zeg|man man man|amai|allez|zeg luister|luister eens|schiet eens op|kap (?:eens|ermee)|hoe vaak nog|succes (?:ermee|met die)|als de kippen|worst wezen|zal jullie (?:een )?(?:zorg|worst)|doet er (?:toch )?niemand|zoooo|tegen een muur"
    ),
}
