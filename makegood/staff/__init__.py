"""Our people: users by role, teams, what they may do and see, signing in."""
