"""The rules of CAP 1.2 as this project understands them: the structure as an XML Schema, and what it cannot say."""

import re
from datetime import datetime

from lxml import etree

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"


def _choice(name, *values):
    allowed = "".join(f'<xs:enumeration value="{value}"/>' for value in values)
    return f'<xs:simpleType name="{name}"><xs:restriction base="xs:string">{allowed}</xs:restriction></xs:simpleType>'


def _fields(*fields):
    """Each field is "name", "name?", "name*" or "name+", with ":type" behind it where it is not a string."""
    written = []
    for field in fields:
        name, _, kind = field.partition(":")
        least = "0" if name[-1] in "?*" else "1"
        most = "unbounded" if name[-1] in "*+" else "1"
        kind = f"cap:{kind}" if kind else "xs:string"
        bare = name.rstrip("?*+")
        written.append(f'<xs:element name="{bare}" type="{kind}" minOccurs="{least}" maxOccurs="{most}"/>')
    return f"<xs:sequence>{''.join(written)}</xs:sequence>"


def _kind(name, *fields):
    return f'<xs:complexType name="{name}">{_fields(*fields)}</xs:complexType>'


_SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:cap="{NAMESPACE}"
 targetNamespace="{NAMESPACE}" elementFormDefault="qualified">
{_choice("Status", "Actual", "Exercise", "System", "Test", "Draft")}
{_choice("Type", "Alert", "Update", "Cancel", "Ack", "Error")}
{_choice("Scope", "Public", "Restricted", "Private")}
{
    _choice(
        "Category",
        "Geo",
        "Met",
        "Safety",
        "Security",
        "Rescue",
        "Fire",
        "Health",
        "Env",
        "Transport",
        "Infra",
        "CBRNE",
        "Other",
    )
}
{
    _choice(
        "Response",
        "Shelter",
        "Evacuate",
        "Prepare",
        "Execute",
        "Avoid",
        "Monitor",
        "Assess",
        "AllClear",
        "None",
    )
}
{_choice("Urgency", "Immediate", "Expected", "Future", "Past", "Unknown")}
{_choice("Severity", "Extreme", "Severe", "Moderate", "Minor", "Unknown")}
{_choice("Certainty", "Observed", "Likely", "Possible", "Unlikely", "Unknown")}
<xs:simpleType name="Moment"><xs:restriction base="xs:dateTime">
<xs:pattern value="\\d{{4}}-\\d{{2}}-\\d{{2}}T\\d{{2}}:\\d{{2}}:\\d{{2}}[-+]\\d{{2}}:\\d{{2}}"/></xs:restriction></xs:simpleType>
{_kind("Named", "valueName", "value")}
{_kind("Resource", "resourceDesc", "mimeType", "size?", "uri?", "derefUri?", "digest?")}
{_kind("Area", "areaDesc", "polygon*", "circle*", "geocode*:Named", "altitude?", "ceiling?")}
{
    _kind(
        "Info",
        "language?",
        "category+:Category",
        "event",
        "responseType*:Response",
        "urgency:Urgency",
        "severity:Severity",
        "certainty:Certainty",
        "audience?",
        "eventCode*:Named",
        "effective?:Moment",
        "onset?:Moment",
        "expires?:Moment",
        "senderName?",
        "headline?",
        "description?",
        "instruction?",
        "web?",
        "contact?",
        "parameter*:Named",
        "resource*:Resource",
        "area*:Area",
    )
}
<xs:element name="alert"><xs:complexType>{
    _fields(
        "identifier",
        "sender",
        "sent:Moment",
        "status:Status",
        "msgType:Type",
        "source?",
        "scope:Scope",
        "restriction?",
        "addresses?",
        "code*",
        "note?",
        "references?",
        "incidents?",
        "info*:Info",
    )
}</xs:complexType></xs:element></xs:schema>"""
SCHEMA = etree.XMLSchema(etree.fromstring(_SCHEMA))
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
