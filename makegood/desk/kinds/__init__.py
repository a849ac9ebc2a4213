"""Kinds at the desk: chosen on the case page, and the list that administrators keep."""
