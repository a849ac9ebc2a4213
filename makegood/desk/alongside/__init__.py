"""What a reply does besides answering, as templates bring it and the composer shows it."""
