"""From clusters and statements to rows, and from two states of the graph to the delta between them."""
