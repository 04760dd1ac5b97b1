"""Measures suppression and attack over a whole province by what the kernel accounts for them (wait4).

    disclosure.py PROGRAM

The goals, 60 s of CPU and 300 MB, are printed beside the readings; nothing is asserted.
"""

import os
import sys
import time

started = time.monotonic()
process = os.posix_spawn(sys.argv[1], [sys.argv[1]], os.environ)
_, status, usage = os.wait4(process, 0)
if os.waitstatus_to_exitcode(status) != 0:
    sys.exit("failed")
print(
    f"suppression and attack, 102 units x 12 sectors x 12 columns x 5 years: "
    f"{usage.ru_utime + usage.ru_stime:.1f} s of CPU (goal: at most 60), "
    f"{usage.ru_maxrss * 1024 / 1e6:.0f} MB (goal: at most 300), "
    f"{time.monotonic() - started:.1f} s elapsed"
)
