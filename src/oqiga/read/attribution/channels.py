"""Through what something was said: a post, a statement, state television."""

from __future__ import annotations

from collections.abc import Collection

from oqiga.model.syntax import Document, Token
from oqiga.read.attribution.lexicon import SpeechLexicon
from oqiga.read.attribution.tree import subtree


def channel_of(
    document: Document, cue: Token, outside: Collection[int], lexicon: SpeechLexicon
) -> str | None:
    """Return the channel named in the clause of a cue; the longest phrase wins.

    outside: positions not to look at: what was said, and who said it.
    """
    if cue.lemma in lexicon.channel_verbs:
        return lexicon.channel_verbs[cue.lemma]
    around = [document.tokens[i] for i in subtree(document, cue) if i not in outside]
    around += [each for each in _before(document, cue) if each.index not in outside]
    forms = [(token.lower, token.lemma) for token in around]
    found: list[tuple[int, str]] = []
    for start, form in enumerate(forms):
        for phrase, name in (*lexicon.channels.get(form[0], ()), *lexicon.channels.get(form[1], ())):
            beside = forms[start : start + len(phrase)]
            if len(beside) == len(phrase) and all(
                word in pair for word, pair in zip(phrase, beside, strict=True)
            ):
                found.append((-len(phrase), name))
    return min(found)[1] if found else None


def _before(document: Document, cue: Token) -> list[Token]:
    """Return the words that open the sentence before its first comma: "Via Twitter, …", "On state TV, …"."""
    found: list[Token] = []
    for index in range(document.sentence_of(cue).first, cue.index):
        if document.tokens[index].text == ",":
            return found
        if len(found) == 8:
            return []
        found.append(document.tokens[index])
    return []


def channel_named(message: Token, lexicon: SpeechLexicon) -> str | None:
    """Return the channel that a message speaks through: "said a *statement* issued by the mayor"."""
    if message.pos != "NOUN" or message.lemma not in lexicon.words["messages"]:
        return None
    named = lexicon.channels.get(message.lemma, ())
    return next((name for phrase, name in named if phrase == (message.lemma,)), None)
