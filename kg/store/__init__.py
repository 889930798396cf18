"""Stores of the graph behind one interface: a file read in this process, or a Neo4j."""

from kg.store.connect import connect
from kg.store.credentials import is_address
from kg.store.result import Result
from kg.store.store import Store

__all__ = ["Result", "Store", "connect", "is_address"]
