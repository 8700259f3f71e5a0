"""Clauses of a Kazakh sentence: every verb closes one, and takes what stands open before it.

The last finite verb is the root unless a word of saying follows; participles before a noun are relative
clauses, converbs adverbial ones; a clause before "деп", or in the accusative ("… қаза тапқанын
хабарлады"), is what is said. Nouns behind the last verb are its subject: "деп хабарлады ІІМ".
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.arguments import SUBJECT_CASES, attach, may_be_subject, take
from oqiga.read.kk.described import (
    begins_clause,
    end_of_aside,
    end_of_group,
    noun_behind,
    noun_described,
    quotations,
)
from oqiga.read.kk.joining import lift_held, own_deeds, own_words, share_subjects, tell_conditions
from oqiga.read.kk.quoting import Quoting
from oqiga.read.kk.speech import said_next, teller_behind
from oqiga.read.kk.verbs import case_of, form_of, group_verbs, possessed
from oqiga.read.kk.words import Word, listed

_DASHES = frozenset("–—-")
_CLOSING = frozenset('»”"')


class ClauseBuilder(Quoting):
    """Attaches the open words of one sentence to its verbs; run once."""

    def __init__(self, words: Sequence[Word]) -> None:
        super().__init__(words)
        self.root = -1
        self.quoted = quotations(words)

    def build(self) -> None:
        """Give every word a head; the root is its own."""
        group_verbs(self.words)
        place = 0
        while place < len(self.words):
            closing = end_of_aside(self.words, place)
            if closing is not None:
                self._aside(place, closing)
                place = closing
            else:
                self._word(place)
            place += 1
        self._finish()

    def _word(self, place: int) -> None:
        word = self.words[place]
        if word.head >= 0:
            return
        if word.text == ",":
            self._told_by_dash(place)
        if self._predicate(word):
            self._verb(place)
        elif word.pos not in ("PUNCT", "CCONJ"):
            self.open.append(place)

    def _aside(self, opening: int, closing: int) -> None:
        """Build the clause in brackets by itself; it is said in passing of what stands before it."""
        around = self.open, self.clauses, self.finite
        self.open, self.clauses, self.finite = [], [], []
        for place in range(opening + 1, closing):
            self._word(place)
        host = self.choose_root()
        self.fold_finite(host)
        self.absorb(host)
        for phrase in self.open:
            if phrase != host:
                attach(self.words, phrase, host)
        self.open, self.clauses, self.finite = around
        named = opening - 2 if opening > 1 and self.words[opening - 1].text in _CLOSING else -1
        if named >= 0 and self.words[named].dep == "compound":  # "«Қара ту» (тыйым салынған) тобы"
            self.words[host].head, self.words[host].dep = named, "parataxis"
        elif self.open:
            self.words[host].head, self.words[host].dep = self.open[-1], "parataxis"
        else:
            self.open.append(host)

    def _told_by_dash(self, comma: int) -> None:
        """Close a clause without a verb before a comma: "Күдікті – *Серік Омаров*, ол іздеуде"."""
        if len(self.open) < 2 or not begins_clause(self.words, comma + 1):
            return
        who, what = self.open[-2:]
        dashed = any(each.text in _DASHES for each in self.words[who + 1 : what])
        if not dashed or not all(may_be_subject(self.words, at) for at in (who, what)):
            return
        self.words[who].head, self.words[who].dep = what, "nsubj"
        for phrase in self.open[:-2]:
            attach(self.words, phrase, what)
        self.open = []
        self.finite.append(what)

    # -- clauses ---------------------------------------------------------------------------------

    def _predicate(self, word: Word) -> bool:
        if word.pos == "VERB":
            return True
        return word.pos == "AUX" and bool(self.open)

    def _verb(self, place: int) -> None:
        word = self.words[place]
        end = end_of_group(self.words, place)
        told_of = word.reading.has("VerbForm=Part") or "VerbForm=Part" in word.extra  # "… екені анықталды"
        form = form_of(word) if word.pos == "VERB" or told_of else "finite"
        if word.lower in listed()["existence"] and noun_behind(self.words, place, end) is not None:
            form = "participle"  # "терактіге қатысы бар тағы бір адам"
        if form == "participle" and (noun := noun_described(self.words, self.open, place)) is not None:
            self.open = take(self.words, self.open, place, narrow=True, relative=noun)
            if word.reading.lemma in listed()["telling"] and self.finite:  # "… болды деген ақпарат"
                self.fold_finite(self.finite[0])
                self.words[self.finite[0]].head, self.words[self.finite[0]].dep = place, "ccomp"
                self.finite = []
            self.tell_of_noun(place)
            self._meant(place)
            self._supposed(place)
            word.head, word.dep = noun, "acl"
            return
        if word.lower in listed()["quoting"]:
            self.quote(place)
            return
        if word.reading.lemma in listed()["quoting_verbs"]:
            self.tell_directly(place)
        led = any(each.head == place and each.dep == "case" for each in self.words[place + 1 : end + 1])
        nominal = form in ("participle", "infinitive") and (
            possessed(word) or case_of(word) not in SUBJECT_CASES or (led and form == "participle")
        )
        finite = form == "finite" or (form == "participle" and not nominal)
        said = said_next(self.words, end) and not teller_behind(self.words, end)
        opening = self.quoted[place]
        outside = [phrase for phrase in self.open if phrase < opening]
        inside = [phrase for phrase in self.open if phrase >= opening]
        self.open = outside + take(self.words, inside, place, narrow=not finite or said)
        self._govern(place)
        if finite and form == "participle":
            word.extra |= {"VerbForm=Fin"}
        (self.finite if finite else self.clauses).append(place)

    def _meant(self, place: int) -> None:
        """Give a participle the infinitive right before it: "шабуыл *жасауды жоспарлаған* адам".

        Also in the dative: "теракт *жасауға дайындалған* адам"; who stands before them does neither.
        """
        clause = self.clauses[-1] if self.clauses else -1
        meant = clause >= 0 and end_of_group(self.words, clause) + 1 == place
        if (
            meant
            and form_of(self.words[clause]) == "infinitive"
            and case_of(self.words[clause]) in ("Acc", "Dat")
        ):
            self.free_subjects(clause)
            self.close(self.clauses.pop(), place)

    def _supposed(self, place: int) -> None:
        """Give "деген" the guess right before it: "қатысы *болуы мүмкін* деген ер адам"."""
        clause = self.clauses[-1] if self.clauses else -1
        if clause < 0 or self.words[place].reading.lemma not in listed()["telling"]:
            return
        reading, end = self.words[clause].reading, end_of_group(self.words, clause)
        if end + 1 == place and reading.has("VerbForm=Vnoun") and reading.possessed:
            self.words[clause].extra |= {"Said=Yes"}
            self.close(self.clauses.pop(), place)

    def _govern(self, place: int) -> None:
        """Attach the clauses that wait to the verb that closes them."""
        for clause in self.clauses:
            self.close(clause, place)
        self.clauses = []
        if self.words[place].reading.lemma in listed()["quoting_verbs"] and self.finite:
            host = self.finite[0]
            self.fold_finite(host)
            self.words[host].head, self.words[host].dep = place, "ccomp"
            self.finite = []

    # -- the end of the sentence -----------------------------------------------------------------

    def _finish(self) -> None:
        self.root = self.choose_root()
        self.words[self.root].head, self.words[self.root].dep = self.root, "root"
        self.fold_finite(self.root)
        for clause in self.clauses:
            if clause != self.root:
                self.close(clause, self.root)
        for phrase in self.open:
            if phrase != self.root:
                self._attach_late(phrase)
        own_words(self.words)
        lift_held(self.words)
        own_deeds(self.words)
        share_subjects(self.words)
        tell_conditions(self.words)
        for place, word in enumerate(self.words):
            if word.head < 0:
                word.head = self.root if word.pos == "PUNCT" else self._joined(place)
                word.dep = _small(word)

    def _attach_late(self, phrase: int) -> None:
        """Attach what stands behind the last verb, or the phrases of a sentence without one."""
        if self.words[self.root].pos in ("VERB", "AUX"):
            governor = max((place for place in self.finite if place < phrase), default=self.root)
            attach(self.words, phrase, governor)
            return
        attach(self.words, phrase, self.root)

    def _joined(self, place: int) -> int:
        return place + 1 if place + 1 < len(self.words) else self.root


def _small(word: Word) -> str:
    """Return what a word is that no phrase and no verb took."""
    if word.lower in listed()["conditions"]:
        return "mark"  # "егер жарылыс болса"
    return {"PUNCT": "punct", "CCONJ": "cc"}.get(word.pos, "dep")
