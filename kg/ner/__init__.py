"""The statistical named-entity recogniser: a character CRF, its training, and how another takes its place."""
