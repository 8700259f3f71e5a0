"""Where an outside model answers, and the key to it; checked once, before anything is sent."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from oqiga.errors import SettingsError

KEY_VARIABLE = "OQIGA_ENGINE_KEY"
"""Environment variable that holds the key; it is never an option, where a list of processes would show it."""


@dataclass(frozen=True, slots=True)
class Address:
    """A checked address: the one that questions are posted to, its host, and the key (never shown)."""

    url: str
    host: str
    key: str | None = field(default=None, repr=False)


def checked_address(base_url: str, key: str | None = None) -> Address:
    """Return the address to ask under a base URL such as http://127.0.0.1:8080/v1.

    Raises SettingsError for anything but http and https, for a password inside the address, and where a key
    would cross a network in plain text.
    """
    try:
        parts = urlsplit(base_url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise SettingsError(f"--base-url: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise SettingsError("--base-url takes an http or https address, such as http://127.0.0.1:8080/v1")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise SettingsError(
            f"--base-url takes a plain address; a key goes into the environment variable {KEY_VARIABLE}"
        )
    if key and parts.scheme == "http" and not _is_this_machine(host):
        raise SettingsError("a key is sent over https only, or to this machine")
    if key and not (key.isascii() and key.isprintable()):
        raise SettingsError(f"{KEY_VARIABLE} holds characters that no key has")
    return Address(f"{base_url.rstrip('/')}/chat/completions", host, key or None)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
