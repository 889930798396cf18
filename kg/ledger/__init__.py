"""What every article says, in one SQLite file of the build."""

from kg.ledger.ledger import Changes, Ledger

__all__ = ["Changes", "Ledger"]
