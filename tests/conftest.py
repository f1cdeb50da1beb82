"""What holds for all tests."""

from hypothesis import settings

# a test that is slow once on a busy machine has found nothing
settings.register_profile("quoth", deadline=None)
settings.load_profile("quoth")
