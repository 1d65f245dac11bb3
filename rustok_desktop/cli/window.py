"""Opening the window. Nothing is imported here that the first paint would have to wait for."""

from __future__ import annotations

from rustok_desktop.cli.options import GlobalOptions


def open_window(options: GlobalOptions) -> int:
    """Open the window; the exit code is the window's."""
    from rustok_desktop.runtime.latest_sources import keep_few_sources

    keep_few_sources()
    from rustok_desktop.gui.application import run_window

    return run_window(options.settings(log_dir=options.data_dir / "logs"))
