"""Alerts: rules over incidents, each firing once per change, with the reason; and the ways out."""
