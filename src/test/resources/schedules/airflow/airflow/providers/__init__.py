"""A package of the fake."""
