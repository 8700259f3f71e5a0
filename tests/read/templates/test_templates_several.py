import numpy as np
import pytest

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.candidates import Candidate, Mention
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.several import of_several


class Pieces:
    offsets = ((0, 1),) * 99


def found(*starts):
    mentions = [Mention(0, 1, Span(start, start + 3), 0, 0.9, 1.0, 1.0) for start in starts]
    candidates = tuple(
        Candidate(ROLES.index("target"), f"bus {start}", (each,))
        for start, each in zip(starts, mentions, strict=True)
    )
    return Evidence(
        "x", None, Pieces, None, None, None, candidates, (np.zeros(len(TYPES)),) * len(starts), {}
    )


def test_likely_candidates_far_apart_speak_for_several_incidents():
    types = {"attack": 1.0, "bombing": -2.0}
    features = of_several(found(0, 500, 3000), 2.0, types, (1.0, 0.0, -3.0), {"several": 0.5})
    assert (features["bag"], features["relevant"], features["second_type"]) == (0.5, 2.0, -2.0)
    assert features["gap"] == features["spread"] == 0.5  # the third is unlikely
    assert features["many_target"] == 2.0
    assert features["likely_target"] == pytest.approx(0.731 + 0.5 + 0.047, abs=1e-3)
    assert of_several(found(), 2.0, types, (), {})["spread"] == 0.0
