"""People: rules as data, and the component that applies them."""
