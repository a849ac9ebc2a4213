"""The list of all kinds of events, for docs/events.md."""

import dataclasses

from makegood.events import registry

HEAD = """# Events

What can happen, as the log knows it. Written by `make docs` from the declarations in each app's `events.py`.
*Clocked* events may begin or fulfil a promise of a charter; *quiet* ones are left out of timelines. What follows from
an event by itself is named as its reaction.
"""


def markdown() -> str:
    """The whole page; one heading an event, in the order of their names."""
    return HEAD + "".join(_entry(registry.KINDS[name]) for name in sorted(registry.KINDS))


def _entry(kind: registry.Kind) -> str:
    marks = [word for word, is_so in (("clocked", kind.clocked), ("quiet", kind.quiet)) if is_so]
    fields = [f"`{field.name}`" for field in dataclasses.fields(kind.fact)]
    lines = [f"\n## {kind.name}\n", f"{kind.sentence}\n"]
    if marks:
        lines.append(f"- {', '.join(marks)}")
    if fields:
        lines.append(f"- holds {', '.join(fields)}")
    reactions = sorted(registry.REACTIONS.get(kind.name, []))
    if reactions:
        lines.append(f"- reactions: {', '.join(f'`{name}`' for name in reactions)}")
    return "\n".join(lines) + "\n"
