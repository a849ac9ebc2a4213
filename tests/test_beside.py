"""Two commands at once, as `make test` runs the browser's stories beside the others."""

import signal
import subprocess
import sys

import pytest

from tests.serving import ROOT, eventually

pytestmark = pytest.mark.any_engine


def beside(*commands: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "tests/beside.py", *commands], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_both_run_at_once_and_what_they_print_stays_apart(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    waits = "while [ ! -e {} ]; do sleep 0.05; done"
    both = beside(
        f"echo a1; touch {here}; {waits.format(there)}; echo a2",
        f"echo b1; touch {there}; {waits.format(here)}; echo b2",
    )
    assert both.communicate(timeout=60)[0].split() == ["b1", "b2", "a1", "a2"]
    assert both.returncode == 0


@pytest.mark.parametrize("commands", [("exit 2", "echo well"), ("echo well", "exit 2")])
def test_when_one_fails_the_other_goes_on_to_its_end_and_all_has_failed(commands):
    both = beside(*commands)
    assert both.communicate(timeout=60)[0] == "well\n"
    assert both.returncode == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_told_to_stop_both_end_before_it_does(tmp_path, number):
    begun = [tmp_path / "one", tmp_path / "two"]
    stands = "exec {} -c 'import pathlib,time; pathlib.Path(\"{}\").touch(); time.sleep(300)'"
    both = beside(*(stands.format(sys.executable, file) for file in begun))
    eventually(lambda: all(file.exists() for file in begun))
    both.send_signal(number)
    assert both.wait(60) == 1
