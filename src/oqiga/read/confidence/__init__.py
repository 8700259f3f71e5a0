"""How far each claim is to be trusted: a chance, calibrated on public data where there are any."""

from oqiga.read.confidence.calibrated import calibrated

__all__ = ["calibrated"]
