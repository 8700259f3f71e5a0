"""Clauses of a Kazakh sentence: every verb closes one, and takes what stands open before it.

The last finite verb is the root unless a word of saying follows; participles before a noun are relative
clauses, converbs adverbial ones; a clause before "деп", or in the accusative ("… қаза тапқанын
хабарлады"), is what is said. Nouns behind the last verb are its subject: "деп хабарлады ІІМ".
"""

from __future__ import annotations

from collections.abc import Sequence

from oqiga.read.kk.joining import share_subjects, tell_conditions
from oqiga.read.kk.phrases import persons
from oqiga.read.kk.verbs import case_of, form_of, group_verbs, possessed
from oqiga.read.kk.words import Word, listed

_SUBJECT_CASES = ("", "Nom")
_RELATIONS = {
    "Acc": "obj",
    "Dat": "obl",
    "Loc": "obl",
    "Abl": "obl",
    "Ins": "obl",
    "Equ": "obl",
    "Gen": "nmod",
}
_OPENING = frozenset('«“„"–—-')
_ENDING = frozenset("»”")
_CLOSING = frozenset('»”"–—-,')
_JOINED = 8
"""How far behind one participle another may stand that describes the same noun."""
_EXISTS = frozenset({"бар", "жоқ"})
_SAYING = frozenset({"деп", "дей"})


