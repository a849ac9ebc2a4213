"""Dutch promises that are jotted down or told without saying who does it: notes of calls, things that come, work that is done."""

THING = (
    r"(?:offerte|terugkoppeling|antwoord|uitslag|credit(?:nota|factuur)|factuur|bedrag|geld|levering|aflevering|"
    r"bezorging|vervanging|vervangende? \w+|reparatie|montage|plaatsing|installatie|inmeting|bezoek|afspraak|terugbetaling|"
    r"restitutie|vergoeding|retourlabel|label|pakket(?:je)?|zending|bestelling|nabestelling|onderdeel|onderdelen|toestel|"
    r"contract|polis|rapport|verslag|bevestiging|mail|brief|cheque|cadeaubon|voucher|tegoed|pas|kaart|sleutels?|koffer|"
    r"bagage|ticket|code|update|patch|aansluiting|verbinding|kamer|plan|ontwerp|foto's|tegenvoorstel|voorstel|"
    r"telefoontje|belletje|bericht|bank|kast|keuken|wasmachine|koelkast|fiets|auto|leenauto|rolgordijn)"
)
DOING = (
    r"(?:loopt|rijdt|start|begint|verzorgt|plant|zoekt|boekt|crediteert|vergoedt|verstuurt|verzendt|ruilt|corrigeert|"
    r"activeert|annuleert|bevestigt|beantwoordt|onderzoekt|rapporteert|koppelt|bestelt|ruimt|schildert|vernieuwt|verhelpt|"
    r"ontstopt|test|print|legt|rondt|voert|meet|hangt|vult|schakelt|opent|verlengt|beoordeelt|behandelt|contacteert|"
    r"bel(?:len)?|belt|app(?:t)?)"
)
DAYS = (
    r"(?:morgen|overmorgen|vandaag|vanmiddag|vanavond|(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|(?:ma|di|wo|do|vr|za)\.?|"
    r"uiterlijk|binnen|voor|om|tegen|rond|volgende|deze|eind|begin|tussen|\d[\d:.]*)"
)
THEY = (
    r"(?:mevrouw|meneer|mevr?\.?|mw\.?|dhr\.?|(?:de |onze )?klant(?:e)?|hij|zij|ze|familie|gast(?:en)?|patient(?:e)?)"
)
# What we told them we would do counts, whatever tense it was told in.
TOLD = (
    r"(?:beloofd|toegezegd|afgesproken|gezegd|verteld|laten weten|aangegeven|bevestigd|gemeld|doorgegeven)"
    r"(?: (?:aan )?(?:haar|hem|klant|mevrouw|meneer))?,? dat (?!(?:u|je|hij|zij|ze|klant|mevrouw|meneer) )"
)
NOTED = (
    # “Offerte volgt maandag”, “het bedrag gaat morgen retour”, “er ligt een nieuw pakket bij u”
    rf"(?<!\w){THING}(?: [\w-]+){{0,2}}? (?:volgt|komt|gaat|staat|ligt|hangt|werkt)(?!\w)(?! (?:niet|over|om)\b)|"
    rf"(?<!\w)(?:volgt|komt|gaat|ligt|hangt|staat) (?:er )?(?:een |het |de |uw |je |jouw |nog )(?:[\w-]+ ){{0,3}}?{THING}(?!\w)|"
    # “Levering: zaterdag tussen 10 en 12”, “terugbellen do. 14:00”
    rf"^(?:\W*)(?:{THING}|terugbellen|nabellen|bellen|mailen|langsgaan|ophalen|nasturen|opsturen|crediteren)"
    rf"(?: [\w.'-]+){{0,4}}?:? ?(?=.*\b{DAYS})(?=[^?]*$)(?=(?:(?!\b(?:is|was|waren|zijn|heeft|had|loopt|geldt)\b).)*$)|"
    # “mijn leidinggevende, Karin, belt u vandaag nog”, “dan komt Youssef de ketel nakijken”
    r"(?<!\w)(?:belt|mailt|appt|bezoekt) (?:u|je|jullie)(?! (?:ons|mij|me|naar|met|het|even|gerust|dan|maar)\b)(?!\w)|"
    r"(?<!\w)komt (?!(?:u|je|hij|zij|ze|dit|dat|het|er)\b)[a-z]+ (?:\w+ ){0,3}?(?:bij u|bij je|nakijken|langs|halen|brengen|repareren|"
    r"plaatsen|meten|ophalen|kijken|installeren)(?!\w)|"
    # “morgen zit je simkaart in de bus”
    r"(?<!\w)(?:zit|zitten|ligt|liggen|valt) (?:uw|je|jouw|jullie|het|de) (?:[\w-]+ ){1,3}?(?:in|op) (?:de|het|uw|je) \w+|"
    # “mevrouw krijgt vrijdag een belletje”
    rf"(?<!\w){THEY}(?: [A-Z]?[\w-]+){{0,2}}? (?:krijgt|hoort|ontvangt)(?!\w)|"
    # “de kamer is voor drieen opnieuw schoongemaakt”
    rf"(?<!\w)(?:is|zijn) {DAYS} (?:[\w.:'-]+ ){{0,6}}?(?:ge\w{{3,}}(?:d|t|en)|\w+ge\w+(?:d|t|en)|klaar|hersteld|verholpen|"
    r"verwerkt|opgelost|beschikbaar)(?!\w)|"
    rf"(?<!\w){TOLD}"
)
