"""Statistics of quality control. Pure; no Django."""
