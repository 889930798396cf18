"""Knowledge as data: the lexicons in `seeds/lexicons` and the gazetteer in `seeds/gazetteer`."""

from kg.lexicon.lexicon import Lexicon, load
from kg.lexicon.seeds import seeds_folder

__all__ = ["Lexicon", "load", "seeds_folder"]
