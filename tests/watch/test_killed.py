import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "kill_watch.py"


def killing():
    found = importlib.util.spec_from_file_location("kill_watch", SCRIPT)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_a_watch_that_is_killed_loses_and_doubles_nothing(tmp_path):
    assert killing().run(feeds=3, reports=2, times=2, longest=0.5, folder=tmp_path) == []
