"""What can be done for customers whom we disappointed: win back; owe, tell, give, withdraw; grant, ask, answer."""

from makegood.recovery.actions.authority import drop_authority, set_authority
from makegood.recovery.actions.came_back import (
    count_customers,
    customers_drift,
    keep_counting_customers,
    mend_customers,
    note_all_customers,
    note_customers,
)
from makegood.recovery.actions.causes import add_cause, rename_cause, retire_cause, use_cause_again
from makegood.recovery.actions.counting import BeyondAuthority
from makegood.recovery.actions.erasing import erase_words
from makegood.recovery.actions.giving import give, refuse
from makegood.recovery.actions.granting import answer, ask, grant
from makegood.recovery.actions.judging import hear, judge, open_by_hand
from makegood.recovery.actions.lettering import note_undelivered, send_again
from makegood.recovery.actions.morning import begin_morning
from makegood.recovery.actions.noticing import notice_break, notice_contact, notice_low_answer, notice_return
from makegood.recovery.actions.owing import owe, tell, withdraw
from makegood.recovery.actions.recovering import end, end_of_case, join, recover, resume, resume_of_case
from makegood.recovery.actions.redeeming import redeem
from makegood.recovery.actions.refunding import (
    OtherwiseSettled,
    ask_again,
    claim_refunds,
    confirm_refund,
    join_cashier,
    mark_asked,
    mark_unasked,
)
from makegood.recovery.actions.ruling import set_rules
from makegood.recovery.actions.stepping import (
    acknowledge,
    answer_understanding,
    confirm,
    learn,
    take,
    understand,
    undo,
    unhear,
)

__all__ = [
    "BeyondAuthority",
    "OtherwiseSettled",
    "acknowledge",
    "add_cause",
    "answer",
    "answer_understanding",
    "ask",
    "ask_again",
    "begin_morning",
    "claim_refunds",
    "confirm",
    "confirm_refund",
    "count_customers",
    "customers_drift",
    "drop_authority",
    "end",
    "end_of_case",
    "erase_words",
    "give",
    "grant",
    "hear",
    "join",
    "join_cashier",
    "judge",
    "keep_counting_customers",
    "learn",
    "mark_asked",
    "mark_unasked",
    "mend_customers",
    "note_all_customers",
    "note_customers",
    "note_undelivered",
    "notice_break",
    "notice_contact",
    "notice_low_answer",
    "notice_return",
    "open_by_hand",
    "owe",
    "recover",
    "redeem",
    "refuse",
    "rename_cause",
    "resume",
    "resume_of_case",
    "retire_cause",
    "send_again",
    "set_authority",
    "set_rules",
    "take",
    "tell",
    "understand",
    "undo",
    "unhear",
    "use_cause_again",
    "withdraw",
]
