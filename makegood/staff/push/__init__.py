"""Notices on the screens of people's devices, whether or not a page of ours is open (Web Push)."""
