import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIST = """\
quiet-package==1.4.0 \\
    --hash=sha256:00
    # via something
Holed_Package==2.0.1 ; sys_platform != 'win32' \\
    --hash=sha256:11
"""


def advisory(introduced="0", fixed="2.0.2", name="holed-package", **more):
    events = [{"introduced": introduced}, {"fixed": fixed}] if fixed else [{"introduced": introduced}]
    ranges = [{"type": "ECOSYSTEM", "events": events}]
    package = {"ecosystem": "PyPI", "name": name}
    return {"id": "X-1", "summary": "a hole", "affected": [{"package": package, "ranges": ranges}], **more}


@pytest.fixture
def audit(tmp_path):
    def run(*advisories, listed=LIST):
        with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
            for number, each in enumerate(advisories):
                packed.writestr(f"X-{number}.json", json.dumps(each))
        (tmp_path / "list.txt").write_text(listed, encoding="utf-8")
        command = [sys.executable, ROOT / "scripts/audit.py", "--advisories", tmp_path / "all.zip"]
        return subprocess.run(
            [*command, tmp_path / "list.txt"], capture_output=True, text=True, check=False, timeout=60
        )

    return run


def test_a_package_with_a_known_hole_is_named_with_what_mends_it(audit):
    told = audit(advisory())
    assert told.returncode == 1
    assert "holed-package 2.0.1: X-1, a hole (mended in 2.0.2)" in told.stdout
    assert "quiet" not in told.stdout


def test_a_hole_without_a_mend_is_told_as_such(audit):
    assert "not mended yet" in audit(advisory(fixed=None)).stdout


@pytest.mark.parametrize(
    "other",
    [
        advisory(fixed="2.0.1"),
        advisory(introduced="2.0.2", fixed=None),
        advisory(name="another"),
        advisory(withdrawn="2024-01-01T00:00:00Z"),
    ],
)
def test_advisories_on_other_versions_and_packages_and_withdrawn_ones_are_passed_over(audit, other):
    told = audit(other)
    assert told.returncode == 0, told.stdout
    assert "2 packages, 1 advisories, 0 found" in told.stdout


def test_versions_that_are_listed_one_by_one_count(audit):
    record = advisory(introduced="9", fixed=None)
    record["affected"][0]["versions"] = ["2.0.0", "2.0.1"]
    assert audit(record).returncode == 1


def test_a_list_that_pins_nothing_is_an_error(audit):
    told = audit(listed="holed-package>=2\n-e .\n")
    assert told.returncode == 2
    assert "not a requirement" in told.stderr


def test_the_lists_of_this_package_are_read(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from audit import locked

    packages = locked((ROOT / "requirements/base.txt").read_text(encoding="utf-8"))
    assert packages["natasha"]
    assert len(packages) > 50
