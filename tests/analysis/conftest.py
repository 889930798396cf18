"""The little graph on every store."""

from tests.store.conftest import filled, somewhere

__all__ = ["filled", "somewhere"]
