"""Checklists on the case page, and the playbooks that leads keep."""
