"""Base pages, components, style and script that every page shares."""
