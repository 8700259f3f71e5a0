"""Names of armed bodies: those a lexicon tells, those that end in a noun for one ("the Tarsk *Front*")."""

from __future__ import annotations

from functools import lru_cache

from oqiga.locate.places.lexicon import is_demonym
from oqiga.model.syntax import Document, Entity, Token
from oqiga.read.languages import LanguagePack
from oqiga.read.phrases import Phrases, words_of


def names_armed_body(document: Document, pack: LanguagePack, entity: Entity) -> bool:
    """Tell whether a name is that of an armed body, by the lexicons `bodies` and `perpetrators`."""
    if entity.label != "ORG":
        return False
    names, nouns = _told(pack)
    words = document.tokens[entity.first : entity.last]
    own = [each for each in words if each.pos != "DET"]
    if " ".join(each.text for each in own) in names:
        return True
    of_a_land = any(is_demonym(each.lemma, each.lower) for each in own)  # "the Syrian Army"
    heads = [each for each in words if each.head not in range(entity.first, entity.last)]
    inflected = [each for each in heads if any(feat.startswith("Case=") for feat in each.feats)]
    return not of_a_land and any(nouns.has(each) for each in (words[-1], *inflected))  # «*Фронт* спасения»


def is_armed_body(document: Document, pack: LanguagePack, noun: Token) -> bool:
    """Tell whether a noun stands in the name of one."""
    around = (each for each in document.entities if each.first <= noun.index < each.last)
    return any(names_armed_body(document, pack, each) for each in around)


@lru_cache(maxsize=8)
def _told(pack: LanguagePack) -> tuple[frozenset[str], Phrases[str]]:
    """Return the names of armed bodies, and the nouns with which such a name ends."""
    names = pack.lexicon("bodies")["names"] if pack.has("bodies") else ()
    nouns = pack.lexicon("perpetrators").get("fighting", ()) if pack.has("perpetrators") else ()
    return frozenset(map(str, names)), words_of(nouns)
