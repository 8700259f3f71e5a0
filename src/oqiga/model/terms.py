"""The closed vocabularies of the record, as enumerations.

Each member has a one-line definition in `oqiga/codebook/terms.yaml`; a test holds the two together.
"""

from __future__ import annotations

from enum import StrEnum


class SourceKind(StrEnum):
    """What kind of source a claim comes from."""

    GOVERNMENT = "government"
    POLICE = "police"
    MILITARY = "military"
    JUDICIARY = "judiciary"
    HEALTH = "health"
    RESCUE = "rescue"
    ARMED_GROUP = "armed_group"
    WITNESS = "witness"
    MEDIA = "media"
    INTERNATIONAL = "international"
    NGO = "ngo"
    FAMILY = "family"
    OFFICIAL = "official"
    OTHER = "other"


class Certainty(StrEnum):
    """How sure the report, or its source, presents itself."""

    STATED = "stated"
    REPORTED = "reported"
    SUSPECTED = "suspected"
    UNCLEAR = "unclear"
    DENIED = "denied"


class RevisionKind(StrEnum):
    """What a claim does to an earlier one, when the text says so."""

    UPDATES = "updates"
    CORRECTS = "corrects"
    RETRACTS = "retracts"
    DENIES = "denies"


class Outcome(StrEnum):
    """What happened to the people a toll counts."""

    KILLED = "killed"
    INJURED = "injured"
    HOSPITALIZED = "hospitalized"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    AT_LARGE = "at_large"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    INVOLVED = "involved"


HARM = frozenset({Outcome.KILLED, Outcome.INJURED})
"""Outcomes of people who are hurt, whoever else is told of."""


class Group(StrEnum):
    """Whom a toll counts."""

    ALL = "all"
    VICTIMS = "victims"
    CIVILIANS = "civilians"
    POLICE = "police"
    MILITARY = "military"
    SECURITY_FORCES = "security_forces"
    ATTACKERS = "attackers"
    OFFICIALS = "officials"
    CHILDREN = "children"
    WOMEN = "women"
    JOURNALISTS = "journalists"
    HEALTH_WORKERS = "health_workers"
    FOREIGNERS = "foreigners"
    PROTESTERS = "protesters"
    OTHER = "other"


class Counts(StrEnum):
    """How a toll's figure relates to the whole."""

    TOTAL = "total"
    ADDITIONAL = "additional"
    SUBSET = "subset"
    UNKNOWN = "unknown"


class EventType(StrEnum):
    """What kind of thing happened."""

    ARMED_ATTACK = "armed_attack"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    VEHICLE_ATTACK = "vehicle_attack"
    STABBING = "stabbing"
    ARSON = "arson"
    ASSASSINATION = "assassination"
    ABDUCTION = "abduction"
    HOSTAGE_TAKING = "hostage_taking"
    HIJACKING = "hijacking"
    ROBBERY = "robbery"
    SHELLING = "shelling"
    AIR_STRIKE = "air_strike"
    CLASH = "clash"
    SECURITY_OPERATION = "security_operation"
    ARREST = "arrest"
    RIOT = "riot"
    PROTEST = "protest"
    THREAT = "threat"
    SABOTAGE = "sabotage"
    GUNFIRE = "gunfire"
    OTHER = "other"


BY_AUTHORITIES = frozenset({EventType.SECURITY_OPERATION, EventType.ARREST})
"""What the authorities do, mostly in answer to something: its doers are no attackers."""


class Stage(StrEnum):
    """How far an event went."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    FOILED = "foiled"
    THREATENED = "threatened"
    ONGOING = "ongoing"


class TimePrecision(StrEnum):
    """How exactly a moment is known."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"

    @property
    def of_one_day(self) -> bool:
        """Whether the day is known, or a moment of it."""
        return self in _OF_ONE_DAY


_OF_ONE_DAY = frozenset(
    {TimePrecision.MINUTE, TimePrecision.HOUR, TimePrecision.PART_OF_DAY, TimePrecision.DAY}
)


class PlacePrecision(StrEnum):
    """How exactly a place is known."""

    SITE = "site"
    NEIGHBOURHOOD = "neighbourhood"
    CITY = "city"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"


class ParticipantKind(StrEnum):
    """What a perpetrator or a target is."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    FACILITY = "facility"
    VEHICLE = "vehicle"
    OTHER = "other"


class WeaponType(StrEnum):
    """What kind of weapon was used."""

    GUN = "gun"
    BOMB = "bomb"
    GRENADE = "grenade"
    BLADE = "blade"
    VEHICLE = "vehicle"
    MORTAR = "mortar"
    ROCKET = "rocket"
    FIRE = "fire"
    OTHER = "other"


class Basis(StrEnum):
    """On what a blame rests; the record itself states nobody guilty."""

    CLAIMED = "claimed"
    ACCUSED = "accused"
    SUSPECTED = "suspected"
    CHARGED = "charged"
    CONVICTED = "convicted"
    DENIED = "denied"
    UNCLAIMED = "unclaimed"


class MeasureType(StrEnum):
    """What authorities did or ordered in response."""

    SECURITY_OPERATION = "security_operation"
    CORDON = "cordon"
    CHECKPOINT = "checkpoint"
    CURFEW = "curfew"
    SHELTER_ADVISORY = "shelter_advisory"
    EVACUATION = "evacuation"
    CLOSURE = "closure"
    POSTPONEMENT = "postponement"
    COMMUNICATIONS_SHUTDOWN = "communications_shutdown"
    TRANSPORT_SUSPENSION = "transport_suspension"
    ALERT_LEVEL = "alert_level"
    STATE_OF_EMERGENCY = "state_of_emergency"
    REINFORCEMENT = "reinforcement"
    MANHUNT = "manhunt"
    INVESTIGATION = "investigation"
    MOURNING = "mourning"
    COMPENSATION = "compensation"
    OTHER = "other"


class MeasureStatus(StrEnum):
    """Whether a measure is only announced, holds, or has ended."""

    ANNOUNCED = "announced"
    IN_FORCE = "in_force"
    LIFTED = "lifted"
