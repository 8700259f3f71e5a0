"""Incidents as filled templates: what the trained encoder and the patterns find, ranked together.

One template an incident: its type and the strings that fill its roles, each a stretch of the report. What a
form calls the slots, and how it writes dates and places, is for whoever fills that form.
"""
