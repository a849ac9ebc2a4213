"""The ways words come in and go out; none knows another."""
