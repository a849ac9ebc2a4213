"""Pages and acts of the desk."""
