"""What a verb of denying denies: words of its own, or what was told before."""

from __future__ import annotations

from oqiga.model.syntax import Document, Token


def names_its_matter(document: Document, verb: Token) -> bool:
    """Tell whether what a verb of denying has as its object says itself what is denied, and points nowhere.

    "Denied *rumours of a shooting*", «опровергла слухи *о взрыве*», «*жарылыс туралы* қауесетті жоққа
    шығарды»; not "denied the reports".
    """
    for noun in document.children(verb, "obj"):
        first = document.subtree(noun)[0].index
        before = [each for each in document.children(verb, "obl") if each.index < noun.index]
        behind_it = document.children(noun, "nmod")
        own = [each for each in behind_it if document.children(each, "case")]
        own += [each for each in before if any(c.index == first - 1 for c in document.children(each, "case"))]
        if any(each.pos != "PRON" for each in own):
            return True
    return False
