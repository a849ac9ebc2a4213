"""Memory of `makegood serve` at rest, whole: the proportional share (PSS) of each of its processes, in MB. Prints JSON."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import installation
from tests.serving import children

RESTS = 20.0  # seconds until all has been loaded and done that is done at the start


def main() -> int:
    """The command."""
    data = installation.filled(0, mails=None, fresh=True)
    with installation.serving(data) as makegood:
        installation.sign_in(makegood)
        time.sleep(RESTS)
        assert makegood.process is not None
        parts = {"supervisor": makegood.process.pid}
        for pid in children(makegood.process.pid):
            parts[_part(pid)] = pid
        shares = {part: _share(pid) for part, pid in parts.items()}
    result = {part: round(share / 1024, 1) for part, share in shares.items()}
    print(json.dumps({"benchmark": "memory", "mb": result, "whole_mb": round(sum(shares.values()) / 1024, 1)}))
    return 0


def _part(pid: int) -> str:
    return Path(f"/proc/{pid}/comm").read_text().strip().removeprefix("makegood-")


def _share(pid: int) -> int:
    """Kilobytes of a process, what it shares with others divided among them."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    sys.exit(main())
