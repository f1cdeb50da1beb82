"""Questions of the reading room.

Each is a function that takes a connection and what is wanted, and gives frozen values; ask it
with `Ledger.ask`.
"""
