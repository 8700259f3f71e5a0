"""Noun phrases that name people: where they begin and end, what heads them, and the group they tell."""

from __future__ import annotations

from oqiga.model.syntax import ARGUMENTS, Document, Token
from oqiga.model.terms import Group
from oqiga.read.phrases import Match
from oqiga.read.quantities import NumberWords
from oqiga.read.tolls.joint import group_now
from oqiga.read.tolls.lexicon import TollWords

REACH = 9
"""Longest run of words between a number and the noun that it counts."""
_INNER_SIGNS = frozenset({"-", "“", '"', "‘", "«"})
_OBLIQUE = frozenset({"Case=Loc", "Case=Dat", "Case=Abl", "Case=Ins", "Case=Acc"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "ADV"})


class NounPhrases:
    """Knows the noun phrases of one document by the lexicon of people."""

    def __init__(self, document: Document, words: TollWords, numbers: NumberWords) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = words.people
        self.outcomes = words.outcomes
        self.states = words.outcomes.triggers["state"]
        self.including = words.outcomes.including
        self.numbers = numbers

    def _noun_at(self, position: int, end: int) -> Match[str] | None:
        """Return the phrase for people that begins at a token: of the lexicon, or one that its grammar tells.

        «женщина-водитель» is told by its first part; an animate noun is a person where the language marks
        them and it names no creature: «крановщик».
        """
        found, token = self.words.nouns.at(self.tokens, position, end), self.tokens[position]
        if found is not None and found.length == 1 and self._participle(token):
            return None
        if found is not None or token.pos != "NOUN":
            return found
        first, _, second = token.lemma.partition("-")
        if second and (label := self.words.nouns.meaning(first)) is not None:
            other = self.words.nouns.meaning(second) if label == Group.ALL.value else None
            return Match(position, position + 1, other or label)  # «сотрудник-*силовик*»
        person = self.words.animate and "Animacy=Anim" in token.feats and "Subst=Yes" not in token.feats
        if person and token.lemma not in self.words.creatures and not token.entity:
            return Match(position, position + 1, Group.ALL.value)
        return None

    def _participle(self, token: Token) -> bool:
        """Tell whether only the verb of a participle is a noun too: "three *suspected* Front members"."""
        describes = token.pos == "VERB" and token.dep == "amod" and token.head > token.index
        return describes and self.words.head_last and token.lower != token.lemma

    def nouns_at(self, token: Token) -> Group | None:
        """Return the group of the noun phrase that ends with a token."""
        noun = self.words.nouns.before(self.tokens, token.index + 1, max(0, token.index - 3))
        return None if noun is None else group_now(self.document, token, noun.value, self.words)

    def _compounds(self, token: Token) -> bool:
        """Tell whether a word in front of a noun belongs to its name: a name of its own, or a compound."""
        return bool(token.entity) or token.dep == "compound"

    def _joins_kinds(self, both: Token) -> bool:
        """Tell whether "both" joins two kinds, of whom it counts neither: "*both* soldiers and rebels"."""
        first = self.tokens[both.head]
        if both.lower not in self.words.all_of or both.dep != "det" or first.pos not in ("NOUN", "PROPN"):
            return False
        return any(
            "Number=Plur" in other.feats and not self.document.children(other, "det", "nummod")
            for other in self.document.children(first, "conj")
        )

    def _starts_other(self, position: int) -> bool:
        return self.tokens[position].pos == "ADV"

    def _nominal(self, position: int) -> bool:
        token = self.tokens[position]
        return (
            token.pos in _NOMINAL
            or (token.text in _INNER_SIGNS and not self._dash(position))
            or (token.pos == "VERB" and token.dep == "amod")
            or (token.pos == "NUM" and token.text[:1].isalpha() and not token.text.isalpha())  # "AK-47"
        )

    def _dash(self, position: int) -> bool:
        """Tell whether a hyphen stands between spaces, as a dash: «15 из них - полицейские»."""
        token = self.tokens[position]
        return token.text == "-" and self.tokens[position - 1].span.end < token.span.start

    def _is_noun(self, position: int, end: int) -> bool:
        """Tell whether a noun phrase goes on here, so that a number before it does not stand alone."""
        token = self.tokens[position]
        if self.states.at(self.tokens, position, end) is not None or token.dep == "compound:lvc":
            return False
        if token.entity in ("DATE", "TIME") or token.lower in self.outcomes.contrast:
            return False  # "wounded eight late Friday night", "rose to five *while* 13 are injured"
        if token.pos in ("NOUN", "PROPN"):
            return True
        return (
            token.pos == "ADJ" and position + 1 < end and self.tokens[position + 1].pos in ("NOUN", "PROPN")
        )

    def _noun(self, start: int, end: int) -> Match[str] | None:
        """Return the phrase for people that heads the noun phrase beginning at `start`."""
        position = start
        while position < min(end, start + REACH):
            if self.tokens[position].text.isdigit() and position + 1 < end:  # "two *15-year-old* boys"
                age = self.words.aged.at(self.tokens, position + 1, end)
                position = position if age is None else min(age.last, end - 1)
            found = self._noun_at(position, end)
            if found is not None and self._heads(found, end) and not self._describes(found, end):
                return found
            if not self._nominal(position) and not self._inside(position, start):
                return None
            token = self.tokens[position]
            if not self.words.head_last and token.pos in ("NOUN", "PROPN") and token.dep != "amod":
                return None  # «трое *раненных* пограничников», whom it only describes
            if self._closed_by_case(position):
                return None
            position += 1
        return None

    def _closed_by_case(self, position: int) -> bool:
        """Tell whether a noun ends its phrase by its case, where case joins words: "үш станцияда ер адам"."""
        token = self.tokens[position]
        joined = not self.words.links and not self.words.head_by_tree
        return joined and token.pos == "NOUN" and not _OBLIQUE.isdisjoint(token.feats)

    def _describes(self, found: Match[str], end: int) -> bool:
        """Tell whether the tree makes a noun for people describe another: «трёх *раненых* полицейских»."""
        token = self.tokens[found.first]
        if not self.words.head_by_tree or token.dep != "amod" or not found.last <= token.head < end:
            return False
        return self._noun_at(token.head, end) is not None

    def _inside(self, position: int, start: int) -> bool:
        """Tell whether a word without a noun's part of speech still belongs to a noun phrase."""
        token = self.tokens[position]
        if token.pos in ("PART", "DET", "NUM"):
            return position > start and token.pos != "NUM"
        if "Variant=Short" in token.feats:  # a predicate
            return False
        return token.pos == "VERB" and ("VerbForm=Part" in token.feats or token.dep in ("amod", "compound"))

    def _heads(self, found: Match[str], end: int) -> bool:
        """Tell whether a phrase ends its run of nouns, in a language where the head stands last."""
        if not self.words.head_last or found.last >= end:
            return True
        following = self.tokens[found.last]
        joined = not self.words.links and not self.words.head_by_tree
        if (joined and self._is_argument(found.last - 1)) or self._closed_by_case(found.last - 1):
            return True  # "12 адамды полиция бөліміне жеткізді": case and tree end the phrase
        if "Case=Gen" in self.tokens[found.last - 1].feats:  # "17 адамның аты": no names are counted
            return True
        if following.lower in self.words.definite or following.lower in self.numbers.one:
            return True
        if following.lower in self.words.aging:  # "two children ages 8 and 10"
            return True
        if following.pos == "NOUN" and following.head != found.last - 1:
            return following.dep not in ("compound",) and self.tokens[found.last - 1].head != following.index
        if following.text == "-":
            return following.span.start > self.tokens[found.last - 1].span.end
        if following.lower in ("'s", "’s", "'", "’"):
            return False
        return not (
            following.pos == "PROPN"
            and self.tokens[found.last - 1].dep == "compound"
            and not following.entity
        )

    def _is_argument(self, position: int) -> bool:
        """Tell whether the tree makes a noun an argument of a predicate."""
        return self.tokens[position].dep in ARGUMENTS

    def _with_carrier(self, noun: Match[str], end: int) -> int:
        """Return where a phrase ends that goes on over a link ("members of the security forces")."""
        if noun.last >= end or self.tokens[noun.last].lower not in self.words.links:
            return noun.last
        if self.tokens[noun.last - 1].lemma not in self.words.carriers:
            return noun.last
        position = noun.last + 1
        while position < min(end, noun.last + 6) and self.tokens[position].lower in self.words.definite:
            position += 1
        inner = self._noun(position, end)
        if inner is not None:
            return inner.last
        bracket = False  # "cadres of the outlawed CPI (Maoist)"
        while position < min(end, noun.last + 6):
            token = self.tokens[position]
            bracket = bracket or token.text == "("
            if not self._nominal(position) and token.text != "(":
                break
            closed = not bracket or (position + 1 < end and self.tokens[position + 1].text == ")")
            if token.lemma in self.words.marks and closed and self._names_body(token):
                return position + 1
            position += 1
        return noun.last

    def _names_body(self, token: Token) -> bool:
        """Tell whether a marking word behind a link names who they are: not "people from the attack"."""
        if token.pos == "PROPN" or self.words.marks[token.lemma] != Group.ATTACKERS.value:
            return True
        attackers = self.words.nouns.at(self.tokens, token.index, token.index + 1)
        return attackers is not None and token.dep in ("amod", "compound")  # "leaders of the bandit group"

    def _head_of(self, noun: Match[str]) -> int:
        inside = range(noun.first, noun.last)
        if self.words.head_by_tree or any(self.tokens[i].text == "-" for i in inside):  # "passers-by"
            return next(
                (i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i),
                noun.first,
            )
        return noun.last - 1 if self.words.head_last else noun.first

    def _group(self, noun: Match[str], first: int, last: int) -> Group:
        """Return the group of a noun phrase: of its noun, or of the words that mark a carrier."""
        single_word = noun.last - noun.first == 1
        he = single_word and "Gender=Masc" in self.tokens[noun.first].feats  # «её *супруга* похитили»
        head, he = self.tokens[self._head_of(noun)], he and noun.value == Group.WOMEN.value
        group = Group.ALL if he else group_now(self.document, head, noun.value, self.words)
        if group is Group.ATTACKERS and self._is_guard(head):
            return Group.SECURITY_FORCES
        if single_word and self.tokens[noun.first].lemma in self.words.marked:
            marked = [
                self.words.marks[word]
                for token in self._describing(noun, first, last)
                for word in (token.lower, token.lemma)
                if word in self.words.marks and token.index != noun.first and "Case=Loc" not in token.feats
            ]
            if marked:
                return Group(marked[-1])
        if group in (Group.ALL, Group.VICTIMS) and noun.first > first:  # "three servicemen wounded"
            before = self.words.nouns.before(self.tokens, noun.first, first)
            told = before is not None and (group is Group.ALL or before.value != Group.ATTACKERS.value)
            group = Group(before.value) if before is not None and told else group
        if self._is_attacker_too(noun):
            return Group.ATTACKERS
        inside = range(noun.last + 1, last)
        behind = next((i for i in inside if self.tokens[i].lower not in self.words.definite), last)
        inner = self._noun(behind, last) if last > behind else None
        return Group(inner.value) if inner is not None and group in (Group.ALL, Group.OTHER) else group

    def _is_attacker_too(self, noun: Match[str]) -> bool:
        """Tell whether somebody is called an attacker behind: «водителя *убийцу*», not «водитель убийцы»."""
        if not self.words.head_by_tree or noun.last >= len(self.tokens):
            return False
        head, behind = self.tokens[self._head_of(noun)], self.tokens[noun.last]
        cases = {feat for feat in head.feats if feat.startswith("Case=")}
        if behind.head != head.index or "Case=Gen" in cases or not cases or not cases <= behind.feats:
            return False
        return self.nouns_at(behind) is Group.ATTACKERS

    def _is_guard(self, noun: Token) -> bool:
        """Tell whether somebody armed guards the person he belongs to: "the *inspector's* gunman"."""
        if noun.lemma not in self.words.guards:
            return False
        owners = self.document.children(noun, "nmod:poss")
        return any(self.nouns_at(each) not in (None, Group.ATTACKERS) for each in owners)

    def _describing(self, noun: Match[str], first: int, last: int) -> list[Token]:
        """Return the words that may tell the group of a carrier: its phrase, and genitives joined by case."""
        described = list(self.tokens[first:last])
        if not self.words.links and not self.words.head_by_tree:
            head = self.tokens[self._head_of(noun)]
            before = (child for child in self.document.children(head, "amod", "acl") if child.index < first)
            described = [*self._owners(noun), *before, *described]  # "қарулы бес адам"
        if self.words.head_by_tree:
            head = self.tokens[self._head_of(noun)]
            described += [
                child
                for child in self.document.children(head, "amod", "acl")
                if child.index >= last and not self._among_others(child, last)
            ]
            for child in self.document.children(head, "nmod"):
                if "Case=Gen" in child.feats and not self.document.children(child, "case"):
                    described += [token for token in self.document.subtree(child)[:5] if token.index >= last]
        return described

    def _among_others(self, token: Token, last: int) -> bool:
        """Tell whether words behind a phrase only say who is among them: «5 человек, *в том числе* …»."""
        including = self.including.search(self.tokens, last, token.index) if last < token.index else None
        return including is not None

    def _owners(self, noun: Match[str]) -> list[Token]:
        """Return the genitives in front of a noun, over its numeral: "органдарының 11 қызметкері"."""
        head = self.tokens[self._head_of(noun)]
        leaned = (head, *self.document.children(head, "nummod"))
        owners = [child for each in leaned for child in self.document.children(each, "nmod:poss")]
        return [token for owner in owners for token in self.document.subtree(owner)[-4:]]

    def _with_name(self, last: int, end: int) -> int:
        """Return where a title or trade ends together with the name that follows it."""
        called = self.words.called.at(self.tokens, last, end) if last < end else None
        if called is not None and called.last < end and self.tokens[called.last].entity == "PERSON":
            last = called.last
        while last < end and self.tokens[last].entity == "PERSON":
            last += 1
        return last
