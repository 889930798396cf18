"""The statistical named-entity recogniser: its place in the pipeline, filled by `kg.annotate.pipeline(ner=…)`."""
