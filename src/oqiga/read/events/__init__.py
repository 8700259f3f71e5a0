"""What happened: attacks, bombings, clashes, protests, arrests, with who, whom, where, when, with what."""

from oqiga.read.events.find import find_events

__all__ = ["find_events"]
