"""Imports point one way: a package may use what stands before it in LAYERS, itself, and nothing after it."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "oqiga"
LAYERS = [
    "errors", "settings", "sharing", "datafiles", "codebook", "model", "locate", "gather", "read", "engines", "ledger", "reconcile", "publish",
    "book", "pipeline", "api", "watch", "alerting", "simulate", "scale", "evaluate", "train", "desk", "cli", "__main__",
]  # fmt: skip
FORBIDDEN = {  # steps that stand earlier in the list and still must not be used
    "read": {"gather"},
    "ledger": {"gather", "read", "locate", "engines"},
    "reconcile": {"gather", "read", "engines", "ledger"},
    "publish": {"gather", "read", "engines", "ledger"},
}


def modules():
    return sorted(SOURCE.rglob("*.py"))


def layer_of(path):
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_layers(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [
                f"{node.module}.{alias.name}" if node.module == "oqiga" else node.module
                for alias in node.names
            ]
        for name in names:
            parts = name.split(".")
            if parts[0] == "oqiga" and len(parts) > 1 and not parts[1].startswith("__version"):
                yield parts[1]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_one_way(path):
    layer = layer_of(path)
    if layer == "__init__":
        return
    position = LAYERS.index(layer)
    for other in imported_layers(path):
        assert LAYERS.index(other) <= position, f"{path.name} ({layer}) imports {other}, which comes after it"
        assert other not in FORBIDDEN.get(layer, set()), f"{path.name} ({layer}) must not import {other}"


def test_every_package_has_its_place():
    assert {layer_of(path) for path in modules()} - {"__init__"} <= set(LAYERS)


@pytest.mark.parametrize("package", ["reconcile", "read/tolls"])
def test_the_map_of_a_large_package_names_every_module_and_no_other(package):
    """Its `__init__` is where a newcomer looks for a module: a new one is put where it belongs."""
    told = ast.get_docstring(ast.parse((SOURCE / package / "__init__.py").read_text(encoding="utf-8")))
    there = {path.stem for path in (SOURCE / package).glob("*.py")} - {"__init__"}
    assert set(re.findall(r"`(\w+)`", told)) == there
