"""Runs over many articles: extraction in one process or several, and builds that can be resumed."""
