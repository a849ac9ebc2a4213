"""Settings of mailboxes, and mail that waits for a person."""
