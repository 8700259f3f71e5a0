"""Tolls of Kyrgyz reports: the worked example of docs/languages.md, without pretending to be complete."""
