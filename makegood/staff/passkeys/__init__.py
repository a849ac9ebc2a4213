"""Passkeys: signing in by fingerprint, face or PIN of a device, without a password."""
