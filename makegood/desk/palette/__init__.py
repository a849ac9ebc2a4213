"""What the command palette offers beside the places and acts of the page: views, settings, and cases read lately."""
