"""What was said: the tokens that fall under a cue."""

from __future__ import annotations

from collections.abc import Collection

from oqiga.model.syntax import Document, Sentence, Token
from oqiga.read.attribution.cues import Cue, as_saying
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.said_clauses import other_speakers, said_clauses, stranded
from oqiga.read.attribution.tree import REACH, ancestors, subtree

_VERBAL = ("VERB", "AUX")


def content_of(document: Document, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon) -> list[int]:
    """Return positions of the tokens said under a cue, in order; empty when it says nothing here."""
    if cue.kind == "verb":
        return _of_verb(document, sentence, cue, lexicon)
    if cue.kind == "quoting":
        saying = as_saying(document, cue.token, lexicon)
        around = [each for each in said_clauses(document, cue.token) if saying is None or each != saying]
        if saying is None:
            return _without(document, around) or _of_participle(document, cue.token)
        inner = said_clauses(document, saying) or around
        return _without(document, inner) or _after(sentence, saying)
    if cue.kind == "noun":
        return _of_noun(document, cue.token)
    if cue.kind == "marker":
        return _around_marker(document, sentence, cue, lexicon)
    return _of_modifier(document, cue)


def _of_verb(document: Document, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon) -> list[int]:
    verb, takes = cue.token, cue.word.takes
    if verb.dep in ("advcl", "parataxis") and any(
        child.dep in ("mark", "advmod", "case") and child.lower in lexicon.words["as_words"]
        for child in document.children(verb)
    ):
        return _host(document, verb)
    clauses = said_clauses(document, verb) if takes & {"clause", "quote"} else []
    if clauses:
        tops = [*clauses, *stranded(document, verb, clauses)]
        return _without(document, tops, other_speakers(document, clauses, lexicon))
    bare = not document.children(verb, "obj", "xcomp")
    if bare and verb.dep in ("parataxis", "ccomp", "advcl") and _enclosed(document, verb):
        return _host(document, verb)
    if "predicate" in takes:
        return _predicate(document, verb)
    if "infinitive" in takes:
        infinitive = _infinitive(document, verb, cue.passive)
        if infinitive:
            return infinitive
    if told := _about(document, verb, lexicon):
        return told
    if "object" in takes:
        return _object(document, verb, cue.passive)
    if takes & {"clause", "quote"}:
        return _by_position(document, sentence, cue)
    return []


def _without(document: Document, tops: list[Token], cut: Collection[int] = ()) -> list[int]:
    return sorted({index for top in tops for index in subtree(document, top, cut)})


def _host(document: Document, verb: Token) -> list[int]:
    """Return the clause that "as police said" or ", police said," is put into."""
    governor = document.head(verb)
    if governor is not None and verb.dep == "parataxis" and verb.index > governor.index:
        governor = _first_conjunct(document, governor)
    return subtree(document, governor, {verb.index}) if governor is not None else []


def _first_conjunct(document: Document, verb: Token) -> Token:
    """Return the first of the clauses that a verb is joined to: what closes the last is said of all."""
    first = verb
    while first.dep == "conj" and first.pos in _VERBAL and (above := document.head(first)) is not None:
        first = above
    return first if first.pos in _VERBAL else verb


def _enclosed(document: Document, verb: Token) -> bool:
    """Tell whether the verb's own clause is short and set off, as in "The attack, police said, was …"."""
    if document.children(verb, "mark"):
        return False  # "while officials spoke of ten": a clause of its own
    below = subtree(document, verb)
    inverted = any(child.index > verb.index for child in document.children(verb, "nsubj"))
    sentence = document.sentence_of(verb)
    edges = (below[0] - 1, below[0], below[-1], below[-1] + 1)
    set_off = any(document.tokens[i].pos == "PUNCT" for i in edges if sentence.first <= i < sentence.last - 1)
    return len(below) <= (30 if inverted else 12) and below[0] > sentence.first and set_off


def _predicate(document: Document, verb: Token) -> list[int]:
    tops = document.children(verb, "obj", "xcomp", "ccomp", "nsubj:pass", "obl")
    skipped = {child.index for child in tops if child.dep == "obl" and child.entity in ("DATE", "TIME")}
    chosen = [child for child in tops if child.index not in skipped]
    return _without(document, [child for child in chosen if child.index > verb.index]) if chosen else []


def _infinitive(document: Document, verb: Token, passive: bool) -> list[int]:
    complements = document.children(verb, "xcomp")
    if not complements:
        return []
    tops = [*complements, *(() if passive else document.children(verb, "obj"))]
    if passive:
        tops += document.children(verb, "nsubj:pass", "nsubj")
        if verb.dep == "acl" and (head := document.head(verb)) is not None:
            return sorted({*subtree(document, head, {verb.index}), *_without(document, tops)})
    return _without(document, tops)


def _about(document: Document, verb: Token, lexicon: SpeechLexicon) -> list[int]:
    """Return what a verb of saying tells of in a noun phrase: «сообщило о 16 пострадавших»."""
    tops = [
        child
        for child in document.children(verb, "obl", "nmod", "iobj", "xcomp")
        if child.pos not in ("PRON", "DET")
        and any(case.lower in lexicon.words["about"] for case in document.children(child, "case"))
    ]
    return _without(document, tops)


def _object(document: Document, verb: Token, passive: bool) -> list[int]:
    if passive:
        return _without(document, list(document.children(verb, "nsubj:pass", "xcomp")))
    return _without(document, list(document.children(verb, "obj", "xcomp")))


