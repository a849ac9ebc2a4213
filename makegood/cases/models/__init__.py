"""Case, message and what belongs to them."""

from makegood.cases.models.bulk import Bulk, BulkRow, Deed
from makegood.cases.models.case import OPEN_STATES, Case, CaseState, Party, Shelf
from makegood.cases.models.checklists import LONGEST_REASON, LONGEST_TIME, Checklist, Playbook, Step
from makegood.cases.models.contractors import Contractor
from makegood.cases.models.fields import Field, FieldChange, FieldType, FieldValue, Needed
from makegood.cases.models.handovers import Handover, HandoverState
from makegood.cases.models.hours import TimeChange, TimeEntry, Timer
from makegood.cases.models.kinds import Kind
from makegood.cases.models.links import Link, Way
from makegood.cases.models.listed import ListedCase
from makegood.cases.models.mentions import Mention
from makegood.cases.models.merge import Merge
from makegood.cases.models.message import Attachment, Delivery, Message, MessageKind
from makegood.cases.models.offers import Offer
from makegood.cases.models.planned import PlannedReply
from makegood.cases.models.presence import Presence
from makegood.cases.models.problems import Problem, ProblemState, Telling, Tie
from makegood.cases.models.public_forms import PublicForm
from makegood.cases.models.reminders import Reminder
from makegood.cases.models.rota import Absence, Duty, Method, Rota
from makegood.cases.models.sales import Claim, Concern
from makegood.cases.models.side_conversations import SideConversation, SideFile, SideWord
from makegood.cases.models.skills import Skill
from makegood.cases.models.split import Split
from makegood.cases.models.step_tasks import StepTask
from makegood.cases.models.tags import LONGEST_TAG, Tag, Tagging, fold_tag
from makegood.cases.models.tasks import OPEN_TASKS, Task, TaskFile, TaskState, TaskWord
from makegood.cases.models.views import Reach, SavedView
from makegood.cases.models.working import Draft, DraftFile, Seen, Template

__all__ = [
    "LONGEST_REASON",
    "LONGEST_TAG",
    "LONGEST_TIME",
    "OPEN_STATES",
    "OPEN_TASKS",
    "Absence",
    "Attachment",
    "Bulk",
    "BulkRow",
    "Case",
    "CaseState",
    "Checklist",
    "Claim",
    "Concern",
    "Contractor",
    "Deed",
    "Delivery",
    "Draft",
    "DraftFile",
    "Duty",
    "Field",
    "FieldChange",
    "FieldType",
    "FieldValue",
    "Handover",
    "HandoverState",
    "Kind",
    "Link",
    "ListedCase",
    "Mention",
    "Merge",
    "Message",
    "MessageKind",
    "Method",
    "Needed",
    "Offer",
    "Party",
    "PlannedReply",
    "Playbook",
    "Presence",
    "Problem",
    "ProblemState",
    "PublicForm",
    "Reach",
    "Reminder",
    "Rota",
    "SavedView",
    "Seen",
    "Shelf",
    "SideConversation",
    "SideFile",
    "SideWord",
    "Skill",
    "Split",
    "Step",
    "StepTask",
    "Tag",
    "Tagging",
    "Task",
    "TaskFile",
    "TaskState",
    "TaskWord",
    "Telling",
    "Template",
    "Tie",
    "TimeChange",
    "TimeEntry",
    "Timer",
    "Way",
    "fold_tag",
]
