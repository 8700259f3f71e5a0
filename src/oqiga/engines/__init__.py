"""Outside engines: language models behind an HTTP address that may propose claims; off unless asked for.

Nothing in the package depends on this folder but the door that offers it. What an engine proposes is checked
against the report word for word before the reader takes it in.
"""
