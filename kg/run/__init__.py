"""Runs over many articles: extraction in one process or several, builds that can be resumed, the graph to read."""
