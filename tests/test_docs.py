import importlib.util
import json
import re
from importlib import import_module
from pathlib import Path

import pytest
import typer

from oqiga.cli import MODULES
from oqiga.cli.app import app

DOCS = Path(__file__).parent.parent / "docs"
EXAMPLES = re.findall(r"```python\n(.*?)```", (DOCS / "python.md").read_text(encoding="utf-8"), re.DOTALL)


def test_the_python_page_has_examples_that_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert len(EXAMPLES) == 3
    for example in EXAMPLES:
        exec(compile(example, "docs/python.md", "exec"), {})


def commands():
    for name in MODULES:
        import_module(f"oqiga.cli.{name}")
    return typer.main.get_command(app).commands


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_has_help(name):
    command = commands()[name]
    assert command.help
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name}: {parameter.name}"


COMMAND = re.compile(
    r"(?:^\s*(?:\S+=\S+ )*|bin/|podman run .* )oqiga ([a-z][a-z-]*(?: [a-z][a-z-]*)?)\b([^#]*)"
)
"""A command at the start of a line, by its path, or in a container."""


def told_commands(page):
    """Yield the commands, with their options, that a page or a unit of systemd tells."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [text]
    if page.suffix == ".md":
        lines = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL) + re.findall(r"`(oqiga [^`]+)`", text)
    for line in (line for block in lines for line in block.splitlines()):
        if (told := COMMAND.search(line)) is not None:
            yield told[1].split(), set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", told[2]))


ROOT = DOCS.parent
TELLING = [ROOT / "README.md", *sorted(DOCS.glob("*.md")), *sorted((ROOT / "deploy").glob("*.service"))]


@pytest.mark.parametrize("page", TELLING, ids=lambda page: page.name)
def test_commands_that_a_page_tells_exist(page):
    for words, options in told_commands(page):
        assert words[0] in commands(), " ".join(words)
        command = commands()[words[0]]
        below = getattr(command, "commands", {})
        several = [below[words[1]]] if words[1:] and words[1] in below else [command, *below.values()]
        known = {name for each in several for of in each.params for name in (*of.opts, *of.secondary_opts)}
        assert options <= known | {"--help"}, " ".join(words)


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\(([\w./-]+\.md)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_files_that_a_page_names_exist(page):
    root = DOCS.parent
    for named in re.findall(r"`((?:[\w-]+/)+[\w-]+\.(?:py|yaml))`", page.read_text(encoding="utf-8")):
        beside = (root / folder for folder in ("src", "scripts", "tests", "examples"))
        assert (root / named).exists() or any(any(folder.rglob(named)) for folder in beside), named


def test_the_notebook_runs_and_holds_no_outputs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    packed = json.loads((DOCS / "notebooks" / "one-book.ipynb").read_text(encoding="utf-8"))
    cells = [cell for cell in packed["cells"] if cell["cell_type"] == "code"]
    names = {}
    for cell in cells:
        assert (cell["outputs"], cell["execution_count"]) == ([], None)
        exec(compile("".join(cell["source"]), "one-book.ipynb", "exec"), names)
    told = capsys.readouterr().out
    assert told.startswith("entered\nentered\n")
    assert "fatalities" in told


@pytest.fixture(scope="module")
def made():
    found = importlib.util.spec_from_file_location("make_docs", DOCS.parent / "scripts" / "make_docs.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return dict(module.pages())


@pytest.mark.parametrize("page", ["docs/exports.md", "README.md"])
def test_a_page_that_is_generated_is_the_one_the_code_gives(page, made):
    assert (DOCS.parent / page).read_text(encoding="utf-8") == made[page]
