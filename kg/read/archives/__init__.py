"""Archives, read from memory: nothing is written to disk, and no archive unpacks to more than its size allows."""
