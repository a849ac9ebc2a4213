"""The first visit: founding the organisation, or loading the demo company."""
