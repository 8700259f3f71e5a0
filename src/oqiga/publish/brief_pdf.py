"""A brief as PDF, with pictures; written by fpdf2 in a typeface that has Cyrillic and Kazakh letters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from oqiga.errors import PublishError
from oqiga.publish.notebook import Brief, Line

_MARGIN = 18
_PICTURE_MM = 150


def as_pdf(brief: Brief, *, lang: str, at: datetime, pictures: Sequence[bytes] = ()) -> bytes:
    """Return the brief as a PDF of A4 pages.

    at: the moment written into the file, so that the same brief gives the same bytes. pictures: PNG.
    Raises PublishError where the extra `plots` is not installed.
    """
    page = _opened(brief.title, lang, at)
    _paragraph(page, brief.title, size=17, bold=True)
    _paragraph(page, " · ".join(part for part in (brief.when, brief.as_of) if part), size=9)
    for warning in brief.warnings:
        _paragraph(page, f"! {warning}", size=9)
    for number, section in enumerate(brief.sections):
        page.ln(3)
        _paragraph(page, section.title, size=12, bold=True)
        for line in section.lines:
            _paragraph(page, f"{'    ' * line.depth}{_told(line)}", size=9.5)
        if number == 0:
            for picture in pictures:
                page.image(BytesIO(picture), w=_PICTURE_MM)
    page.ln(4)
    for note in brief.notes:
        source = f" ({note.source})" if note.source else ""
        _paragraph(page, f"[{note.number}] {note.quote}{source}", size=7.5)
    return bytes(page.output())


def _told(line: Line) -> str:
    cited = "".join(f"[{number}]" for number in line.notes)
    return " ".join(part for part in (line.label, line.figure, line.text, cited) if part)


def _opened(title: str, lang: str, at: datetime) -> Any:
    try:
        import matplotlib
        from fpdf import FPDF
    except ModuleNotFoundError as error:
        raise PublishError(f"PDF needs the package {error.name}: pip install 'oqiga[plots]'") from error
    page = FPDF(format="A4")
    page.set_creation_date(at)
    page.set_title(title)
    page.set_lang(lang)
    page.set_margin(_MARGIN)
    page.set_auto_page_break(True, margin=_MARGIN)
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    page.add_font("DejaVu", "", str(fonts / "DejaVuSans.ttf"))
    page.add_font("DejaVu", "B", str(fonts / "DejaVuSans-Bold.ttf"))
    page.add_page()
    return page


def _paragraph(page: Any, text: str, *, size: float, bold: bool = False) -> None:
    """Write one paragraph as it stands: no markup is read out of it."""
    page.set_font("DejaVu", "B" if bold else "", size)
    page.multi_cell(0, size * 0.48, text, new_x="LMARGIN", new_y="NEXT", align="L", markdown=False)
