"""Benchmarks: measured, never asserted in tests. `make bench` runs them; docs/figures.md tells what they say."""
