"""Bytes to Articles: web pages, plain-text dumps of pages, JSON lines."""
