"""Who speaks under a cue: the heads of the mentions, before they are resolved to names."""

from __future__ import annotations

from oqiga.model.syntax import SUBJECTS, Document, Sentence, Token
from oqiga.model.terms import Certainty
from oqiga.read.attribution.contents import marker_source
from oqiga.read.attribution.cues import Cue, as_saying
from oqiga.read.attribution.elsewhere import cited, spoken_in, told_in
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.tree import ancestors, subject_of, subtree


def source_heads(document: Document, sentence: Sentence, cue: Cue, lexicon: SpeechLexicon) -> list[Token]:
    """Return the heads of the mentions that speak under a cue, nearest the words first."""
    if cue.kind in ("adverb", "unclear"):
        return []
    if cue.kind == "marker":
        source = marker_source(document, sentence, cue, lexicon)
        last = document.tokens[cue.indexes[-1]]
        message = [last] if last.lemma in lexicon.words["messages"] else []  # «согласно *сообщению*, …»
        return [source] if source is not None else message
    if cue.kind == "noun":
        owner = owner_of(document, cue.token, lexicon)
        return [owner] if owner is not None else []
    if cue.kind == "quoting":
        return _quoted_heads(document, cue, lexicon)
    return _verb_heads(document, cue, lexicon)


def owner_of(document: Document, noun: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return whose statement (or message) a noun is."""
    beside = list(document.children(noun, "nmod:poss", "nmod", "obl:agent"))
    governor = document.head(noun)
    if governor is not None and noun.dep == "obj":
        beside += [child for child in document.children(governor, "obl") if _follows(document, noun, child)]
    for child in beside:
        cases = {case.lower for case in document.children(child, "case")}
        if child.lemma in lexicon.words["no_owners"]:
            continue
        genitive = child.dep == "nmod" and not cases and "Case=Gen" in child.feats
        if child.dep == "nmod:poss" or genitive or cases & lexicon.words["owner_cases"]:
            return _who_repeats(document, noun, child, lexicon) or child
    for verb in document.children(noun, "acl"):
        for agent in document.children(verb, "obl:agent"):
            return agent
    return _leaning_owner(document, noun, lexicon) if lexicon.words["told_in"] else None


def _who_repeats(document: Document, noun: Token, owner: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return the subject of whom "its" and "their" speak: "*the group* repeated its claim that …".

    Not who rejects "its claim", which is another's.
    """
    verb = document.head(noun)
    own = lexicon.words["pronoun_body"] | lexicon.words["pronoun_many"]
    if owner.pos != "PRON" or owner.lower not in own or verb is None or verb.pos != "VERB":
        return None
    entry = lexicon.verbs.get(verb.lemma)
    denies = entry is not None and entry.certainty is Certainty.DENIED
    subject = None if denies else subject_of(document, verb)
    return subject if subject is not None and subject.pos in ("NOUN", "PROPN") else None


def _leaning_owner(document: Document, noun: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return whose message it is where they lean on it: "*ҰҚК* хабарламасы", "*ҰҚК* таратқан хабарлама"."""
    for child in reversed(document.children(noun, "compound")):
        if child.entity in ("ORG", "PERSON") or child.pos == "PROPN" or (child.lemma,) in lexicon.kinds:
            return child
    for verb in document.children(noun, "acl"):
        for subject in document.children(verb, "nsubj"):
            return subject
    return None


def _follows(document: Document, noun: Token, other: Token) -> bool:
    """Tell whether "from the army" comes right after the noun, whatever the parse hung it on."""
    return noun.index < other.index and subtree(document, other)[0] == noun.index + 1


def _quoted_heads(document: Document, cue: Cue, lexicon: SpeechLexicon) -> list[Token]:
    verb = cue.token
    outer = _who_quotes(document, verb, lexicon)
    saying = as_saying(document, verb, lexicon)
    if saying is not None and cue.passive:
        agents = [*document.children(verb, "obl:agent"), *_agents_of(document, saying, lexicon)]
        return [*([outer] if outer is not None else []), *agents]
    quoted = document.children(verb, "obj")
    return [*quoted[:1], *([outer] if outer is not None and quoted else [])]


def _who_quotes(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return who quotes: the subject, or of a participle that of the verb of saying above what is said.

    "Reuters *reported* that six people were killed, *citing* police": no people cite.
    """
    if verb.dep in ("advcl", "xcomp"):
        for above in ancestors(document, verb):
            if above.lemma in lexicon.verbs and document.children(above, "ccomp", "nsubj"):
                return subject_of(document, above)
        governor = document.head(verb)
        own = document.children(verb, *SUBJECTS)
        if not own and governor is not None and governor.lemma not in lexicon.verbs:
            return None  # "according to Abbas, quoting passengers, *the gunmen* started firing"
    return subject_of(document, verb)


def _agents_of(document: Document, saying: Token, lexicon: SpeechLexicon) -> list[Token]:
    """Return "the paper" in "was quoted as saying by the paper", hung on the wrong verb."""
    return [
        child
        for child in document.children(saying, "obl", "obl:agent")
        if any(case.lower in lexicon.words["owner_cases"] for case in document.children(child, "case"))
        and child.entity not in ("DATE", "TIME")
    ]


def _verb_heads(document: Document, cue: Cue, lexicon: SpeechLexicon) -> list[Token]:
    verb = cue.token
    first = cited(document, verb, lexicon) or _cited_object(document, verb, lexicon)
    return [*([first] if first is not None else []), *_tellers(document, cue, lexicon)]


def _cited_object(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return who is cited as the object of the verb: «„…“, — цитирует *министра* агентство»."""
    if verb.lemma not in lexicon.words["quoting"]:
        return None
    return next(iter(document.children(verb, "obj")), None)


def _tellers(document: Document, cue: Cue, lexicon: SpeechLexicon) -> list[Token]:
    """Return the head of the mention that tells, cited or not."""
    verb = cue.token
    message = told_in(document, verb, lexicon)
    if cue.passive:
        agents = document.children(verb, "obl:agent")
        return list(agents[:1]) or ([message] if message is not None else [])
    own = document.children(verb, *SUBJECTS, "csubj")
    told = verb.lemma in lexicon.words["told_passively"] or not any(child.dep == "nsubj" for child in own)
    if message is not None and told:
        return [message]
    inside = _told_inside(document, verb, lexicon) if not own else None
    if inside is not None:
        return [inside]
    if not own and not lexicon.set_off and verb.dep == "parataxis":
        return []  # «сообщили»: nobody is named, and the clause around has a subject of its own
    subject = (
        _message(document, verb, lexicon)
        or of_speech_above(document, verb, lexicon)
        or subject_of(document, verb)
    )
    if subject is None or (subject.lower in ("it", "there") and not document.children(verb, "ccomp")):
        return []
    if subject.lower in lexicon.words["relative"] or subject.lemma in lexicon.words["relative"]:
        governor = document.head(verb)
        return [governor] if governor is not None and verb.dep == "acl:relcl" else []
    return [subject]


def _told_inside(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return the body inside which a verb or the one above it tells: «сообщили *в МВД*, добавив, что …»."""
    inside = spoken_in(document, verb, lexicon)
    above = document.head(verb)
    if inside is None and verb.dep == "advcl" and above is not None and above.lemma in lexicon.verbs:
        own = document.children(above, *SUBJECTS)
        return spoken_in(document, above, lexicon) if not own else None
    return inside


def of_speech_above(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return who said the words around "..., saying ...": a parse hangs the participle on what was said."""
    if verb.dep not in ("advcl", "acl") or document.children(verb, "nsubj", "mark"):
        return None
    for each in ancestors(document, verb, 4):
        entry = lexicon.verbs.get(each.lemma)
        if entry is not None and entry.act == "say" and each.pos == "VERB":
            return subject_of(document, each)
    return None


def _message(document: Document, verb: Token, lexicon: SpeechLexicon) -> Token | None:
    """Return the message that speaks in "received text messages from the army saying …"."""
    own = document.children(verb, *SUBJECTS)
    if own or verb.index == 0 or verb.dep not in ("advcl", "acl"):
        return None
    token = document.tokens[verb.index - 1]
    close = [token, *ancestors(document, token, 4)]
    close = close[: next((i for i, each in enumerate(close) if each.index == verb.head), len(close))]
    close += [child for each in close if each.pos == "VERB" for child in document.children(each, "obj")]
    for each in close:
        if each.pos == "NOUN" and each.lemma in lexicon.words["messages"] and each.index < verb.index:
            return each
    return None
