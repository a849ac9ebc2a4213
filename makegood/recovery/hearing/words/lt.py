"""Words by which Lithuanian customers complain, rage, praise and ask: beginnings of words, without diacritics."""

SIGNS = {
    "trouble": (
        r"neveik|nebeveik|suged|suluz|sulauzyt|lauzt|defekt|brok|pazeist|iskil|ibrez|subraiz|suply|plys|iplys|"
        r"suduz|truksta|nera\b|ne ta|ne tas|ne toki|ne tok|ne mano|klaid|klaiding|neteising|veluo|velav|velin|"
        r"vel(?:uoj)|vis dar (?:ne|lauk)|iki siol|lauki|laukiu|laukiam|lauk(?:ia|iau)|neatvyk|neatvez|neatsiun|"
        r"neatej|neatvaz|negav|nesulauk|negaun|nepristat|negrazin|neatsak|neatsil|nereag|neskamb|nepaskamb|niekas|"
        r"jokio|joki|jokios|dingo|dingus|pamest|du kartus|dukart|antra karta|trecia karta|vel\b|pakartotin|"
        r"per daug nu|nuskait|permok|atsauk(?:e|et|tas)|atsisak|nesvar|purvin|salt(?:as|a|us)\b|nemand|siurks|"
        r"nemalon|dem(?:e|iu)|smird|dvok|triuksm|strig|stringa|nutruk|trukin|luz(?:ta|o|i)|problem|bed(?:a|os)|"
        r"blog|prast|"
        r"ne(?:isijung|uzsidar|tinka|atitin|krauna|prisijung|rodo|laiko|pavyk|sprend|pakeit|sutvark|pataisyt|pataise)|"
        r"zadej|pazadet|zadet|turej|tureto|grazinkit|grazinti pinig|kompens|atsiprasym|"
        r"be (?:ispej|zini|paaisk|sutik)|paslept|netiket|neisspr|nesutvark|sugad|pasibaig|sugest|nuvil|savait|"
        r"tuscia deze|neatid|nekokyb|apgadint|nesilaik|strin|sustoj|lup(?:as|a)|atsilup|nevaly|nesuregul|"
        r"perkel(?:e|ta|tas) (?:du|jau|be)|veliau\b|per (?:vel|did|maz|aukst|ilg|brang|sur)|didesn|praleist|"
        r"praleid|nebegal|negaliu|nepranes|neinform|neprane|jei atvirai|nelabai|visai ne|ne to(?:ks|kia|kios|kie)|"
        r"niekaip|be jokio|kas priklauso|stebina|pamet|nerimt|nesuprant|neatitik|nesutamp|mirga|mirks|"
        r"kelias dienas|nurodyt|atmest|istrig|dingsta|prarij|atmete|uzstrig|nerod|nematyt"
    ),
    "displeased": (
        r"skund|skundz|pretenz|nusivyl|nuvyl|nepatenkint|nepriimtin|gaila|deja|apmaud|nepatog|nemalon|susirupin|"
        r"nerim|nesitik|tikejausi (?:gere|kit)|nepateisin|liudn|nusivil|nesklandum|nepasitenkin|netenkin"
    ),
    "anger": (
        r"pasiut|isiut|siaubing|siaub|koktu|gėd|ged(?:a|os|inga|ysk)|apgav|sukci|vag(?:is|ys|yst|iat)|meluoj|"
        r"melagi|mela[sg]|idiot|kvail|debil|durni|bukapro|nesamon|absurd|absoliuciai|pasityc|tycioj|tyciot|"
        r"juok(?:as|inga|ing)|farsas|cirk|kiek galima|gana\b|uzten|prisoki|uzkniso|uzpis|velni|po velniu|sikn|"
        r"sud(?:as|ina)|srat|nach|blet|blia|advokat|teism|policij|vartotoju (?:teis|apsaug)|vvtat|nusiskusiu|"
        r"niekada (?:daugiau|nebe)|daugiau (?:niekada|nebe|pas jus)|blogiaus|siaubas|klaik|sudinas|siuksl|bjaur|"
        r"slykst|islist|kaip (?:jus )?drist|kaip galima|ar jus (?:juok|rimt|normal|ty)|reikalauju|nedelsiant|"
        r"tuoj pat|dabar pat|kantryb|trukde|trukdz|bezdz|nekompetent|neigal|zlug|ziniasklaid|"
        r"visiems (?:papasak|pasak)|socialiniu tinkl|pinigu (?:plov|lup)|lupikav|lup(?:at|ate|asi)|apvog|apgaudin|"
        r"begedzi|begediskum|izul|nusispjov|spjaut|pajuok|ka jus (?:ten|is viso)|ar jus is viso|kas per|niek[sš]|"
        r"eikit (?:jus|po|velniop|sau)|smegen|sazin|atleis\b|praradot|praradote|klient[aą] prarad|verdu|pykti|"
        r"pyks|supyk|pyktis|asil|avin|avys|besdzion|sunsnuk|parsuvo|nusispjau|nemetyk|nebemetyk|mėtyk|virsinink|"
        r"vadov[aąo] (?:prie|duok)|ka jus ten|veikiat|suniui ant|veikiat visa diena|kvaisa|tinginia|godus|godzius|"
        r"egoist|arogan|chamas|cham|ziaur|zlugd|begedz|nusibod|atsibod|iki gyvo kaulo|nervai|nervin|prasmirdus|"
        r"suvokiat|rimtai\?|ane\?|juokaujat|apsijuok|susiprask|susigad|padug|nebepirks|nebeuzsak|baikit|nustokit|"
        r"liaukites|nera zodziu|zodziu neuzten|taip nepalik|prieziuros tarnyb|isvadin|isplust|aprek|izeid|kvailum|"
        r"plesik|bravo\b|padavi|paduosiu|akli\b|apgailet|pazemin|pavies|visiskas|visiska|vagyst|vadinat|pokst|"
        r"susikisk|susimau|susimov|drasos|piniginė|pinigine|sugriuv|grasau|nepamatysit|nebeprasau|"
        r"arba (?:taisot|grazin)|bardak|netvark|bjaurast|nusisp|isjuok|kaip drist|bandit|atsakykit man|vien tyla|"
        r"gyvenime nemac|baidykl"
    ),
    "praise": (
        r"aciu|dekoj|dekui|puik|nuostab|fantastisk|super\b|saun|labai (?:patenk|dziaug|patik|gera|grei)|patenkint|"
        r"patiko|patinka|rekomend|tobul|dziaug|malon(?:us|iai|i|u)|smagu|geriausi|"
        r"greit(?:ai|as) (?:ir|pristat|atsak)|labai profesional|profesionaliai|gera(?:s|i)? darb|"
        r"veikia (?:puik|gerai|nuost)|skan|zavi|sutvark(?:e|ete|yta) grei|penkios zvaig|linkejim|sekmes|issprend|"
        r"pagirti|komplimen|nepriekaist|ispud"
    ),
    "asking": (
        r"ar (?:gal|yr|tur|jus|man|es|si|priim|reik|veik|dirb|pristat|imanom|bus|tinka|as|parduod|siunciat)|"
        r"kaip (?:gal|man|reik|uzsak|pakeis|prisij|grazin|atsi|isjung|ijung)|kada|kur (?:gal|yra|ras|jus|rand)|"
        r"kiek (?:kain|laik|truk|kost|mok)|koki(?:a|as|e|os|u|us)?\b|kas (?:reik|ijei)|kuri(?:s|a|o|uo)?\b|"
        r"gal (?:gal|tur|zin|imanom)|norec|noretu|nore(?:ciau) (?:suzinot|paklaus|uzsak|pasitik)|domi(?:na|uos)|"
        r"klausim|informacij|kain(?:a|os|uoja)|darbo laik|imanoma|patarkit|pasakykit|paaiskinkit"
    ),
    "ordering": (
        r"uzsakau|noriu (?:uzsak|rezerv|pakeis|regis|isig|prenum)|"
        r"noreciau (?:uzsak|rezerv|pakeis|regis|isig|prenum)|"
        r"prasau (?:atsius|rezerv|pakeis|prid|issius|isras|atnauj|uzreg)|rezerv|rezervac|registr|pridedu|siunciu|"
        r"naujas adres|persikel|keiciasi|pakeisti adres|prenumerat|saskait|pvm|atsiims|atsiimsiu|pristatykit|"
        r"sumokejau|apmokejau|pervedziau|gavau (?:siunt|saskait|laisk)|informuoj|pranes|dovan|naujienlaisk|"
        r"uzpildziau|pasirasiau|vizit|isigyt"
    ),
    "courtesy": (
        r"prasau|prasom|prasyc|malon(?:iai|ekit)|butu (?:gerai|malon|puik)|is anksto (?:dek|aci)|pagarbiai|"
        r"gerbiam|laba diena|sveiki|suprant|jei (?:imanoma|galit|galima)|galbut|neskub|atleiskit|atsiprasau|"
        r"nenor(?:iu|eciau) (?:truk|kel)|buciau dekin|buciau (?:labai )?ded|siek tiek|truput|tikiuos|"
        r"lauksiu (?:jusu )?atsak|noreciau"
    ),
    "denying": (r"ne\w{3,}|nei\b|niek\w+|be\b|jok\w+"),
    "lasting": (
        r"(?:\d+|dvi|tris|keturias|penkias|sesias|kelias|du|penki|keturis|tris) (?:sav|dien|menes|valand|kart|met|skamb)\w*|"
        r"(?:antr|trec|ketvirt|penkt|sest)\w+ (?:kart|zinut|diena|savait)\w*|vel\b|vis\b|jau\b|iki siol|"
        r"kas(?:kart| kart| men| vakar| dien)\w*|nuo (?:tada|to|tos)|kiekvien\w+|nuolat|visada"
    ),
    "accusing": (
        r"jus\b|jusu\b|jusisk\w+|kaip (?:jus|galima|galit)|kodel|ka jus|kas (?:leido|per)|"
        r"\w+(?:ejot|ojot|avot|atet|etet|avote|ejote|ojote|otet|inot|inote)\b|\w{3,}kit\b|nustok\w+|baik\w+|"
        r"duok\w+|tuoj|gana|pamet\w+|pardav\w+|paimat|siulot|melav\w+"
    ),
    "own": (
        r"supainioj|suklyd|netycia|per klaida|(?:as )?(?:veluosiu|veluosime|pavelu\w+)|pameciau|pamirs(?:au|ome)|numeciau|pati? (?:numec|sulauz)|negalesiu|negaliu|jei as"
    ),
    "solved": (
        r"vel (?:veikia|vaziuoja|dirba|gerai)|viskas (?:gerai|tvarkoj|puiku)|sutvark|pataise|issprend|is pradziu|skustis nera|siandien atejo|saunu|aciu uz greita"
    ),
    "threat": (
        r"arba (?:as )?(?:skambin|ein|kreip)|teisme|savivaldyb|tarnyb|atsiliepim|uz ka as|uz ka moku|chaltur|nevykel|ne laso|padorumo|po galais|"
        r"rupus miltai|na aciu|sveikinu|saunuoliai|uzspring|as iseinu|nereikia man|pasipu|laukit|judin|nesamon|patrauk|gal patys|liauki|nebekalb|nekalbesiu"
    ),
}
