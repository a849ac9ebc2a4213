"""What a service does for a customer, in every form of the verb."""

from collections.abc import Iterable

REGULAR = """
    accept accommodate accompany action activate add address adjust advise allocate alter amend analyse analyze answer apply appoint
    approve arrange assemble assess assign attach attend authorise authorize award backdate balance bandage block book brief calibrate
    call carry certify chase check clarify clean clear coat code collect compensate compile complete configure confirm connect consult
    contact convert cook copy correct courier create credit customise customize deactivate debug decide deduct defer delete deliver
    demonstrate deploy deposit design despatch detach develop diagnose dial digitise disable disconnect discuss dispatch dispense divert
    document double-check download draft drain drill dye e-mail edit email empty enable enclose engrave enter erase erect escalate escort
    estimate evaluate examine exchange execute expedite explain export extend fax fetch file fill finalise finalize finish fix flag
    flatten flush follow format forward free fumigate furnish glaze grade grant grease grout guide hand hand-deliver handle honor honour
    hook hoover identify implement import incorporate inflate inform initiate insert inspect install insulate investigate invoice iron
    issue itemise knock laminate launder level lift light link list load locate lock lodge look lower lubricate mail maintain manage mark
    mask match measure mend merge message migrate monitor mount move notarise notify nudge obtain oil optimise order outline overhaul
    overwrite pack paint park pass patch pause pay phone photograph pick ping plane plant plaster plate plumb point polish pop post
    postpone prepare prescribe pressure-test print prioritise prioritize process produce progress propose provide prune publish pull pump
    purchase push quote raise re-book re-check re-deliver re-issue re-post re-route re-test reach reactivate realign rearrange reassess
    reassign rebook reboot recalculate recalibrate recharge recheck reclaim reconcile reconfigure reconnect record recount recover rectify
    recycle redecorate redeem redeliver redesign redirect redraft reduce refill reformulate refresh refund refurbish register rehouse
    reimburse reinforce reinspect reinstall reinstate reissue relabel relaunch release relist reload relocate remedy remove rename renew
    reorder repackage repaint repair repay repeat rephrase replace replenish replicate reply report repost repot reprint reprocess
    reprogram request reroute reschedule reseal research reserve resize resole resolve respond respray restart restock restore resubmit
    resume resurface retest retile retrieve retry retune return reverse review revise revisit revoke rewire rework rinse roll route rush
    sand sanitise save schedule scour seal search secure send separate serve service settle share sharpen shift shorten sign sketch
    soften solder solve sort source splice spray stamp steam sterilise sterilize stitch straighten style supply survey suspend switch
    tackle tailor talk tape telephone terminate test text thank tidy tighten tile tint touch tow trace track train translate transport
    treat troubleshoot tune turn type unblock unclog uninstall unlock unpack update upgrade upholster upload vacuum validate value varnish
    ventilate verify video-call videocall visit void waive walk wash water wax weigh weld whitelist whiten widen wipe wire
"""
# Verbs whose last letter is doubled.
DOUBLING = """
    cancel clip debug drop equip fit label log mop nip plan plug pop prep refer refit reship re-ship scan ship strip submit swap
    tag top transfer trim wrap
"""
# Verb, past participle.
IRREGULAR = {
    "bring": "brought", "build": "built", "buy": "bought", "come": "come", "cut": "cut", "deal": "dealt", "dig": "dug",
    "do": "done", "draw": "drawn", "drive": "driven", "find": "found", "fly": "flown", "freeze": "frozen",
    "get": "got", "give": "given", "go": "gone",
    "hang": "hung", "have": "had", "hear": "heard", "hold": "held", "lay": "laid", "lend": "lent", "let": "let", "make": "made", "mow": "mown",
    "pay": "paid", "put": "put", "rebuild": "rebuilt", "read": "read", "redo": "redone", "rehang": "rehung", "relay": "relaid",
    "remake": "remade", "repay": "repaid", "resend": "resent", "re-send": "re-sent", "reset": "reset", "rerun": "rerun",
    "retake": "retaken", "rewrite": "rewritten", "ring": "rung", "run": "run", "see": "seen", "send": "sent", "set": "set", "sew": "sewn",
    "show": "shown", "shut": "shut", "speak": "spoken", "sweep": "swept", "take": "taken", "teach": "taught", "tell": "told",
    "undo": "undone", "unfreeze": "unfrozen", "wind": "wound", "write": "written", "withdraw": "withdrawn",
}  # fmt: skip
DOUBLED = {*DOUBLING.split(), "cut", "dig", "get", "let", "put", "reset", "rerun", "set", "shut"}


def _with(ending: str, verb: str) -> list[str]:
    """The verb with `s`, `ing` or `ed`; both spellings of “cancelling”."""
    if verb.endswith("y") and verb[-2] not in "aeou" and ending != "ing":
        return [f"{verb[:-1]}ies" if ending == "s" else f"{verb[:-1]}ied"]
    if ending == "s":
        return [f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"]
    if verb in DOUBLED:
        return [f"{verb}{verb[-1]}{ending}", f"{verb}{ending}"]
    return [f"{verb[:-1]}{ending}" if verb.endswith("e") and not verb.endswith("ee") else f"{verb}{ending}"]


def _any(forms: Iterable[str]) -> str:
    """Any of these words; what begins alike is written once, for the list is long and used often."""
    by_letter: dict[str, list[str]] = {}
    for form in sorted(set(forms)):
        by_letter.setdefault(form[:1], []).append(form[1:])
    ends = "" in by_letter
    by_letter.pop("", None)
    said = [letter + (_any(rest) if len(rest) > 1 else rest[0]) for letter, rest in by_letter.items()]
    return (f"(?:{'|'.join(said)})" if len(said) > 1 or ends else said[0]) + ("?" if ends else "")


_VERBS = [*REGULAR.split(), *DOUBLING.split(), *IRREGULAR]
_MOTION = {"come", "get", "go", "have", "hear", "run"}

DO = _any(_VERBS)
DOES = _any(form for verb in _VERBS if verb != "have" for form in _with("s", verb))
DOING = _any(
    form for verb in _VERBS if verb not in {"have", "hear", "move", "run", "see"} for form in _with("ing", verb)
)
DONE = _any(
    form
    for verb in _VERBS
    if verb not in _MOTION
    for form in ([IRREGULAR[verb]] if verb in IRREGULAR else _with("ed", verb))
)
# Any participle, whether of these verbs or not.
ANY_DONE = rf"(?:{_any(form for verb, form in IRREGULAR.items() if verb not in _MOTION)}|\w{{2,}}ed)"
