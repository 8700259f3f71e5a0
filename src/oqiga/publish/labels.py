"""What the terms of the record are called in the interface, in English: the ids of the catalogues."""

from __future__ import annotations

from oqiga.model.terms import (
    Basis,
    Certainty,
    EventType,
    Group,
    MeasureStatus,
    MeasureType,
    Outcome,
    Stage,
)
from oqiga.reconcile.measures import RUN_OUT

OUTCOMES = {
    Outcome.KILLED: "killed",
    Outcome.INJURED: "wounded",
    Outcome.HOSPITALIZED: "in hospital",
    Outcome.MISSING: "missing",
    Outcome.ABDUCTED: "abducted",
    Outcome.DETAINED: "detained",
    Outcome.AT_LARGE: "at large",
    Outcome.DISPLACED: "displaced",
    Outcome.EVACUATED: "evacuated",
    Outcome.INVOLVED: "involved",
}
GROUPS = {
    Group.ALL: "people",
    Group.VICTIMS: "victims",
    Group.CIVILIANS: "civilians",
    Group.POLICE: "police",
    Group.MILITARY: "military",
    Group.SECURITY_FORCES: "security forces",
    Group.ATTACKERS: "attackers",
    Group.OFFICIALS: "officials",
    Group.CHILDREN: "children",
    Group.WOMEN: "women",
    Group.JOURNALISTS: "journalists",
    Group.HEALTH_WORKERS: "health workers",
    Group.FOREIGNERS: "foreigners",
    Group.PROTESTERS: "protesters",
    Group.OTHER: "others",
}
ONE_OF = GROUPS | {
    Group.VICTIMS: "victim",
    Group.CIVILIANS: "civilian",
    Group.ATTACKERS: "attacker",
    Group.OFFICIALS: "official",
    Group.CHILDREN: "child",
    Group.WOMEN: "woman",
    Group.JOURNALISTS: "journalist",
    Group.HEALTH_WORKERS: "health worker",
    Group.FOREIGNERS: "foreigner",
    Group.PROTESTERS: "protester",
    Group.OTHER: "other",
}
EVENTS = {
    EventType.ARMED_ATTACK: "Armed attack",
    EventType.BOMBING: "Bombing",
    EventType.SUICIDE_BOMBING: "Suicide bombing",
    EventType.VEHICLE_ATTACK: "Vehicle attack",
    EventType.STABBING: "Stabbing",
    EventType.ARSON: "Arson",
    EventType.ASSASSINATION: "Assassination",
    EventType.ABDUCTION: "Abduction",
    EventType.HOSTAGE_TAKING: "Hostage taking",
    EventType.HIJACKING: "Hijacking",
    EventType.ROBBERY: "Robbery",
    EventType.SHELLING: "Shelling",
    EventType.AIR_STRIKE: "Air strike",
    EventType.CLASH: "Clash",
    EventType.SECURITY_OPERATION: "Security operation",
    EventType.ARREST: "Arrest",
    EventType.RIOT: "Riot",
    EventType.PROTEST: "Protest",
    EventType.THREAT: "Threat",
    EventType.SABOTAGE: "Sabotage",
    EventType.GUNFIRE: "Gunfire",
    EventType.OTHER: "Incident",
}
STAGES = {
    Stage.ACCOMPLISHED: "accomplished",
    Stage.ATTEMPTED: "attempted",
    Stage.FOILED: "foiled",
    Stage.THREATENED: "threatened",
    Stage.ONGOING: "ongoing",
}
MEASURES = {
    MeasureType.SECURITY_OPERATION: "security operation",
    MeasureType.CORDON: "cordon",
    MeasureType.CHECKPOINT: "checkpoints",
    MeasureType.CURFEW: "curfew",
    MeasureType.SHELTER_ADVISORY: "people told to stay indoors",
    MeasureType.EVACUATION: "evacuation",
    MeasureType.CLOSURE: "closure",
    MeasureType.POSTPONEMENT: "postponement",
    MeasureType.COMMUNICATIONS_SHUTDOWN: "communications cut",
    MeasureType.TRANSPORT_SUSPENSION: "transport suspended",
    MeasureType.ALERT_LEVEL: "alert level",
    MeasureType.STATE_OF_EMERGENCY: "state of emergency",
    MeasureType.REINFORCEMENT: "reinforcement",
    MeasureType.MANHUNT: "manhunt",
    MeasureType.INVESTIGATION: "investigation",
    MeasureType.MOURNING: "mourning",
    MeasureType.COMPENSATION: "compensation",
    MeasureType.OTHER: "other measure",
}
STATUSES = {
    MeasureStatus.ANNOUNCED: "announced",
    MeasureStatus.IN_FORCE: "in force",
    MeasureStatus.LIFTED: "lifted",
}
STANDINGS = {status.value: name for status, name in STATUSES.items()} | {RUN_OUT: "over"}
"""What a measure has come to at a moment."""
BASES = {
    Basis.CLAIMED: "claimed responsibility",
    Basis.ACCUSED: "accused",
    Basis.SUSPECTED: "suspected",
    Basis.CHARGED: "charged",
    Basis.CONVICTED: "convicted",
    Basis.DENIED: "denied",
    Basis.UNCLAIMED: "nobody has claimed it",
}
CERTAINTIES = {
    Certainty.STATED: "stated",
    Certainty.REPORTED: "hearsay",
    Certainty.SUSPECTED: "suspected",
    Certainty.UNCLEAR: "unclear",
    Certainty.DENIED: "denied",
}
