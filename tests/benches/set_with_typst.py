"""Sets a paper with typst, in a process of its own, so that nothing of an earlier run is kept.

    set_with_typst.py PAPER.typ OUT.pdf FONTS

Prints milliseconds of the setting alone, and the peak memory of the process in megabytes. Exits with 3 and a reason where the peer is not on this machine.
"""

import resource
import sys
import time

try:
    import typst
except ImportError:
    print("the Python package typst is not on this machine")
    sys.exit(3)

paper, out, fonts = sys.argv[1:4]
began = time.perf_counter()
typst.compile(paper, output=out, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["a-2a"])
took = (time.perf_counter() - began) * 1000
print(f"{took:.3f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6:.1f}")
