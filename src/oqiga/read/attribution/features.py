"""What the trained reader of attributions looks at: features of a possible cue, and of a word beside a cue.

Features are strings, hashed into a fixed number of buckets, so that the weights are one small array.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from zlib import crc32

from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token

BUCKETS = 1 << 18
_WIDE = 120
"""Words on either side of a cue that are looked at."""


def bucket(feature: str) -> int:
    """Return the bucket of a feature, the same on every machine."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & (BUCKETS - 1)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is computed once per document: which tokens stand in quotation marks."""

    document: Document
    quoted: frozenset[int]


def may_be_cue(token: Token, cue_lemmas: Collection[str]) -> bool:
    """Tell whether a token is worth scoring as a cue: its lemma was one in training."""
    return token.lemma in cue_lemmas and token.dep not in ("aux", "aux:pass", "case:not")


def cue_features(around: Surroundings, token: Token) -> list[int]:
    """Return the buckets of the features of a token as a possible cue."""
    document = around.document
    lemma, dep, pos = token.lemma, token.dep, token.pos
    governor = document.head(token)
    above = f"{governor.lemma}" if governor is not None else "-"
    above_pos = governor.pos if governor is not None else "-"
    before, after = _neighbour(document, token, -1), _neighbour(document, token, 1)
    after_that = _neighbour(document, token, 2)
    quoted = token.index in around.quoted
    found = [
        "bias", f"l={lemma}", f"p={pos}", f"lp={lemma} {pos}", f"d={dep}", f"ld={lemma} {dep}",
        f"f={token.lower}",
        f"h={above} {dep}", f"hp={above_pos} {dep}", f"lh={lemma} {above}", f"b={before}", f"a={after}",
        f"lb={lemma} {before}", f"la={lemma} {after}", f"laa={lemma} {after} {after_that}",
        f"aa={after_that}",
        f"q={quoted}", f"lq={lemma} {quoted}", f"feats={' '.join(sorted(token.feats))}", f"e={token.entity}",
    ]  # fmt: skip
    children = document.children(token)
    deps = sorted({child.dep for child in children})
    found.append(f"frame={lemma} {' '.join(each for each in deps if each in _FRAME)}")
    found.append(f"fr={pos} {' '.join(each for each in deps if each in _FRAME)}")
    for child in children:
        found += (f"c={child.dep}", f"lc={lemma} {child.dep}", f"cl={child.dep} {child.lemma}")
        if child.dep in _ARGUMENTS:
            found += (f"cp={child.dep} {child.pos} {child.entity}", f"lcp={lemma} {child.dep} {child.pos}")
            found.append(f"lcl={lemma} {child.dep} {child.lemma}")
            found += [f"cm={child.dep} {mark.lower}" for mark in document.children(child, "mark", "case")]
            found += [f"lcm={lemma} {mark.lower}" for mark in document.children(child, "mark", "case")]
            found.append(f"cq={child.dep} {child.index in around.quoted} {quoted}")
    sentence = document.sentence_of(token)
    found.append(f"sq={_has_quotation(around, sentence)} {quoted} {pos}")
    found.append(f"lsq={lemma} {_has_quotation(around, sentence)} {quoted}")
    if not any(child.dep.startswith("nsubj") for child in children) and governor is not None:
        for subject in document.children(governor, "nsubj")[:1]:
            found += (f"gs={dep} {subject.pos} {subject.entity}", f"gsl={dep} {subject.lemma}")
    return [bucket(each) for each in found]


_FRAME = frozenset({*SUBJECTS, "ccomp", "xcomp", "obj", "obl", "advcl", "acl", "obl:agent", "nmod", "mark"})
_ARGUMENTS = _FRAME | {"nmod:poss", "compound", "parataxis", "advmod"}


def _neighbour(document: Document, token: Token, step: int) -> str:
    index = token.index + step
    sentence = document.sentence_of(token)
    return document.tokens[index].lower if sentence.first <= index < sentence.last else "|"


def _has_quotation(around: Surroundings, sentence: Sentence) -> bool:
    return any(
        index in around.quoted
        for index in range(sentence.first, min(sentence.last, sentence.first + 2 * _WIDE))
    )


def window(document: Document, cue: Token) -> range:
    """Return the positions beside a cue that are told apart into source, content and neither."""
    sentence = document.sentence_of(cue)
    return range(max(sentence.first, cue.index - _WIDE), min(sentence.last, cue.index + _WIDE))


