"""The command line, `kg`: one file a group of commands."""

from kg.cli.app import main

__all__ = ["main"]
