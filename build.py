#!/usr/bin/env python3
"""`python build.py …` is `gruppementor …` from a checkout."""

from kit.cli import main

if __name__ == "__main__":
    main()
