"""Features of a filler in its place, to choose among the values of a slot (kind of target, effect, …)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[a-z0-9][a-z0-9'-]{0,29}")
_REACH = 90
_AROUND = 160


def of_incident(strings: Iterable[str], kind: str, text: str) -> dict[str, float]:
    """Return the features of a whole incident, for a slot that no filler of its own tells.

    strings: its fillers, in any case; the words around each count. kind: type of the incident.
    """
    features = {f"kind {kind}": 1.0}
    lowered = " ".join(text.lower().split())
    for string in strings:
        wanted = " ".join(string.lower().split())
        at = lowered.find(wanted)
        if at >= 0:
            around = lowered[max(0, at - _AROUND) : at + len(wanted) + _AROUND]
            features |= {f"near {word}": 0.6 for word in _WORD.findall(around)}
            features |= {f"{kind} near {word}": 0.6 for word in _WORD.findall(around)}
    return features


def of_filler(string: str, kind: str, text: str, role: str) -> dict[str, float]:
    """Return the features of a filler.

    string, text: in any case; the first place where the string stands counts. kind: type of its incident.
    """
    lowered = " ".join(text.lower().split())
    wanted = " ".join(string.lower().split())
    words = _WORD.findall(wanted)
    features = {f"word {word}": 1.0 for word in words}
    features[f"kind {kind}"] = 1.0
    features[f"role {role}"] = 1.0
    if words:
        features[f"last {words[-1]}"] = 1.0
        features[f"ends {words[-1][-2:]}"] = 0.5
    at = lowered.find(wanted)
    if at >= 0:
        before = _WORD.findall(lowered[max(0, at - _REACH) : at])
        after = _WORD.findall(lowered[at + len(wanted) : at + len(wanted) + _REACH])
        features |= {f"near {word}": 0.6 for word in (*before, *after)}
        features |= {f"before {word}": 0.6 for word in before[-3:]}
        features |= {f"after {word}": 0.6 for word in after[:3]}
    return features
