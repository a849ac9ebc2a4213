#!/usr/bin/env python
"""Django's own entry point; people use the `makegood` command (python -m makegood)."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makegood.config.settings")
    execute_from_command_line(sys.argv)
