"""The setting of statements: when each was uttered, on what occasion and where.

statement ─clause─▶ items around its cue ─occasion─▶ venue ─told─▶ time, place
          ─day─▶ what the dateline and the page's date give where the clause tells nothing
"""

from quoth.annotate.setting.annotator import SettingAnnotator

__all__ = ["SettingAnnotator"]
