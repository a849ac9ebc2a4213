"""What people fill in about staff."""
