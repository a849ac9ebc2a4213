"""Who acts for the customer in Lithuanian, what reaches the customer, and who and what is none of our doing."""

TEAM = (
    r"(?:koleg\w+|kolektyv\w+|vadybinink\w+|meistr\w+|techni[kc]\w*|specialist\w+|komand\w+|vadov\w+|konsultant\w+|"
    r"inzinier\w+|vairuotoj\w+|darbuotoj\w+|administrator\w+|buhalter\w+|(?:klientu|pirkeju) aptarnav\w+|skyri\w+|"
    r"servis\w+|montuotoj\w+|elektrik\w+|santechnik\w+|ekspert\w+|direktor\w+|kazkas is musu|"
    r"musu (?:zmo\w+|vyr\w+|klinik\w+)|sandel\w+|dirbtuv\w+|parduotuv\w+|gydytoj\w*|siuvej\w*|sodinink\w*|spynini\w*|"
    r"dazytoj\w*|stali[ua]\w*|kepej\w*|virej\w*|fotograf\w*|valytoj\w*|slaugytoj\w*|stogdeng\w*|registratur\w*|"
    r"recepcij\w*|registrator\w*|brigad\w*|ekip\w*|kurjer\w*|isveziotoj\w*|krovej\w*|programuotoj\w*|analitik\w*|"
    r"operator[eiu]\w*|budin\w+ \w+|pamainos \w+|vilkik\w*|mechanik\w*|odontolog\w*|laborator\w*|vaistinink\w*|"
    r"kirpej\w*|masazist\w*|kineziterapeut\w*|psicholog\w*|veterinar\w*|patikr\w*|apdailinink\w*|klojej\w*|"
    r"suvirintoj\w*|dujinink\w*|kaminkre\w*|deratizator\w*|projektuotoj\w*|dizainer\w*|architekt\w*|matinink\w*|"
    r"vertintoj\w*|zalu \w+|teisinink\w*|juris[tk]\w*|finansinink\w*|asistent\w*|sekretor\w*|padejej\w*|mokytoj\w*|"
    r"treneri\w*|lektor\w*|destytoj\w*|koordinator\w*|kurator\w*|atstov\w*|dispecer\w*|portj\w*|kambarin\w*|"
    r"administracij\w*|personal\w*|pagalbos \w+|techninis \w+|laikrodinink\w*|auksakal\w*|batsiuv\w*|floristi?\w*|"
    r"konditer\w*|barmen\w*|padavej\w*|gid\w*|instruktor\w*)"
)
THINGS = (
    r"(?:(?:mikro)?siunt\w*|pakuot\w*|paket\w*|prek\w*|dez\w+|uzsakym\w*|sofa|spint\w*|lova|komod\w*|telefon\w*|"
    r"kompiuter\w*|aparat\w*|irengin\w*|irang\w*|prietais\w*|skaitikl\w*|kortel\w*|saskait\w*|fakt\w*|pinig\w*|"
    r"sum\w+|les\w+|kompensacij\w*|permok\w*|depozit\w*|uzstat\w*|grazinim\w*|nuolaid\w*|kupon\w*|kod\w+|nuorod\w*|"
    r"laisk\w*|zinut\w*|atsakym\w*|sprendim\w*|isvad\w*|rezultat\w*|tyrim\w*|ataskait\w*|sutart\w*|dokument\w*|"
    r"pazym\w*|ceki\w*|biliet\w*|rakt\w*|slaptazod\w*|prieig\w*|paskyr\w*|rys\w+|internet\w*|elektr\w*|vand\w+|"
    r"duj\w+|sild\w+|signal\w*|linij\w*|paslaug\w*|numer\w*|sistem\w*|puslap\w*|svetain\w*|program\w*|versij\w*|"
    r"pataisym\w*|pataisa|atnaujinim\w*|detal\w*|dal(?:is|ys)|masin\w*|automobil\w*|dvirat\w*|laikrod\w*|akini\w*|"
    r"lesi\w*|vaist\w*|recept\w*|siuntim\w*|gel\w+|puokst\w*|tort\w*|kambar\w*|stal\w+|lift\w*|lang\w*|dur\w*|"
    r"virtuv\w*|stog\w*|sien\w*|grind\w*|bat\w+|suknel\w*|drabuz\w*|kostium\w*|pasiulym\w*|samat\w*|patvirtinim\w*|"
    r"licencij\w*|imok\w+|mokest\w*|kredit\w*|paskol\w*|draudim\w*|polis\w*|zalos|cip\w*|sim|modem\w*|"
    r"marsrutizator\w*|antena|bald\w+|skalbykl\w*|saldytuv\w*|viryk\w*|katil\w*|radiator\w*|siurbl\w*|baterij\w*|"
    r"ikrovikl\w*|padang\w*|likut\w*|dovan\w*|ziedas|papuosal\w*|naujien\w*|informacij\w*|zinia|zinios|duomen\w*|"
    r"byl\w+|failai?|nuotrauk\w*|brezini\w*|projekt\w*|skambut\w*|vizitas|laikas|vieta|pakaital\w*|maistas|pusryciai|"
    r"patal\w*|ranksluos\w*|lovyt\w*|transportas|taksi|masinyt\w*|vilkikas|viskas|skund\w*|prasym\w*|klausim\w*|"
    r"problem\w*|gedim\w*|klaid\w*|darb(?:as|ai)|remont\w*|protez\w*|karun\w*|ortez\w*|medziag\w*|plytel\w*|"
    r"cement\w*|malk\w*|granul\w*|kuras|asfaltas|tvor\w*|vart\w*|spyna|spynos|zaliuz\w*|rolet\w*|uzuolaid\w*|"
    r"kilim\w*)"
)
# In the nominative, as are those below: who would do it.
CUSTOMER = (
    r"(?:klient(?:as|e|ai)|kl\.|pirkej(?:as|a|ai)|vartotoj(?:as|a|ai)|abonent(?:as|e|ai)|"
    r"pacient(?:as|e|ai)|sve(?:cias|ciai|cia)|gyventoj(?:as|a|ai)|lankytoj(?:as|a|ai)|keleiv(?:is|e|iai)|"
    r"uzsakov(?:as|e|ai)|skambinan\w+|zmogus|ponas|ponia|naudotoj(?:as|a|ai)|draudejas|moksleivis|studentas|mokinys|"
    r"narys|nare|nariai|savanoris|mociute|senele|mama|tetis|tevai|tevas|zmona|vyras|sunus|dukra|brolis|sesuo|"
    r"draug(?:as|e|ai)|kaimyn(?:as|e|ai|ka)|nuominink(?:as|e|ai)|gavej(?:as|a)|siuntej(?:as|a))"
)
# Others than us; those named with “our” before or after them are ours.
OTHERS = (
    r"(?:bank(?:as|ai)|dpd|omniva|lp express|venipak|gls|dhl|ups|fedex|(?:lietuvos |(?<!el\. ))pastas|"
    r"gamintoj(?:as|ai)|gamykla|tiekej(?:as|ai)|veze?j(?:as|ai)|draudik(?:as|ai)|"
    r"draudimo (?:bendrove|imone|kompanija)|muitine|importuotoj(?:as|ai)|platintoj(?:as|ai)|"
    r"partner(?:is|iai)|vmi|sodra|ligoniu kasa|policija|savivaldybe|seniunija|ministerija|"
    r"teism(?:as|ai)|prokuratura|antstol(?:is|e|iai)|notar(?:as|e|ai)|advokat(?:as|e|ai)|registru centras|regitra|"
    r"ambasada|konsulatas|universitetas|mokykla|darzelis|ligonine|poliklinika|eso|ignitis|telia|tele2|bite|"
    r"vandentiek(?:is|iai)|\w+ vandenys|silumos tinklai|mokejimo sistema|paypal|mastercard|pardavej(?:as|ai)|"
    r"nuomotoj(?:as|ai)|savinink(?:as|e|ai)|seimininkas|pirminink(?:as|e)|bendrija|namo administratorius|"
    r"administruojanti \w+|siuntu tarnyba|kurjeriu tarnyba|transporto imone|rangov(?:as|ai)|statyboviet\w+|"
    r"oro linijos|aviakompanija|viesbutis|agentura|mokesciu inspekcija|inspekcija|inspektor(?:ius|e)|bendrove|"
    r"imone|(?:tinkl\w+|skirstymo|rinkos|rysio|kit\w+) operator(?:ius|iai)|lizing(?:as|o bendrove)|kredito unija|"
    r"taryba|vyriausybe|seimas|organizatori(?:us|ai)|tarpinink(?:as|e)|fond(?:as|ai)|asociacija|federacija|"
    r"kooperatyvas|klubas|turgus|sinoptikai|greitoji|ugniagesiai|birza|kelininkai|komunalininkai|"
    r"konkurentai?|(?:jusu|savo) (?:pacios? |paties )?(?:elektrikas|meistras|santechnikas|gydytoja|gydytojas|vadovas|"
    r"buhaltere|teisininkas|inzinierius|technikas|specialistas|statybininkai|programuotojas|vairuotojas|kurjeris|"
    r"administratorius|it \w+|technine \w+)|darbdavys|kita (?:firma|imone|klinika|istaiga)|kitas tiekejas|apple|google|microsoft|amazon|samsung|"
    r"gelezinkeliai|oro uostas|uostas)"
)
# Whoever else has a trade or an office and is not of the team.
STRANGERS = rf"(?!{TEAM}(?!\w)|egzempliori|radiatori|akumuliatori|monitori|kondicionieri|generatori|kompresori|procesori)(?:\w{{3,}}(?:inink(?:as|e|ai)|toj(?:as|ai)|ej(?:as|ai)|ori(?:us|ai))|tarnyba|valdyba|istaiga)"
# What takes place without a promise of ours to this customer.
EVENTS = (
    r"(?:traukin(?:ys|iai)|autobus(?:as|ai)|skryd(?:is|ziai)|reis(?:as|ai)|lektuv(?:as|ai)|kelt(?:as|ai)|"
    r"troleibus\w+|rengin(?:ys|iai)|koncertas|spektaklis|filmas|paskaita|mokymai|kursai|seminaras|paroda|muge|"
    r"rungtynes|turnyras|akcij(?:a|os)|konkursas|loterija|apklausa|registracija|"
    r"(?:centras|(?:klientu|pagalbos|aptarnavimo) linija|kasa|skyrius|punktas)(?= (?:\w+ )?veiks)|"
    r"kain(?:a|os) (?:\w+ ){0,2}?(?:did|kil|keis|keic|pad|aug|pasik|bus)\w*|tarif(?:as|ai)|ikainiai|palukanos|"
    r"(?:biuras|ofisas|salonas|muziejus|baseinas|klubas)(?= (?:[\w.]+ ){0,3}?(?:persikel|veik|kraust|atver|uzver))|"
    r"stovejim\w+|parkavim\w+|pamainos? mano|mano pamaina|nuoma(?= (?:\w+ )?(?:bus|baig|pasibaig|prasid|galio|kain))|galiojim\w+|"
    r"nauji? metai|sventes?|velykos|kaledos|susirinkimas|posedis|egzaminas|pamokos|ekskursija|sezonas|"
    r"(?:kit(?:as|a)|sekant(?:is|i)|eilin(?:is|e)|menesin(?:is|e)) (?:\w+ )?(?:mokejim\w+|imok\w+|saskaita|mokest\w+)|"
    r"(?:mokejimo|apmokejimo|imokos) (?:terminas|diena|data|laikas)|oras|lietus|sniegas)"
)
