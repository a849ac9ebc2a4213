"""Run by quality.py on an empty installation: `quality_pages.py CASES ASKED` fills it, asks each page so often, and prints
their processor times as JSON."""

import datetime as dt
import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makegood.config.settings")

import django


def main(cases: int, asked: int) -> None:
    """Fill, ask, print."""
    django.setup()
    # Models can be read only now.
    import_module("django.core.management").call_command("migrate", verbosity=0)
    finished = import_module("benchmarks.filling.finished")
    lead, cause = finished.make(cases, until=dt.datetime.now(dt.UTC).date())
    client = import_module("django.test").Client(headers={"host": "127.0.0.1"})
    client.force_login(lead)
    addresses = {
        "page": "/quality/",
        "page_of_a_year": "/quality/?weeks=52",
        "costs": "/quality/costs",
        "costs_of_a_cause": f"/quality/costs?cause={cause}",
        "cases": "/quality/cases?wrong=yes",
    }
    print(json.dumps({name: _times(client, address, asked) for name, address in addresses.items()}))


def _times(client: object, address: str, asked: int) -> dict[str, float]:
    spent = []
    for number in range(asked + 5):
        began = time.thread_time()
        response = client.get(address)  # type: ignore[attr-defined]
        if number >= 5:  # the first ones load templates
            spent.append(1000 * (time.thread_time() - began))
        assert response.status_code == 200, f"{address} answers {response.status_code}"
    return {"p50": round(median(spent), 1), "p99": round(quantiles(spent, n=100)[98], 1)}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
