import numpy as np
import pytest

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.candidates import Candidate, Mention
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.fill import Judged, fill
from oqiga.read.templates.filled import Filler, Template
from oqiga.read.templates.several import of_several, split


class Pieces:
    offsets = ((0, 1),) * 99


def filler(role, text, start, odds=0.0):
    return Filler(role, text, Span(start, start + len(text)), odds)


def texts(template):
    return [each.text for each in template.fillers]


def test_a_template_is_parted_where_the_text_between_its_fillers_is_longest():
    fillers = (
        filler("target", "bridge", 900, 2.0),
        filler("target", "bank", 10),
        filler("weapon", "mine", 940),
    )
    first, second = split(Template("bombing", fillers))
    assert (texts(first), texts(second)) == (["bank"], ["bridge", "mine"])
    assert first.type == second.type == "bombing"


@pytest.mark.parametrize(
    ("names", "behind_both"), [(("front",), True), (("front", "league"), False), ((), False)]
)
def test_the_only_organization_stands_behind_both(names, behind_both):
    named = [filler("organization", name, 20 + 5 * i) for i, name in enumerate(names)]
    first, second = split(
        Template("attack", (filler("target", "bank", 10), *named, filler("target", "bus", 900)))
    )
    assert bool(second.of("organization")) is behind_both
    assert len(first.of("organization")) == len(names)


def test_what_has_no_fillers_is_parted_into_two_empty_ones():
    assert split(Template("attack", ())) == (Template("attack", ()), Template("attack", ()))


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


def test_a_report_of_several_incidents_gets_two_templates():
    least = {"relevant": 0.0, "second": 0.0, "several": 0.0, **dict.fromkeys(ROLES, 0.0)}
    types = {"attack": 1.0, "bombing": -2.0}
    evidence = found(0, 500)
    assert len(fill(evidence, Judged(1.0, -0.5, types, (1.0, 1.0)), least)) == 1
    assert [texts(each) for each in fill(evidence, Judged(1.0, 0.5, types, (1.0, 1.0)), least)] == [
        ["bus 0"],
        ["bus 500"],
    ]
