"""The second factor of signing in: a code from an app, or one of ten recovery codes."""
