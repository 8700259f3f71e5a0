"""Compare the locked packages with advisories in a file: an audit where there is no network.

    python scripts/audit.py --advisories all.zip requirements/base.txt requirements/dev.txt

The file is OSV's export for PyPI (osv.dev, `PyPI/all.zip`: one record of the OSV schema, as JSON, for each
advisory), carried over from a machine with a network. Prints every package of the lists that an advisory
names with its version, and what mends it. Exit status 1 when there is any, 2 when a file cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version


@dataclass(frozen=True, slots=True)
class Finding:
    """A locked package that an advisory names. fixed: versions that mend it, none known when empty."""

    package: str
    version: str
    advisory: str
    summary: str
    fixed: tuple[str, ...]


def locked(listed: str) -> dict[str, str]:
    """Return the version of every package of a pinned list. Raises ValueError at any other line."""
    found: dict[str, str] = {}
    for line in listed.splitlines():
        text = line.split("#", 1)[0].strip().rstrip("\\").strip()
        if not text or text.startswith("--hash"):
            continue
        try:
            wanted = Requirement(text)
        except InvalidRequirement as error:
            raise ValueError(f"not a requirement: {text!r}") from error
        (pin,) = wanted.specifier
        found[canonicalize_name(wanted.name)] = pin.version
    return found


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield every advisory of an export."""
    with zipfile.ZipFile(path) as opened:
        for name in opened.namelist():
            if name.endswith(".json"):
                yield json.loads(opened.read(name))


def findings(packages: dict[str, str], record: dict[str, Any]) -> Iterator[Finding]:
    """Yield the packages that one advisory names with their version; a withdrawn one names none."""
    if record.get("withdrawn"):
        return
    for affected in record.get("affected", ()):
        package = affected.get("package", {})
        name = canonicalize_name(package.get("name", ""))
        if package.get("ecosystem") != "PyPI" or name not in packages:
            continue
        ranges = [each for each in affected.get("ranges", ()) if each.get("type") == "ECOSYSTEM"]
        version = packages[name]
        if version in affected.get("versions", ()) or any(within(version, each["events"]) for each in ranges):
            fixed = tuple(event["fixed"] for each in ranges for event in each["events"] if "fixed" in event)
            yield Finding(name, version, record["id"], record.get("summary", ""), fixed)


def within(version: str, events: Sequence[dict[str, str]]) -> bool:
    """Tell whether a version lies in a range of OSV: introduced at, fixed at, or last affected."""
    here, inside = Version(version), False
    for event in sorted(events, key=_at):
        if "introduced" in event and here >= _at(event):
            inside = True
        if "fixed" in event and here >= _at(event):
            inside = False
        if "last_affected" in event and here > _at(event):
            inside = False
    return inside


def _at(event: dict[str, str]) -> Version:
    """Return the version at which something begins or ends; what is no version of Python's comes first."""
    try:
        return Version(next(iter(event.values())))
    except InvalidVersion:
        return Version("0")


def main() -> int:
    """Print what was found; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--advisories", type=Path, required=True, help="OSV's export for PyPI, a zip file")
    parser.add_argument("lists", type=Path, nargs="+", help="lists with pinned versions")
    told = parser.parse_args()
    try:
        lists = [locked(each.read_text(encoding="utf-8")) for each in told.lists]
        advisories = list(records(told.advisories))
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        print(f"cannot be read: {error}", file=sys.stderr)
        return 2
    found = sorted(
        {each for one in lists for record in advisories for each in findings(one, record)}, key=str
    )
    for each in found:
        mend = f"mended in {', '.join(each.fixed)}" if each.fixed else "not mended yet"
        print(f"{each.package} {each.version}: {each.advisory}, {each.summary} ({mend})")
    print(f"{sum(map(len, lists))} packages, {len(advisories)} advisories, {len(found)} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
