"""Fields at the desk: filled in on the case page, shown in lists, and the list that administrators keep."""
