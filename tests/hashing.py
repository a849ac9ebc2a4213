"""Passwords in tests: as in production, but quick to hash, as hundreds of people are let in by them."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """A hash names its own costs, so that the processes that tests start check it like any other."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
