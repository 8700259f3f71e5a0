"""Features of a filler in its place, to choose among the values of a slot (kind of target, effect, …)."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9][a-z0-9'-]{0,29}")
_REACH = 90


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
