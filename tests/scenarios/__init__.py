"""Whole conversations, played against the real server: README.md says how one is written."""
