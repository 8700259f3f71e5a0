"""Scores on public benchmarks."""
