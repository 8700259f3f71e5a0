"""What a site's robots.txt allows, asked once a day per site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from oqiga.errors import GatherError
from oqiga.gather.fetch import USER_AGENT, Fetcher

_DAY_S = 86_400.0


class Robots:
    """Remembers the rules of sites; a site without rules, or that does not answer, allows everything."""

    def __init__(self, fetcher: Fetcher, clock: Callable[[], float]) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._rules: dict[str, tuple[float, RobotFileParser]] = {}

    def allow(self, url: str) -> bool:
        """Tell whether `url` may be fetched."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        asked, rules = self._rules.get(site, (0.0, None))
        if rules is None or self._clock() - asked > _DAY_S:
            rules = self._ask(site)
            self._rules[site] = (self._clock(), rules)
        return rules.can_fetch(USER_AGENT, url)

    def _ask(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            lines = self._fetcher(f"{site}/robots.txt").content.decode("utf-8", "replace").splitlines()
        except GatherError:
            lines = []  # no rules to be had: the site states none
        rules.parse(lines)
        return rules
