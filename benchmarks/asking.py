"""Run by every_page.py on a filled installation: `asking.py ASKED [--plans]` asks each page so often, and prints as JSON what
it cost."""

import gc
import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makegood.config.settings")

import django

# The first ones load templates, and compose what is asked often.
BEFORE = 3


def main(asked: int, *, plans: bool) -> None:
    """Ask all, print."""
    django.setup()
    # Models can be read only now.
    import_module("django.core.management").call_command("migrate", verbosity=0)
    pages = import_module("benchmarks.filling.pages")
    queries = import_module("benchmarks.queries")
    client = import_module("django.test").Client(headers={"host": "127.0.0.1"})
    client.force_login(pages.who_sees_all())
    told: dict[str, Any] = {}
    for name, addresses in pages.addresses().items():
        told[name] = _costs(client, addresses, asked)
        told[name] |= queries.told(client, addresses[0], plans=plans)
    print(json.dumps(told))


def _costs(client: Any, addresses: list[str], asked: int) -> dict[str, float]:
    spent, clock = [], []
    for number in range(asked + BEFORE):
        began, at = time.process_time(), time.perf_counter()
        address = addresses[number % len(addresses)]
        response = client.get(address)
        if number == BEFORE - 1:
            gc.freeze()  # as the server does: else one page now and then pays for looking through all that was loaded
        if number >= BEFORE:
            spent.append(1000 * (time.process_time() - began))
            clock.append(1000 * (time.perf_counter() - at))
        assert response.status_code == 200, f"{address} answers {response.status_code}"
    return {
        "p50": round(median(spent), 1),
        "p99": _p99(spent),
        "clock_p50": round(median(clock), 1),
        "clock_p99": _p99(clock),
    }


def _p99(spent: list[float]) -> float:
    return round(quantiles(spent, n=100)[98] if len(spent) > 1 else spent[0], 1)


if __name__ == "__main__":
    main(int(sys.argv[1]), plans="--plans" in sys.argv)
