"""The settings pages of calendars. They stand here, not in calendars, as they ask who is signed in (staff)."""
