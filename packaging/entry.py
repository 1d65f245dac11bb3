"""Where the packaged program starts."""

from __future__ import annotations

import multiprocessing
import sys

if __name__ == "__main__":
    # A worker process of the packaged program is the program itself, started again with other arguments:
    # this call turns it into the worker and does not return.
    multiprocessing.freeze_support()
    from rustok_desktop.__main__ import main

    sys.exit(main())
