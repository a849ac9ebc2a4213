"""Known problems at the desk: the list, one with its cases, telling all its customers, and what a case shows of its own."""
