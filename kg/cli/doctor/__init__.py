"""`kg doctor`: what an installation has, what it lacks, what that costs and how to get it."""

from kg.cli.doctor.command import doctor

__all__ = ["doctor"]
