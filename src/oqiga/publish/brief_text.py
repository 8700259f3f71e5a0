"""A brief as terminal text and as Markdown. The words of reports are text in both, never markup."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from rich.text import Text

from oqiga.publish.notebook import Brief, Line, Note

_LABEL = 14
_FIGURE = 26
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def as_terminal_text(brief: Brief, *, width: int) -> Text:
    """Return the brief for a terminal of `width` columns."""
    text = Text()
    gap = max(2, width - len(brief.title) - len(brief.when))
    text.append(brief.title, style="bold")
    text.append(f"{' ' * gap}{brief.when}\n" if brief.when else "\n")
    text.append(f"{brief.as_of}\n", style="dim")
    for warning in brief.warnings:
        text.append(f"! {warning}\n", style="yellow")
    labels = max((len(line.label) for section in brief.sections for line in section.lines), default=0)
    column = max(_LABEL, labels + 1)
    for section in brief.sections:
        text.append(f"\n{section.title.upper()}\n", style="bold cyan")
        for line in section.lines:
            hanging = " " * (2 + column + _FIGURE if line.figure else 6)
            text.append(f"{_folded(_columns(line, column), width, '  ', hanging)}\n")
    if brief.notes:
        text.append("\n")
    for note in brief.notes:
        text.append(f"{_folded(_note(note), width, '', '    ')}\n", style="dim")
    return text


def as_markdown(brief: Brief, *, pictures: Mapping[str, str] | None = None) -> str:
    """Return the brief as Markdown, with the sentences as a numbered list at the end.

    pictures: file by name, shown under the head.
    """
    lines = [f"# {_escaped(brief.title)}", ""]
    lines += [f"**{_escaped(brief.when)}**  "] if brief.when else []
    lines += [f"_{_escaped(brief.as_of)}_", ""]
    lines += [f"> {_escaped(warning)}" for warning in brief.warnings]
    lines += [f"![{_escaped(name)}](<{file}>)" for name, file in (pictures or {}).items()]
    for section in brief.sections:
        lines += ["", f"## {_escaped(section.title)}", ""]
        lines += [f"{'  ' * line.depth}- {_markdown_line(line)}" for line in section.lines]
    lines += ["", "---", ""] if brief.notes else []
    for note in brief.notes:
        lines.append(
            f"[{note.number}] {_escaped(note.quote)}"
            + (f" ({_escaped(note.source)})" if note.source else "")
            + "  "
        )
    return "\n".join(lines)


def _columns(line: Line, column: int) -> str:
    cited = "".join(f"[{number}]" for number in line.notes)
    if not line.figure:
        return f"{line.text} {cited}".strip()
    shown = f"{'  ' * line.depth}{line.figure} "
    return f"{line.label:<{column}}{shown:<{_FIGURE}}{line.text} {cited}".rstrip()


def _markdown_line(line: Line) -> str:
    cited = "".join(f"\\[{number}\\]" for number in line.notes)
    head = " ".join(part for part in (line.label, line.figure) if part)
    bold = f"**{_escaped(head)}** " if head else ""
    return f"{bold}{_escaped(line.text)} {cited}".strip()


def _note(note: Note) -> str:
    return f"[{note.number}] {note.quote}" + (f" ({note.source})" if note.source else "")


def _folded(text: str, width: int, first: str, later: str) -> str:
    return textwrap.fill(
        text, width=width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
    )


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
