import pytest
from typer.testing import CliRunner

from dossiers import record
from oqiga.book.book import Book
from oqiga.cli import app, main  # noqa: F401  the commands register when they are imported
from oqiga.cli import brief as _brief  # noqa: F401


@pytest.fixture
def ledger(tmp_path):
    path = str(tmp_path / "book.db")
    with Book.open(path, create=True) as book:
        book.add(record(), now="2019-08-11T12:00:00Z")
    return path


def run(*arguments):
    return CliRunner().invoke(app, ["brief", *arguments])


@pytest.mark.parametrize(
    ("form", "opening"), [("markdown", b"# Situation"), ("html", b"<!doctype"), ("pdf", b"%PDF")]
)
def test_every_form_is_written_to_a_file(ledger, tmp_path, form, opening):
    out = tmp_path / "brief.out"
    assert run("--ledger", ledger, "--format", form, "--out", str(out)).exit_code == 0
    assert out.read_bytes().startswith(opening)
    assert (tmp_path / "brief-map.png").exists() == (form == "markdown")


def test_a_series_numbers_its_briefs_and_tells_what_changed(ledger, tmp_path):
    series = str(tmp_path / "series.json")
    first = run("--ledger", ledger, "--no-pictures", "--series", series)
    second = run("--ledger", ledger, "--no-pictures", "--series", series)
    assert "№ 1" in first.stdout
    assert "Changed since" not in first.stdout
    assert "№ 2" in second.stdout
    assert "Nothing new was reported." in second.stdout


def test_wrong_words_are_named(ledger):
    assert run("--ledger", ledger, "--format", "docx").exit_code != 0
    assert run("--ledger", ledger, "--since", "yesterday").exit_code != 0
    assert run("i-none", "--ledger", ledger).exit_code != 0
