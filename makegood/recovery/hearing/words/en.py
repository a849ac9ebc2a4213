"""Words by which English customers complain, rage, praise and ask: beginnings of words, folded."""

SIGNS = {
    "trouble": (
        r"not work|n't work|doesnt work|stopped working|broke|broken|fault|defect|damaged|crack|scratch|torn|leak|"
        r"smash|missing|incomplete|wrong|incorrect|mistake|error|late\b|delay|overdue|"
        r"still (?:not|no|haven|has|hasn|waiting|nothing|did)|waiting|waited|"
        r"never (?:arrived|came|received|got|called|showed|turned|replied|delivered)|"
        r"(?:has|have|had)(?:n't| not) (?:arrived|received|been|come|heard|got|gotten|shipped)|"
        r"not (?:arrived|received|been|what|as described|delivered|happy|good|acceptable|satisf|solved|fixed|resolved)|"
        r"nobody|no one|no (?:answer|reply|response|refund|update|one|hot|heating|signal|explanation)|ignored|"
        r"unanswered|lost|twice|double|overcharged|charged (?:me|us|for|two|again)|cancel+ed (?:my|our|without)|"
        r"refus|dirty|cold\b|rude|unfriendly|stain|mould|smell|noisy|dead|crash|fail|problem|trouble|issue|poor|"
        r"bad\b|worse|unreliable|slow\b|fell apart|falls apart|came off|"
        r"does(?:n't| not) (?:turn|switch|fit|match|close|open|load|charge|start|connect|hold)|"
        r"won't (?:turn|start|open|close|charge|connect|load)|"
        r"keeps? (?:dropping|crashing|freezing|breaking|failing|stopping)|third time|second time|weeks? ago|"
        r"expected|promised|supposed to|should have|apologi[sz]e|compensat|money back|refund|hidden|unexpected|"
        r"incompetent|misled|mislead|faulty|empty box|expired|rotten|stale|burnt|undercooked|hair in|overbooked|"
        r"no show|did(?:n't| not) (?:show|arrive|come|work|receive|call|respond|answer|get|help)|"
        r"without (?:notice|warning|asking|my|telling)|stops? (?:working|after)|freez|peel|cracked|moved twice|"
        r"lands?ed .{0,15}(?:late|after)|missed|skipped|"
        r"not been (?:cleaned|paid|settled|done|told|informed|answered)|higher than|"
        r"too (?:high|late|expensive|small|big|salty|loud|hot|slow|long|much)|"
        r"cannot (?:export|log|use|open|explain|reach|find)|can't (?:log|use|open|explain|reach|get|find|export)|"
        r"no longer|started .{0,12} late|does not (?:appear|work|fit|match|show|help|solve)|entitled|claim\b|"
        r"yet\b|puzzled|to be honest|mistreat|without (?:anyone|a word|any)|lose\b|loses\b|losing|"
        r"took (?:weeks|months|forever|ages|hours)|declin|pending|n't show|disappear|swallow|stuck|reject|"
        r"unrecogni[sz]|don't recogni[sz]e|not recogni[sz]e|vanish|out of order|unusable|unavailable for"
    ),
    "displeased": (
        r"complain|complaint|disappoint|unhappy|dissatisf|unsatisf|unacceptable|regret|sadly|unfortunately|"
        r"let down|frustrat|annoy|inconvenien|below (?:standard|expect)|not (?:impressed|pleased|happy|satisfied)|"
        r"concern(?:ed)? (?:about|that)|upset|inconvenience|falls short|expected better|would (?:have )?expect|"
        r"lack of|poor(?:ly)?"
    ),
    "anger": (
        r"furious|angry|outrag|ridiculous|disgrac|disgust|scam|fraud|thie(?:f|ves)|steal|stole\b|robb|rip[- ]?off|"
        r"liar|lies\b|lying|lie to|idiot|moron|stupid|clown|pathetic|useless|joke\b|shame|ashamed|fed up|"
        r"sick (?:of|and tired)|had enough|enough is enough|last straw|lawyer|solicitor|sue\b|court|legal action|"
        r"police|ombudsman|trading standards|consumer (?:rights|protection)|never again|"
        r"never (?:buy|order|use|shop|come|set foot)|worst|terrible|horrible|awful|appalling|atrocious|abysmal|"
        r"garbage|rubbish|crap|trash|shit|hell\b|damn|bloody|wtf|fuck|how dare|"
        r"are you (?:kidding|serious|joking|people|deaf)|incompetent|unbelievable|insult|"
        r"treat(?:ed)? (?:me|us|people|customers) like|waste of|i demand|demand\b|immediately|right now|"
        r"this instant|do your job|don't (?:you )?(?:dare|care)|excuses|nerve|audacity|livid|seething|raging|"
        r"absolute(?:ly)? (?:joke|disgrace|useless|shambles|nonsense|ridiculous)|shambles|nightmare|con artist|"
        r"crook|cheat|social media|everyone (?:should )?know|tell everyone|bad review|one star|zero stars|"
        r"nonsense|bullshit|explode|stop (?:lying|wasting|ignoring|sending|fobbing)|what (?:kind|sort) of|screw|"
        r"suck|hopeless|cowboys|bunch of|go to hell|hell with|lost a (?:customer|client)|losing (?:me|a customer)|"
        r"brain|decency|conscience|fired\b|fob|shrug|beyond (?:angry|belief|words|a joke)|filthy|congratulations|"
        r"your (?:boss|manager|superior)|to your (?:boss|manager|supervisor)|put me through|"
        r"(?:you (?:people )?do|doing) all day|so badly|couldn't be bothered|can't be bothered|what exactly|"
        r"like dirt|like a dog|robbers?|greedy|arrogant|sloppy|lazy|i(?:'m| am) done|over it|blood boil|boiling|"
        r"mad\b|hate\b|monkeys?|who do you think|spare me|don't bother|keep your|shut up|get lost|seriously\?|"
        r"really\?+|words fail|no words|let this go|not let this|regulator|watchdog|swore|swear(?:s|ing)? at|yell|"
        r"shout(?:ed|s|ing)? at|stupidity|shocking|merchants|rip off|bravo\b|slow clap|medal|lous[ye]|had it with|"
        r"humiliat|going public|go public|you call this|theft|utter(?:ly)?\b|joke|fool of|guts\b|attitude|shove|"
        r"wallet|grown-up|what part of|you have until|wasted|for nothing|sick joke|i'm not asking|anything but|"
        r"excuse of|so much for|so-called|stood me up|embarrass(?:ed|ment)|miserable|dreadful|vile|mess\b|chaos|"
        r"bandit|answer me|never in my life|cheated me|liars?"
    ),
    "praise": (
        r"thank|thanks|thx|great|excellent|perfect|wonderful|fantastic|amazing|lovely|"
        r"love(?:d)? (?:it|the|your|this)|happy with|pleased with|very (?:happy|pleased|satisfied)|satisfied|"
        r"recommend|brilliant|superb|appreciate|grateful|well done|compliment|delight|kind\b|helpful|friendly|"
        r"best\b|awesome|impressed|works? (?:perfectly|great|like a charm|fine|well)|quick(?:ly)? and|five stars|"
        r"delicious|keep up|kudos|bravo|pleasure|pleasant surprise|solved|arrived safely|on time|sorted"
    ),
    "asking": (
        r"how (?:do|can|long|much|many|to|does)|what (?:is|are|time|does|do|size|colou?r|documents)|"
        r"when (?:will|do|does|is|are|can|would)|where (?:is|can|do|are)|which|who (?:do|can|should)|"
        r"can (?:i|you|we|it)|could (?:you|i|we)|do you|does (?:it|the|this|your)|"
        r"is (?:it|there|the|this|my|your)|are (?:there|you|the)|may i|would it|"
        r"would like to (?:know|ask|order|book|change|buy|add|reserve|cancel|return)|possible|wondering|question|"
        r"information|let me know|available|in stock|opening hours|price|cost\b|quote|details|explain|confirm|"
        r"advise|tell me"
    ),
    "ordering": (
        r"order (?:two|three|one|a|another|more|the same)|i(?:'d| would) like|i want to (?:order|book|buy|change)|"
        r"please (?:send|add|book|change|update|cancel|ship|reserve|confirm|find)|book a|reserve|reservation for|"
        r"appointment|attached|here is|here are|new address|moved|moving|update|change my|subscription|invoice|"
        r"vat number|sign up|register|pick(?: it)? up|collect|deliver to|upgrade|newsletter|forward|gift|"
        r"i have (?:paid|transferred|sent|received|uploaded|filled|signed)|just to let you|for your information|"
        r"fyi"
    ),
    "courtesy": (
        r"please|kindly|would you|could you|thank you in advance|regards|sincerely|"
        r"dear (?:sir|madam|team|ms|mr|customer)|i understand|i appreciate|grateful if|would appreciate|"
        r"if possible|perhaps|maybe|no hurry|no rush|at your convenience|sorry to (?:bother|trouble)|i am afraid|"
        r"i'm afraid|a (?:bit|little|slight)|hope you|look(?:ing)? forward|politely|i wanted to|i would like"
    ),
    "denying": (r"not\b|\w+n't\b|never|no\b|nothing|nobody|none|without|neither|cannot|cant\b|dont\b|didnt\b|doesnt\b"),
    "lasting": (
        r"(?:\d+|two|three|four|five|six|seven|eight|ten|several|many) (?:days|weeks|months|hours|times|years|calls|emails)|"
        r"for (?:days|weeks|months|hours|ages)|since (?!i'm)|"
        r"(?:second|third|fourth|fifth|sixth) (?:time|call|email|message)|every (?:time|day|evening|month|single)|"
        r"again|already|still|always|keeps?\b"
    ),
    "accusing": (
        r"you (?:lost|lose|sold|sell|ruin|lied|lie|keep|kept|promised|took|take|stole|cancelled|charge|cheated|broke|ignore|never|always|people|guys|lot|just|should|do not|don't|didn't|can't|won't)|"
        r"your (?:driver|staff|people|company|so-called|colleague|agent)|how (?:can|could|dare)|"
        r"why (?:do|does|did|is|should|can't|don't|on earth)|what exactly|who (?:gave|designed|do)|stop\b|"
        r"don't you|give me|fix\b|put me|do your"
    ),
    "own": (
        r"i (?:got|made|have|am|'m|was|wrote|typed|chose) .{0,20}(?:wrong|mistake|late\b)|my (?:own )?(?:mistake|fault)|"
        r"i(?:'ve| have)? (?:lost|dropped|forgot|forgotten|broke|misplaced|missed)|i(?:'ll| will) be .{0,16}late|"
        r"we(?:'ll| will) be .{0,16}late|i (?:can't|cannot) (?:make|come|attend)|by accident|accidentally|if i (?:miss|cancel|lose)"
    ),
    "solved": (
        r"(?:works?|working|running|up|back|fixed|sorted|solved|resolved|fine) (?:again|now|since)|all (?:good|fine|sorted|well)|"
        r"(?:came|arrived|turned up) (?:today|after all|safely)|thanks for (?:fixing|sorting|solving|the quick)|at first|no (?:complaints?|problems?)"
    ),
    "threat": (
        r"see you in|small claims|council|ombudsman|review|or (?:i'm|i am|i'll|i will|we'll)|by noon|before noon|"
        r"in touch|report(?:ing)? you|what am i paying|what do i pay|what are you (?:paid|there) for|cowboys?\b|decency|the nerve|the lot of you|congratulations|bloody|damn|hell\b|i'm out|i'm off"
    ),
}
