"""What stands in the masthead of the staff's pages, and on the settings page, in this order."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.staff import permissions
from makegood.staff.settings_index import Card
from makegood.ui.navigation import Place

ENTRIES = [
    Place(address="inbox", label=_("Inbox"), roles=("agent", "lead", "leader", "admin"), key="g i"),
    Place(address="tasks", label=_("Tasks"), roles=("agent", "lead", "leader", "admin"), key="g k"),
    Place(
        address="problems", label=_("Known problems"), roles=("agent", "lead", "leader", "admin"), key="g x", rare=True
    ),
    Place(address="orders", label=_("Orders"), roles=("agent", "lead", "leader", "seller", "admin"), key="g o"),
    Place(address="companies", label=_("Companies"), roles=("agent", "lead", "leader", "admin"), key="g y", rare=True),
    Place(address="sellers", label=_("Sales"), roles=("lead", "leader", "seller", "admin"), key="g d", rare=True),
    Place(
        address="remedies",
        label=pgettext_lazy("what we owe customers", "Owed"),
        roles=("lead", "leader", "admin"),
        key="g w",
        rare=True,
    ),
    Place(address="recoveries", label=_("To win back"), roles=("agent", "lead", "leader", "admin"), key="g b"),
    Place(address="feedback", label=_("Feedback"), roles=("lead", "leader", "admin"), key="g e", rare=True),
    Place(address="quality", label=_("Quality"), roles=("lead", "leader", "admin"), key="g q", rare=True),
    Place(address="board", label=_("Board"), roles=("agent", "lead", "leader", "admin"), key="g n"),
    Place(address="reports", label=_("Reports"), roles=("agent", "lead", "leader", "admin"), key="g r"),
    Place(address="charter", label=_("Charter"), key="g c"),
    Place(address="ledger", label=_("Ledger"), roles=("lead", "leader", "admin"), key="g l", rare=True),
    Place(address="parked", label=_("Parked mail"), roles=("lead", "admin"), key="g p", rare=True),
    Place(address="settings", label=_("Settings"), roles=("lead", "admin"), key="g s"),
]

# An address that is not installed is left out.
SETTINGS_PAGES = [
    Card(
        address="profile",
        label=_("Your settings"),
        told=_("Your name, language and time zone, undo, notices, password, passkeys, second factor and tokens."),
    ),
    Card(
        address="organisation",
        label=_("Organisation"),
        told=_("The company's name and country, and whether time is tracked."),
        ability=permissions.MANAGE_BRANDS,
    ),
    Card(
        address="brands",
        label=_("Brands"),
        told=_("Names, languages, host names, signatures, and which teams serve them."),
        ability=permissions.MANAGE_BRANDS,
    ),
    Card(
        address="mailboxes",
        label=_("Mailboxes"),
        told=_("Support addresses, how mail comes in and how it leaves."),
        ability=permissions.MANAGE_MAIL,
    ),
    Card(
        address="shops",
        label=_("Shops"),
        told=_("Which shops tell us of their orders."),
        ability=permissions.MANAGE_SHOPS,
    ),
    Card(
        address="cashiers",
        label=_("Refunds"),
        told=_("Which payment system pays money back, and how we ask it."),
        ability=permissions.MANAGE_SHOPS,
    ),
    Card(
        address="charter-settings",
        label=_("Charter"),
        told=_("What each brand promises, how fast, for whom, and from when."),
        ability=permissions.MANAGE_CHARTER,
    ),
    Card(
        address="authority",
        label=_("Authority"),
        told=_("How much each role may give a customer without asking."),
        ability=permissions.SET_AUTHORITY,
    ),
    Card(
        address="recovery-settings",
        label=_("Winning back"),
        told=_("When a recovery opens by itself, how fast we answer, and the causes to learn from."),
        ability=permissions.MANAGE_RECOVERY,
    ),
    Card(
        address="quality-rates",
        label=_("What mistakes cost"),
        told=_("Complaints, returns, repeated contacts and minutes in money, from which day on."),
        ability=permissions.SET_RATES,
    ),
    Card(
        address="calendars",
        label=_("Calendars"),
        told=_("Opening hours and holidays, on which promises are counted."),
        ability=permissions.MANAGE_CALENDARS,
    ),
    Card(
        address="blocked-senders",
        label=_("Blocked senders"),
        told=_("Customers whose words we do not take, and taking them again."),
        ability=permissions.WORK_CASES,
    ),
    Card(
        address="rota",
        label=_("Duty rota"),
        told=_("Who is here and who is away, and how new cases come to their owners."),
        ability=permissions.WORK_CASES,
    ),
    Card(
        address="contractors",
        label=_("Contractors"),
        told=_("Whom outside you give tasks by mail, in which language, for which brands."),
        ability=permissions.MANAGE_CONTRACTORS,
    ),
    Card(
        address="kinds",
        label=_("Kinds"),
        told=_("What sorts of matters your cases are: questions, orders, complaints, or your own."),
        ability=permissions.MANAGE_FIELDS,
    ),
    Card(
        address="fields",
        label=_("Fields"),
        told=_("What your people note of a case beside its words, and what they must before it is resolved."),
        ability=permissions.MANAGE_FIELDS,
    ),
    Card(
        address="skills",
        label=_("Skills"),
        told=_("What only some of your people can do, and which cases ask for it when the rota chooses."),
        ability=permissions.MANAGE_FIELDS,
    ),
    Card(
        address="playbooks",
        label=_("Playbooks"),
        told=_("Steps that resolve a kind of case, to be ticked on each."),
        ability=permissions.MANAGE_PLAYBOOKS,
    ),
    Card(
        address="tags",
        label=_("Tags"),
        told=_("Rename, merge and remove the words that your people put on cases."),
        ability=permissions.MANAGE_TAGS,
    ),
    Card(
        address="templates",
        label=_("Templates"),
        told=_("Texts that your team uses again and again."),
        ability=permissions.MANAGE_TEMPLATES,
    ),
    Card(
        address="staff",
        label=_("Staff"),
        told=_("Invite people, give them roles, let them go."),
        ability=permissions.MANAGE_STAFF,
    ),
    Card(
        address="audit",
        label=_("Audit"),
        told=_("Who changed, exported or signed in, and when."),
        ability=permissions.SEE_AUDIT,
    ),
    Card(
        address="signing-in",
        label=_("Signing in"),
        told=_("Which roles need a second factor, and how many have one."),
        ability=permissions.MANAGE_STAFF,
    ),
    Card(
        address="teams",
        label=_("Teams"),
        told=_("Who works together, on which brands."),
        ability=permissions.MANAGE_STAFF,
    ),
]
