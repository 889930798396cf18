"""Projects: rules as data, and the component that applies them."""
