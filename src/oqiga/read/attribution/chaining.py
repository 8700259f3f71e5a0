"""What is said within what somebody else says: chains of sources, and one speech over several sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oqiga.model.span import Span
from oqiga.model.terms import Certainty, SourceKind
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.model import HEARSAY, Attribution

_BESIDE = 15
"""Attributions before and after one that it may be said within."""
_SAME_SPEECH = 2
"""Sentences after which "he added" goes on with the same speech."""


def chained(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, each with the sources of those it is said within behind its own."""
    found = _each_to_his_own(found)
    order = sorted(range(len(found)), key=lambda i: found[i].cue_spans[0].start)
    place = {i: at for at, i in enumerate(order)}
    chained = list(found)
    for i in sorted(order, key=lambda i: -found[i].extent):
        each = found[i]
        beside = order[max(0, place[i] - _BESIDE) : place[i] + _BESIDE]
        outer = [j for j in beside if found[j].extent > each.extent and _within(each, found[j])]
        if outer:
            chained[i] = _behind(each, chained[min(outer, key=lambda j: found[j].extent)])
        elif place[i] and _heard_from(each, found[order[place[i] - 1]]):
            chained[i] = _behind(each, chained[order[place[i] - 1]])
    return chained


def _each_to_his_own(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions, none of two holding each other's cue: "*he said* …, *the agency reported*"."""
    kept = list(found)
    by_sentence: dict[int, list[int]] = {}
    for i, each in enumerate(found):
        by_sentence.setdefault(each.sentence, []).append(i)
    for beside in by_sentence.values():
        for i in beside[:_BESIDE]:
            for j in beside[:_BESIDE]:
                first, last = kept[i], kept[j]
                if not (_closes(last, first) and _holds(first, last) and _holds(last, first)):
                    continue
                cut = min(each.start for each in (*last.cue_spans, *last.source_spans))
                clipped = [
                    Span(each.start, min(each.end, cut)) for each in first.content_spans if each.start < cut
                ]
                kept[i] = replace(first, content_spans=tuple(clipped)) if clipped else first
    return kept


def _closes(last: Attribution, first: Attribution) -> bool:
    """Tell whether a cue stands behind all that is said under it, and behind another cue."""
    cue = last.cue_spans[0]
    return first.cue_spans[0].end <= cue.start and all(each.end <= cue.start for each in last.content_spans)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return outer.act == "say" and any(each.covers(inner.cue_spans[0]) for each in outer.content_spans)


def going_on(found: Sequence[Attribution], lexicon: SpeechLexicon) -> list[Attribution]:
    """Return the attributions; "he added" and "he wrote" keep date and channel of the speech."""
    last: dict[str, Attribution] = {}
    carried: list[Attribution] = []
    for each in sorted(found, key=lambda one: (one.cue_spans[0], one.carried)):
        name = each.source_chain[0].name if each.source_chain else ""
        before = last.get(name)
        same = before is not None and 0 <= each.sentence - before.sentence <= _SAME_SPEECH
        if before is not None and same and each.cue in lexicon.words["going_on"]:
            each = replace(
                each, said_on=each.said_on or before.said_on, channel=each.channel or before.channel
            )
        if name:
            last[name] = each
        carried.append(each)
    return carried


def _within(inner: Attribution, outer: Attribution) -> bool:
    if outer.act == "wish" or not outer.source_chain:
        return False
    marks = (inner.cue_spans[0], *inner.source_spans[:1])
    return any(each.covers(mark) for mark in marks for each in outer.content_spans)


def _heard_from(inner: Attribution, outer: Attribution) -> bool:
    """Tell whether who speaks is only named by another: "users reported messages from the army saying …"."""
    if outer.act != "say" or inner.act != "say" or not (inner.source_spans and outer.source_chain):
        return False
    between = outer.cue_spans[0].end <= inner.source_spans[0].start < inner.cue_spans[0].start
    return between and any(each.covers(inner.source_spans[0]) for each in outer.content_spans)


def _behind(inner: Attribution, outer: Attribution) -> Attribution:
    names = {(source.name, source.kind) for source in inner.source_chain}
    added = tuple(source for source in outer.source_chain if (source.name, source.kind) not in names)
    certainty = inner.certainty
    passed_on = bool(inner.source_chain) and outer.source_chain[0].kind is SourceKind.MEDIA
    if certainty is Certainty.STATED and outer.certainty is not Certainty.DENIED and not passed_on:
        certainty = outer.certainty
    if not inner.source_chain and outer.certainty is Certainty.DENIED:
        certainty = Certainty.DENIED  # "denied *reports of* an attack"
    handed_on = bool(added) and _fronted_outlet(inner, outer)
    certainty = outer.certainty if handed_on else certainty
    return replace(
        inner,
        source_chain=(*added, *inner.source_chain) if handed_on else (*inner.source_chain, *added),
        certainty=certainty,
        said_on=inner.said_on or outer.said_on,
    )


def _fronted_outlet(inner: Attribution, outer: Attribution) -> bool:
    """Tell whether an outlet in front hands on what others say: "*according to Reuters*, …, police said"."""
    outlet = bool(inner.source_chain) and inner.source_chain[0].kind is SourceKind.MEDIA
    if not outlet or not inner.content_spans or outer.source_chain[0].kind in HEARSAY | {SourceKind.MEDIA}:
        return False
    in_front = inner.cue_spans[0].end <= min(each.start for each in inner.content_spans)
    return in_front and outer.cue_spans[0].start >= max(each.end for each in inner.content_spans)
