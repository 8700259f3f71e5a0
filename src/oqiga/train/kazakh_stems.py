"""Stems of Kazakh words from running text: a stem is what several different endings have been seen on.

Reads KazNERD sentences (CC BY 4.0) and writes `read/kk/lexicon/stems.yaml`, the open part of the vocabulary;
the words of the trade stand in `vocabulary.yaml` and are kept by hand.

    python -m oqiga.train.kazakh_stems ../shared/data/kaznerd src/oqiga/read/kk/lexicon/stems.yaml
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from oqiga.read.kk.endings import Ending, endings, sounds

_VERB_ENDINGS = 3
"""Kinds of verbal endings that make a stem a verb."""
_NOUN_ENDINGS = 2
"""Kinds of nominal endings that make a stem a noun, the bare word not counted."""
_TELLING = ("VerbForm", "Tense", "Mood", "Polarity", "Evident")
_NEGATED = ("ма", "ме", "ба", "бе", "па", "пе")
_AMBIGUOUS = ("ды", "ді", "ты", "ті", "ы", "і", "ша", "ше", "сы", "сі")
"""Endings that also make new words: күдік-ті is the suspect as well as the suspicion (object)."""
_PARTICIPLES = ("ған", "ген", "қан", "кен")
_HEADER = (
    "# Stems attested in KazNERD (IS2AI, CC BY 4.0) with several different endings; made by\n"
    "# oqiga.train.kazakh_stems. Corrections belong in vocabulary.yaml, which is kept by hand.\n"
)


def words_of(folder: Path) -> Counter[str]:
    """Count the words of the sentences in a folder, in lower case."""
    counted: Counter[str] = Counter()
    for name in ("train.jsonl", "dev.jsonl"):
        with (folder / name).open(encoding="utf-8") as lines:
            for line in lines:
                counted.update(word.lower() for word in json.loads(line)["tokens"] if word.isalpha())
    return counted


def verbs_of(words: Iterable[str]) -> set[str]:
    """Return the stems that carry several kinds of verbal endings."""
    seen: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for stem, ending in _splits(words):
        if ending.kind not in ("noun", "attributive") and "Aspect=Open" not in ending.feats:
            telling = sorted(feat for feat in ending.feats if feat.startswith(_TELLING))
            seen[stem].add((ending.kind, *telling))
    found = {stem for stem, kinds in seen.items() if len(kinds) >= _VERB_ENDINGS}
    return {stem for stem in found if not (stem.endswith(_NEGATED) and stem[:-2] in found)}


def nouns_of(words: Counter[str], verbs: set[str]) -> set[str]:
    """Return the words that stand bare and carry several kinds of nominal endings.

    A word in ы or і may be another one with its possessive, so only endings that no possessive takes count.
    """
    seen: dict[str, set[frozenset[str]]] = defaultdict(set)
    for stem, ending in _splits(words):
        if ending.text and ending.kind in ("noun", "attributive") and words[stem]:
            if stem[-1] in "ыі" and not _own(ending):
                continue
            seen[stem].add(ending.feats)
    found = {stem for stem, kinds in seen.items() if len(kinds) >= _NOUN_ENDINGS and not _verbal(stem, verbs)}
    found = {
        stem for stem in found if len(stem) > 2 and stem not in verbs and not stem.endswith(_PARTICIPLES)
    }
    return {stem for stem in found if not _inflected(stem, found)}


def _inflected(word: str, nouns: set[str]) -> bool:
    """Tell whether a word is another noun of the list with a plural, a case or both."""
    return any(
        ending.text not in _AMBIGUOUS and (word[:cut] in nouns or "Number=Plur" in ending.feats)
        for cut in range(2, len(word))
        for ending in endings().get(word[cut:], ())
        if ending.kind == "noun" and sounds().joins(word[:cut], ending.text)
        if "Person[psor]=3" in ending.feats or not any(feat.startswith("Person") for feat in ending.feats)
    )


def _own(ending: Ending) -> bool:
    return (
        ending.text[:2] in ("ла", "ле", "ға", "ге", "ны", "ні", "да", "де", "сы", "сі")
        and len(ending.text) > 1
    )


def _verbal(word: str, verbs: set[str]) -> bool:
    """Tell whether a word is a verb with a plain verbal ending."""
    return any(
        word[:cut] in verbs
        and any(each.kind != "noun" for each in endings().get(word[cut:], ()) if each.text)
        for cut in range(2, len(word))
    )


def _splits(words: Iterable[str]) -> Iterable[tuple[str, Ending]]:
    table, rules = endings(), sounds()
    for word in words:
        for cut in range(2, len(word) + 1):
            for ending in table.get(word[cut:], ()):
                if rules.joins(word[:cut], ending.text):
                    yield word[:cut], ending


def main(folder: str, target: str) -> None:
    """Write the stems of a corpus folder to a YAML file."""
    words = words_of(Path(folder))
    verbs = verbs_of(words)
    nouns = nouns_of(words, verbs)
    with Path(target).open("w", encoding="utf-8") as out:
        out.write(_HEADER)
        for name, stems in (("verbs", verbs), ("nouns", nouns)):
            out.write(f"{name}: >-\n")
            ordered = sorted(stems)
            for start in range(0, len(ordered), 16):
                out.write("  " + " ".join(ordered[start : start + 16]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
