"""Places on the page: names of countries, regions, divisions and cities, and what they mean."""

from quoth.annotate.places.annotator import PlaceAnnotator

__all__ = ["PlaceAnnotator"]
