"""Time worked on a case: the timer, what was noted by hand, and its corrections."""
