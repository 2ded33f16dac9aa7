"""The memory as TMX 1.4b, the format in which tools exchange theirs.

https://www.gala-global.org/tmx-14b
"""

from univercity.translation_desk.memory.tmx.importing import import_tmx, plan_tmx
from univercity.translation_desk.memory.tmx.writing import write_tmx

__all__ = ["import_tmx", "plan_tmx", "write_tmx"]