def word_features(around: Surroundings, cue: Token, positions: Sequence[int]) -> list[list[int]]:
    """Return, for each position, the buckets of the features of that word beside `cue`."""
    document = around.document
    tokens = document.tokens
    chain = {cue.index: 0}
    ups = [""]
    token = cue
    while token.head != token.index and len(ups) < 8:
        ups.append(f"{ups[-1]}<{token.dep}")
        token = tokens[token.head]
        chain[token.index] = len(ups) - 1
    downs: dict[int, tuple[int, tuple[int, ...]]] = {}
    commas = _commas(document, positions)
    at_cue = commas.get(cue.index, 0)
    cue_quoted = cue.index in around.quoted
    passive = bool(document.children(cue, "aux:pass", "nsubj:pass"))
    rows = []
    for index in positions:
        up, down = _path(document, index, chain, downs)
        above = ups[min(up, len(ups) - 1)]  # what a semicolon parts hangs on no word of the cue's own tree
        rows.append(_row(around, cue, index, above, down, abs(commas[index] - at_cue), cue_quoted, passive))
    return rows


def _path(
    document: Document, index: int, chain: dict[int, int], downs: dict[int, tuple[int, tuple[int, ...]]]
) -> tuple[int, tuple[int, ...]]:
    """Return how far up from the cue the branch of a word leaves, and the (at most four) tokens down."""
    walked = []
    here = index
    for _ in range(60):
        if here in chain:
            base: tuple[int, tuple[int, ...]] = (chain[here], ())
            break
        if here in downs:
            base = downs[here]
            break
        walked.append(here)
        head = document.tokens[here].head
        if head == here:
            base = (7, ())
            break
        here = head
    else:
        base = (7, ())
    for each in reversed(walked):
        base = (base[0], base[1] if len(base[1]) >= 4 else (*base[1], each))
        downs[each] = base
    return base


def _commas(document: Document, positions: Sequence[int]) -> dict[int, int]:
    count, found = 0, {}
    for index in positions:
        count += document.tokens[index].text in _BREAKS
        found[index] = count
    return found


_BREAKS = frozenset({",", ";", ":", "-", "--", "–", "—", "“", "”", '"', "(", ")"})


def _row(
    around: Surroundings,
    cue: Token,
    index: int,
    up: str,
    down: tuple[int, ...],
    commas: int,
    cue_quoted: bool,
    passive: bool,
) -> list[int]:
    document = around.document
    tokens = document.tokens
    token = tokens[index]
    side = "<" if index < cue.index else ">" if index > cue.index else "="
    first = tokens[down[0]] if down else token
    branch_side = "<" if first.index < cue.index else ">"
    deps = [tokens[each].dep for each in down]
    head = f"{up}|{deps[0] if deps else '='}"
    two = f"{head}>{deps[1] if len(deps) > 1 else ''}"
    quoted = index in around.quoted
    marks = document.children(first, "mark", "case")
    mark = marks[0].lower if marks else "-"
    distance = min(abs(index - cue.index), 63).bit_length()
    before = tokens[index - 1].lower if index else "|"
    after = tokens[index + 1].lower if index + 1 < len(tokens) else "|"
    found = (
        f"{side}", f"{head}{side}", f"{two}{side}", f"{up}|{'>'.join(deps)}{branch_side}",
        f"{head}{branch_side}{first.pos} {mark}", f"{head}{branch_side}l={cue.lemma}", f"{head}{first.lemma}",
        f"{two}l={cue.lemma}", f"{head}{cue.pos}{branch_side}{first.entity}", f"{head}{passive}{branch_side}",
        f"{quoted}{cue_quoted}{side}", f"{quoted}{cue_quoted}{head}", f"{commas}{side}",
        f"{min(commas, 4)}{head}{side}",
        f"{distance}{side}", f"{distance}{head}", f"w={token.lower}{side}", f"w={token.lower}{head}",
        f"p={token.pos}{two}", f"w={token.lower}b={before}", f"b={before}{side}", f"a={after}{side}",
        f"b={before}{head}", f"e={token.entity}{head}", f"pl={token.pos}{cue.lemma}{side}",
        f"d={token.dep}{side}{head}",
        f"dl={token.dep}{cue.lemma}{side}", f"m={mark}{cue.lemma}{head}",
    )  # fmt: skip
    return [bucket(each) for each in found]
