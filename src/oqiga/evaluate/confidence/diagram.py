"""A reliability diagram as SVG: stated chance against how often it came true, bins as dots by their size."""

from __future__ import annotations

import math
from collections.abc import Sequence

from oqiga.evaluate.confidence.calibration import Calibration

_SIDE = 180
_GAP = 34
_TOP = 30


def diagram(found: Sequence[Calibration]) -> str:
    """Return one panel for each calibration, side by side; the diagonal is what is perfectly calibrated."""
    width, height = len(found) * (_SIDE + _GAP) + _GAP, _SIDE + _TOP + _GAP
    panels = "".join(_panel(each, _GAP + number * (_SIDE + _GAP)) for number, each in enumerate(found))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="sans-serif" font-size="11">\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n{panels}</svg>\n'
    )


def _panel(calibration: Calibration, left: int) -> str:
    bottom = _TOP + _SIDE
    lines = [
        f'<g transform="translate({left} 0)">',
        f'<text x="0" y="{_TOP - 10}">{calibration.name} ({calibration.claims}), '
        f"error {calibration.error:.3f}</text>",
        f'<rect y="{_TOP}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#888"/>',
        f'<line x1="0" y1="{bottom}" x2="{_SIDE}" y2="{_TOP}" stroke="#bbb" stroke-dasharray="3"/>',
        f'<text x="0" y="{bottom + 14}">0</text><text x="{_SIDE - 58}" y="{bottom + 14}">stated 1.0</text>',
    ]
    for each in calibration.bins:
        radius = 2 + 10 * math.sqrt(each.claims / calibration.claims)
        lines.append(
            f'<circle cx="{each.stated * _SIDE:.1f}" cy="{bottom - each.right * _SIDE:.1f}" r="{radius:.1f}" '
            'fill="#1f5f8b" fill-opacity="0.6"/>'
        )
    return "\n".join([*lines, "</g>\n"])
