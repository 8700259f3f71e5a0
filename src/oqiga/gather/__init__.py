"""Texts, pages and folders to clean reports."""
