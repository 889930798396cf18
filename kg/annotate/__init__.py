"""From articles to annotated docs: one spaCy component a kind."""