def _by_position(document: Document, sentence: Sentence, cue: Cue) -> list[int]:
    """Return what stands before ", police said." or after "Police said" where the parse joined nothing."""
    verb = cue.token
    own = {
        i
        for child in document.children(verb)
        if child.dep not in ("dep", "conj")
        for i in subtree(document, child)
    }
    left = min([verb.index, *own])
    last = verb.index
    while last + 1 < sentence.last and last + 1 in own:
        last += 1
    ends = last + 1 >= sentence.last - 1 or document.tokens[last + 1].text in ".;"
    if ends and verb.dep == "root" and left - 2 > sentence.first and document.tokens[left - 1].pos == "PUNCT":
        return list(range(max(sentence.first, left - REACH), left - 1))
    if document.tokens[last].text == ":" or (
        last + 1 < sentence.last and document.tokens[last + 1].text in ":"
    ):
        return list(range(last + 1, min(sentence.last, last + REACH)))
    return []


def _after(sentence: Sentence, token: Token) -> list[int]:
    return list(range(token.index + 1, min(sentence.last, token.index + REACH)))


def _of_participle(document: Document, verb: Token) -> list[int]:
    """Return the words for which ", citing the army," names the source: those of the clause it hangs on."""
    governor = document.head(verb)
    if governor is None:
        return []
    clauses = said_clauses(document, governor)
    if clauses:
        return _without(document, clauses)
    return subtree(document, governor, {verb.index})


def _of_noun(document: Document, noun: Token) -> list[int]:
    clauses = [
        child
        for child in document.children(noun, "acl", "ccomp", "acl:relcl")
        if document.children(child, "mark") and child.pos in _VERBAL
    ]
    if clauses:
        return _without(document, clauses[:1])
    governor = document.head(noun)
    if governor is not None and governor.lemma == "be" and noun.dep == "nsubj":
        return _without(document, list(document.children(governor, "ccomp", "xcomp")))
    return _nominal(document, noun)


def _nominal(document: Document, noun: Token) -> list[int]:
    """Return "six deaths" in "reports of six deaths"."""
    for child in document.children(noun, "nmod"):
        if any(case.lower in ("of", "about") for case in document.children(child, "case")):
            return [
                i for i in subtree(document, child) if document.tokens[i].dep != "case" or i > child.index
            ]
    return []


def _around_marker(document: Document, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon) -> list[int]:
    """Return the clause that "according to X" stands in, without that phrase."""
    phrase = set(subtree(document, cue.token)) | set(cue.indexes)
    source = marker_source(document, sentence, cue, lexicon)
    if source is not None:
        phrase |= set(subtree(document, source))
    host = document.head(cue.token)
    if host is not None and host.index in phrase:
        host = next((each for each in ancestors(document, cue.token) if each.index not in phrase), None)
    if host is None or host.index in phrase:
        return [
            i for i in range(sentence.first, min(sentence.last, sentence.first + REACH)) if i not in phrase
        ]
    if host.pos not in _VERBAL:
        host = next((each for each in ancestors(document, host) if each.pos in _VERBAL), host)
    others = other_speakers(document, [host], lexicon)
    return [i for i in subtree(document, host, others) if i not in phrase]


def marker_source(document: Document, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon) -> Token | None:
    """Return the head of the noun phrase beside "according to".

    Where a language has prepositions that lead to a source behind its markers (`from_whom`), what another
    leads to is no source («по последним данным, *в Оше* погибли пятеро»).
    """
    from_whom = lexicon.words["from_whom"]
    if cue.side == "inside":
        inside = [document.tokens[index] for index in cue.indexes]
        return next((token for token in inside if token.pos in ("PRON", "DET")), None)
    hedge = _hedging(document, cue, lexicon) if cue.side == "before" else range(0)
    if cue.side == "before":
        around = range(cue.indexes[0] - 1, max(sentence.first, cue.indexes[0] - 8) - 1, -1)
    else:
        around = range(cue.indexes[-1] + 1, min(sentence.last, cue.indexes[-1] + 12))
    for index in around:
        token = document.tokens[index]
        if token.dep == "nmod:poss" and token.head in (cue.token.index, *hedge) and cue.side == "before":
            return token  # "*полицияның* соңғы мәліметінше", whatever stands between
        if token.text in ",;:" and cue.side != "before":
            return None  # "by first reports, …": nobody is named
        if from_whom and token.pos == "ADP" and token.lower not in from_whom:
            return None
        if index in hedge:
            continue  # "полицияның *алдын ала* мәліметі бойынша"
        nominal = token.pos in ("NOUN", "PROPN", "PRON") and token.dep not in (
            "compound", "amod", "det", "nmod:poss", "flat",
        )  # fmt: skip
        if nominal and not (token.head in around and token.dep in ("compound", "nmod:poss")):
            return token
    return None


def _hedging(document: Document, cue: Cue, lexicon: SpeechLexicon) -> range:
    """Return the positions of a hedge of several words right before a marker."""
    first = cue.indexes[0]
    for length in (3, 2):
        words = " ".join(token.lower for token in document.tokens[max(0, first - length) : first])
        if words in lexicon.hedges:
            return range(first - length, first)
    return range(0)


def _of_modifier(document: Document, cue: Cue) -> list[int]:
    """Return the clause that an adverb ("reportedly") or "it is unclear whether" bears on."""
    token = cue.token
    governor = document.head(token)
    if cue.kind == "unclear":
        tops = [
            c
            for each in (token, governor)
            if each
            for c in document.children(each, "ccomp", "csubj", "advcl")
        ]
        return _without(document, [top for top in tops if top.pos in _VERBAL])
    if governor is None:
        return []
    if governor.pos in ("ADJ", "ADV", "NUM", "ADP"):
        governor = document.head(governor) or governor
    return [i for i in subtree(document, governor) if i not in cue.indexes]
