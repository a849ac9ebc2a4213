import re

import pytest
from django.core.management import call_command


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path / "ui"


def test_what_a_style_sheet_or_module_names_is_named_by_its_content_too(collected):
    sheet = next(collected.glob("css/app.????????????.css")).read_text()
    named = re.findall(r'url\("([^"]+)"\)', sheet)
    assert len(named) > 20 and all((collected / "css" / name).exists() for name in named)
    for module in collected.glob("js/*.????????????.js"):
        for name in re.findall(r'(?:from|import) ?"\./([^"]+)"', module.read_text()):
            assert re.search(r"\.[0-9a-f]{12}\.js$", name) and (collected / "js" / name).exists()
