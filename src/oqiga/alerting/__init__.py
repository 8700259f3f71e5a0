"""Sending alerts out: CAP files, the feed of changes, signed webhooks, notifications."""
