"""What programs name in the house where cases or customers become one, are parted, follow a closed one, are linked, wait
for whoever wrote, have steps or a known problem."""

from typing import Any

from makegood.cases.models import Case, CaseState, Split
from tests.permissions.house import House


def named(path: str, house: House) -> str | None:
    """The reference that an operation takes; None where it is about something else."""
    if path == "/cases/{ref}/follow-up":
        Case.objects.filter(pk=house.refund.pk).update(state=CaseState.CLOSED)
        return house.refund.ref
    if path == "/cases/{ref}/nudge":
        Case.objects.filter(pk=house.refund.pk).update(state=CaseState.WAITING_FOR_CUSTOMER)
        return house.refund.ref
    company = house.one_person.target.company
    known = {
        "/companies/{ref}": company.ref if company else None,
        "/cases/{ref}/parting": house.merge.source.ref,
        "/cases/{ref}/split/withdrawal": Split.objects.get(pk=house.more["case-split-undo"]["key"]).target.ref,
        "/customers/{ref}": house.one_person.source.ref,
        "/customers/{ref}/merge": house.one_person.target.ref,
        "/customers/{ref}/company": house.one_person.target.ref,
        "/customers/{ref}/notes": house.one_person.target.ref,
        "/customers/{ref}/consents": house.one_person.target.ref,
        "/customers/{ref}/tone": house.one_person.target.ref,
        "/customers/{ref}/parting": house.one_person.source.ref,
    }
    if path.startswith("/problems/"):
        return str(house.more["problem"]["ref"])
    return known.get(path)


def body(path: str, house: House) -> dict[str, Any] | None:
    """What it is told; None where that is the same in every house."""
    if path == "/cases/{ref}/checklists":
        return {"playbook": str(house.addresses()["playbook"]["key"])}
    if path == "/cases/{ref}/steps":
        return {"step": str(house.refund.checklists.get().steps.get().pk), "done": True}
    if path == "/cases/{ref}/steps/omission":
        return {"step": str(house.refund.checklists.get().steps.get().pk), "reason": "The bank rang."}
    if path == "/cases/{ref}/split":
        return {"messages": [str(house.message.pk)]}
    if path.startswith("/cases/{ref}/links"):
        way = {} if path.endswith("removal") else {"way": "related"}
        return {"to": house.merge.target.ref, **way}
    if path.startswith("/cases/{ref}/time/"):
        noted = {"id": str(house.more["time-entry"]["key"])}
        return noted | ({"reason": "Twice."} if path.endswith("removal") else {"minutes": 7})
    into = {"/cases/{ref}/merge": house.merge.target.ref, "/customers/{ref}/merge": "ada@customer.example"}
    return {"into": into[path]} if path in into else None