class ClauseBuilder:
    """Attaches the open words of one sentence to its verbs; run once."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.open: list[int] = []  # heads of phrases that wait for a verb
        self.clauses: list[int] = []  # verbs of clauses that wait for a later verb
        self.finite: list[int] = []  # finite verbs, not yet what somebody says
        self.root = -1

    def build(self) -> None:
        """Give every word a head; the root is its own."""
        group_verbs(self.words)
        for place, word in enumerate(self.words):
            if word.head >= 0:
                continue
            if self._predicate(word):
                self._verb(place)
            elif word.pos not in ("PUNCT", "CCONJ"):
                self.open.append(place)
        self._finish()

    # -- clauses ---------------------------------------------------------------------------------

    def _predicate(self, word: Word) -> bool:
        if word.pos == "VERB":
            return True
        return word.pos == "AUX" and bool(self.open)

    def _verb(self, place: int) -> None:
        word = self.words[place]
        end = self._end_of(place)
        form = form_of(word) if word.pos == "VERB" else "finite"
        if word.lower in _EXISTS and self._noun_behind(word, end) is not None:
            form = "participle"  # "терактіге қатысы бар тағы бір адам"
        if form == "participle" and (noun := self._described(word, end)) is not None:
            self._take(place, narrow=True, relative=True)
            if word.reading.lemma == "деген" and self.finite:  # "… болды деген ақпарат": the report that …
                self._fold_finite(self.finite[0])
                self.words[self.finite[0]].head, self.words[self.finite[0]].dep = place, "ccomp"
                self.finite = []
            word.head, word.dep = noun, "acl"
            return
        if word.reading.lemma == "деу" and word.lower in _SAYING:
            self._quoted(place)
            return
        if word.reading.lemma in ("деу", "деліну"):
            self._direct_speech(place)
        nominal = form in ("participle", "infinitive") and (
            possessed(word) or case_of(word) not in _SUBJECT_CASES
        )
        finite = form == "finite" or (form == "participle" and not nominal)
        self._take(place, narrow=not finite or self._said_next(end))
        self._govern(place)
        if finite and form == "participle":
            word.extra |= {"VerbForm=Fin"}
        (self.finite if finite else self.clauses).append(place)

    def _said_next(self, end: int) -> bool:
        """Tell whether "деп" or "деген" follows a verb, so that its clause is what somebody says."""
        following = [word.lower for word in self.words[end + 1 : end + 4] if word.text not in _CLOSING]
        return following[:1] in (["деп"], ["деген"], ["дегенді"])

    def _direct_speech(self, place: int) -> None:
        """Give what stands in a quotation before "деді" to the clause inside it, not to the speaker."""
        opening = next((at for at in range(place) if self.words[at].text in _OPENING), place)
        closing = next((at for at in range(place) if self.words[at].text in _ENDING), place)
        opening = -1 if closing < opening else opening  # the quotation began in a sentence before
        inside = [phrase for phrase in self.open if phrase > opening]
        if not inside or not self._closed_before(place):
            return
        hosts = [at for at in self.finite if at > opening]
        host = hosts[-1] if hosts else inside[-1]
        if not hosts:
            self._fold_finite(host)
            self.finite = [host]
        self.open = [phrase for phrase in self.open if phrase <= opening]
        for phrase in inside:
            if phrase != host:
                self._attach(phrase, host)

    def _closed_before(self, place: int) -> bool:
        """Tell whether a dash, a comma or a closing mark sets the verb apart from what is said."""
        return place > 0 and self.words[place - 1].text in _CLOSING

    def _end_of(self, place: int) -> int:
        """Return the last word of a verb group."""
        end = place
        while end + 1 < len(self.words) and self.words[end + 1].head == place:
            end += 1
        return end

    def _described(self, word: Word, end: int) -> int | None:
        """Return the noun a participle describes, also with one joined: "ұрланған және әкетілген адам"."""
        noun = self._noun_behind(word, end)
        joined = end + 1 < len(self.words) and self.words[end + 1].lower == "және"
        if noun is not None or not joined or any(self._may_be_subject(self.words[at]) for at in self.open):
            return noun
        for place in range(end + 2, min(len(self.words), end + _JOINED)):
            other = self.words[place]
            if other.pos == "VERB" and other.head < 0:
                return (
                    self._noun_behind(other, self._end_of(place)) if form_of(other) == "participle" else None
                )
        return None

    def _noun_behind(self, word: Word, end: int) -> int | None:
        """Return the noun that a participle describes: the head of the phrase right behind it."""
        if possessed(word) or case_of(word) not in _SUBJECT_CASES:
            return None
        for following in range(end + 1, min(len(self.words), end + 3)):
            other = self.words[following]
            if other.text in ("«", "“", '"'):
                continue
            if other.nominal or other.pos in ("ADJ", "NUM", "DET"):
                head = following
                while self.words[head].head > head and self.words[head].dep in (
                    "amod",
                    "nummod",
                    "det",
                    "compound",
                ):
                    head = self.words[head].head
                return head if self.words[head].nominal or self.words[head].pos == "NUM" else None
            if other.dep == "compound:lvc" or other.pos == "VERB":
                return None
            return None
        return None

    def _take(self, place: int, *, narrow: bool, relative: bool = False) -> None:
        """Attach the open phrases to a verb. narrow: leave an earlier subject to a later verb.

        relative: it describes a noun behind it, so that a passive has no subject of its own before it.
        """
        kept: list[int] = []
        taken_subject = False
        for phrase in reversed(self.open):
            word = self.words[phrase]
            subject = self._may_be_subject(word)
            if relative and subject and self._told_of_another(word, place):
                kept.append(phrase)  # "Ол өлтірілген алты содыр туралы айтты": it is he who told
                continue
            if narrow and (
                (subject and (taken_subject or self._speaks_outside(phrase, place))) or self._sourced(phrase)
            ):
                kept.append(phrase)
                continue
            taken_subject = taken_subject or subject
            self._attach(phrase, place)
        self._tell_subjects(place)
        self.open = kept[::-1]

    def _told_of_another(self, word: Word, verb: int) -> bool:
        """Tell whether a pronoun or somebody who speaks is no subject of a passive that describes another."""
        passive = self.words[verb].reading.has("Voice=Pass")
        speaks = word.pos == "PRON" or word.reading.lemma in listed()["speakers"] or word.entity == "PERSON"
        counted = word.pos == "NUM" or word.reading.lemma in persons()
        of_things = counted and self.words[verb].reading.lemma in listed()["done_to_things"]
        return passive and (speaks or of_things)

    def _tell_subjects(self, verb: int) -> None:
        """Leave one subject to a verb: of two nominatives an active verb has the last as its object."""
        found = [
            at for at in range(verb) if self.words[at].head == verb and self.words[at].dep.startswith("nsubj")
        ]
        bare = [at for at in found if self.words[at].reading.case != "Gen"]
        if len(bare) < 2:
            return
        word = self.words[verb]
        light = any(each.head == verb and each.dep == "compound:lvc" for each in self.words[:verb])
        if (
            light
            or word.reading.has("Voice=Pass")
            or word.reading.lemma in ("болу", "өлу", "жету", "келу", "шығу")
        ):
            counted = {each.head for each in self.words[:verb] if each.dep == "nummod"} & set(bare)
            for at in bare:
                if at not in (counted or {bare[-1]}):
                    self.words[at].dep = "dislocated"
            return
        for at in bare[1:-1]:
            self.words[at].dep = "dislocated"
        acted_on = any(each.head == verb and each.dep == "obj" for each in self.words[:verb])
        self.words[bare[0] if acted_on else bare[-1]].dep = "dislocated" if acted_on else "obj"

    def _may_be_subject(self, word: Word) -> bool:
        return (
            word.reading.case in _SUBJECT_CASES
            and word.pos in ("NOUN", "PROPN", "PRON", "NUM")
            and not self._cased(word)
        )

    def _cased(self, word: Word) -> bool:
        place = self._place(word)
        return any(other.head == place and other.dep == "case" for other in self.words[place + 1 : place + 5])

    def _place(self, word: Word) -> int:
        return next(place for place, each in enumerate(self.words) if each is word)

    def _speaks_outside(self, phrase: int, verb: int) -> bool:
        """Tell whether a nominative is rather the subject of a later verb: one who speaks, set apart."""
        word = self.words[phrase]
        speaker = word.reading.lemma in listed()["speakers"] or word.entity in ("PERSON", "ORG")
        return (
            speaker
            and phrase + 1 < verb
            and any(
                each.pos in ("NOUN", "NUM") and each.dep != "compound:lvc"
                for each in self.words[phrase + 1 : verb]
            )
        )

    def _sourced(self, phrase: int) -> bool:
        """Tell whether a phrase names a source by a postposition."""
        return any(
            other.head == phrase
            and other.dep == "case"
            and other.lower.endswith(("ынша", "інше", "бойынша", "қарағанда", "сәйкес", "сүйенсек"))
            for other in self.words[phrase + 1 : phrase + 5]
        )

    def _attach(self, phrase: int, verb: int) -> None:
        word, governor = self.words[phrase], self.words[verb]
        word.head = verb
        if word.pos in ("ADV", "PART", "DET", "ADJ"):
            word.dep = "advmod"
        elif self._cased(word):
            word.dep = "obl"
        elif word.reading.case in _SUBJECT_CASES:
            passive = governor.reading.has("Voice=Pass")
            word.dep = "obl:tmod" if self._temporal(word) else "nsubj:pass" if passive else "nsubj"
        elif word.reading.case == "Gen":
            word.dep = "nsubj" if possessed(governor) else "nmod"
        else:
            word.dep = _RELATIONS.get(word.reading.case, "obl")

    def _temporal(self, word: Word) -> bool:
        return (
            word.reading.lemma in ("күн", "жыл", "ай", "апта", "сағат", "таң", "кеш", "түн", "кез", "уақыт")
            and word.pos != "PROPN"
        )

    def _quoted(self, place: int) -> None:
        """Hang "деп" on the verb before it, whose clause is then what is said."""
        word = self.words[place]
        host = (
            self.finite[0]
            if self.finite
            else self.clauses[-1]
            if self.clauses
            else self.open[-1]
            if self.open
            else -1
        )
        if host < 0:
            self.open.append(place)
            word.reading = word.reading
            return
        word.head, word.dep = host, "mark"
        if host in self.open:
            self.open.remove(host)
        self._fold_finite(host)
        self.finite = []
        self.clauses = [each for each in self.clauses if each != host]
        self._absorb(host)
        self.clauses.append(host)
        self.words[host].extra |= {"Said=Yes"}

    def _absorb(self, host: int) -> None:
        """Give the clauses that wait to a verb as adverbial ones."""
        for clause in self.clauses:
            if clause < host:
                self._clause(clause, host)
        self.clauses = [each for each in self.clauses if each >= host]

    def _govern(self, place: int) -> None:
        """Attach the clauses that wait to the verb that closes them."""
        for clause in self.clauses:
            self._clause(clause, place)
        self.clauses = []
        if self.words[place].reading.lemma in ("деу", "деліну") and self.finite:
            host = self.finite[0]
            self._fold_finite(host)
            self.words[host].head, self.words[host].dep = place, "ccomp"
            self.finite = []

    def _fold_finite(self, host: int) -> None:
        for other in self.finite:
            if other != host:
                self.words[other].head, self.words[other].dep = host, "conj"

    def _clause(self, clause: int, governor: int) -> None:
        word = self.words[clause]
        word.head = governor
        if "Said=Yes" in word.extra:
            word.dep = "ccomp"
            return
        form, case = form_of(word), case_of(word)
        about = any(
            each.head == clause and each.dep == "case" for each in self.words[clause + 1 : clause + 4]
        )
        if form == "participle" and (case == "Acc" or (about and possessed(word))):
            word.dep = "ccomp"
        elif form == "participle" and case in _SUBJECT_CASES and possessed(word):
            word.dep = "csubj"
        elif form == "infinitive":
            word.dep = (
                "csubj"
                if case in _SUBJECT_CASES and possessed(word) and not about
                else "xcomp"
                if case in ("Acc", "Dat")
                else "advcl"
            )
        else:
            word.dep = "advcl"

    # -- the end of the sentence -----------------------------------------------------------------

    def _finish(self) -> None:
        self.root = self._choose_root()
        self.words[self.root].head, self.words[self.root].dep = self.root, "root"
        self._fold_finite(self.root)
        for clause in self.clauses:
            if clause != self.root:
                self._clause(clause, self.root)
        for phrase in self.open:
            if phrase != self.root:
                self._attach_late(phrase)
        share_subjects(self.words)
        tell_conditions(self.words)
        for place, word in enumerate(self.words):
            if word.head < 0:
                word.head = self.root if word.pos == "PUNCT" else self._joined(place)
                word.dep = "punct" if word.pos == "PUNCT" else "cc" if word.pos == "CCONJ" else "dep"

    def _choose_root(self) -> int:
        if self.finite:
            return self.finite[0]
        if self.clauses:
            return self.clauses[-1]
        nominal = [place for place in self.open if self.words[place].pos != "ADV"]
        return nominal[-1] if nominal else self.open[-1] if self.open else 0

    def _attach_late(self, phrase: int) -> None:
        """Attach what stands behind the last verb, or the phrases of a sentence without one."""
        if self.words[self.root].pos in ("VERB", "AUX"):
            governor = max((place for place in self.finite if place < phrase), default=self.root)
            self._attach(phrase, governor)
            return
        self._attach(phrase, self.root)

    def _joined(self, place: int) -> int:
        return place + 1 if place + 1 < len(self.words) else self.root
