"""Incidents to what people and programs receive."""
