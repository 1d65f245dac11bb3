"""``python -m rustok_desktop`` and the ``rustok-desktop`` program."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support


def main() -> int:
    """Run the command line; the exit code. Without a command the parser is not even imported."""
    freeze_support()  # a worker of the packaged program starts here as well
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a pipe on Windows would use a code page that lacks most letters
            reconfigure(encoding="utf-8", errors="replace")
    from rustok_desktop.cli.options import window_options

    arguments = sys.argv[1:]
    options = window_options(arguments)
    if options is None:
        from rustok_desktop.cli.main import run

        return run(arguments)
    from rustok_desktop.cli.window import open_window

    return open_window(options)


if __name__ == "__main__":
    sys.exit(main())
