"""Who promises in English, and the things which the customer gets from us."""

ROLE = (
    r"(?:colleagues?|teams?|managers?|mgr|supervisors?|technicians?|techs?|engineers?|eng|drivers?|fitters?|plumbers?|"
    r"electricians?|mechanics?|specialists?|experts?|advis[oe]rs?|agents?|assistants?|consultants?|accountants?|accounts|finance|"
    r"billing|payroll|legal|compliance|logistics|dispatch|support|helpdesk|desk|repairs?|repairm[ae]n|service|services|claims|"
    r"warehouse|depot|workshop|garage|office|department|people|staff|director|head|lead|boss|owner|foreman|installers?|installation|"
    r"sales|reps?|representatives?|branch|shop|store|bakery|kitchen|developers?|programmers?|admins?|administrators?|analysts?|"
    r"crews?|m[ae]n|guys?|lads?|girls?|blokes?|chaps?|folks?|movers?|seamstress|tailor|cobbler|jeweller|watchmaker|gardeners?|"
    r"cleaners?|bakers?|chefs?|cook|waiter|painters?|decorators?|plasterers?|carpenters?|joiners?|roofers?|tilers?|glaziers?|"
    r"builders?|bricklayers?|locksmiths?|handym[ae]n|caretakers?|janitors?|surveyors?|inspectors?|assessors?|adjusters?|"
    r"handlers?|caseworkers?|coordinators?|planners?|schedulers?|dispatchers?|underwriters?|brokers?|cashiers?|tellers?|"
    r"nurses?|doctors?|dentists?|hygienists?|vets?|physios?|therapists?|pharmacists?|pharmacy|opticians?|midwife|midwives|"
    r"surgeons?|surgery|clinic|practice|ward|lab|laboratory|secretary|photographers?|teachers?|tutors?|instructors?|trainers?|"
    r"librarians?|florists?|porters?|concierge|receptionists?|housekeepers?|housekeeping|reception|couriers?|vans?|lorry|truck|"
    r"taxi|cab|chauffeurs?|head of [a-z ]{3,20})"
)
TEAM = (
    r"(?:(?:my|our|the|an?|another|one of (?:my|our|the)|(?:someone|somebody|a \w+|two|three|both|some) (?:from|of|in) "
    rf"(?:my|our|the)|two|three|four|both)(?: [\w-]+){{0,2}}? {ROLE}"
    r"(?: (?:team|department|manager|lead|crew|staff|here|of ours|at [a-z]+|in (?!the\b)[a-z]+|from [a-z]+|on duty|on call|"
    r"for your area))?(?:, (?:[a-z.]+ ){0,2}[a-z]+,)?"
    r"|(?:head office|room service|housekeeping|reception|accounts|billing|finance|(?:customer |technical |tech )?support|sales|"
    r"logistics|dispatch|customer (?:service|care)|maintenance|facilities|operations|ops|engineering|engineers|technicians|fitters))"
)
PERSON = r"(?:dr|prof|doctor|professor|nurse|sister|matron|chef)\.? [a-z]+"
US = (
    rf"(?:i|we|{TEAM}|{PERSON}|someone(?: (?:else|from [a-z ]{{3,30}}?))?|somebody|one of us|the two of us|all of us|any of us)"
    r"(?: (?:both|all|personally|myself|ourselves|also|definitely|certainly|here))?"
)
WILL = (
    r"(?: ?'ll| will| wil| shall|'?m going to|'re going to|'s going to| am going to| are going to| is going to|'?m gonna|"
    r"'re gonna|'?m about to| (?:am|is|are) (?:about|due|set) to)"
)
HOW = (
    r"(?: (?:then|also|now|personally|definitely|certainly|of course|gladly|happily|immediately|surely|kindly|"
    r"be sure to|make sure to|go ahead and|go and|take care to|"
    r"make sure (?:that )?(?:you|your|it|this|they|the|we|i|someone|somebody)|see (?:to it )?that|ensure (?:that )?|"
    r"have|get|just|both|all|instead|again|once more|automatically|"
    r"try and|first|even|still|fully|simply|quickly|always|in any case|by [a-z]+ at the latest))*"
)

# Whom a note speaks of: the customer, and the one who was told something.
CUSTOMER = (
    r"(?:cust|cx|customer|client|caller|tenant|guest|patient|member|resident|passenger|student|lady|gentleman|couple|family|"
    r"user|buyer|reader|parent|subscriber|policyholder|account holder|landlady)s?"
)
HEARER = (
    rf"(?:him|her|them|(?:the |our |this )?{CUSTOMER}|(?:mr|mrs|ms|miss|mx|dr|prof)\.? [a-z'-]+|(?:his|her|their) [a-z]+|"
    r"(?!(?:you|us|me|that|to|we|i|by|on|in|not|no|a|an|the|for|it|of|it's|it'd|it'll|we'd|we'll|i'd|i'll)\b)[a-z'-]+)(?: know)?"
)

DAY = r"(?:mon|tues?|weds?|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?"
WORD = r"[^\s,;:()]+"
# Within the name of a thing no other sentence begins.
_INNER = (
    r"(?!(?:when|if|but|who|do|did|was|were|is|are|has|had|have|will|please|said|where|how|what|they|he|she|"
    r"you (?:come|are|have|need|want|can|go|get))\b)"
)
THING = (
    r"(?:your|the|an?|our|my|his|her|their|this|that|these|those|all|both|both of|another|its|every|each|any|one of the|two|the two|"
    rf"half(?: of)? the|the rest of|(?:mr|mrs|ms) \w+'s) (?:{_INNER}{WORD} ){{0,5}}?{_INNER}[^\s,;:()']+"
)
THINGS = (
    rf"(?:{THING}|it|they|this|that|everything|all|both|work|power|water|gas|heating|electricity|broadband|internet|access|"
    r"delivery|help|parts|compensation|confirmation|payment|money|results|keys|tickets|documents|paperwork|"
    r"(?:the )?(?:repair|delivery|refund|replacement)s?)"
)
