"""The rooms: one file per kind of page, each with its `router`."""
