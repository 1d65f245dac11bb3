"""Name the system libraries that Qt needs and this machine lacks, with the command that installs them.

Standard library only: it runs before anything is installed. Exit code 0 when all are there (or with
``--advise``), 2 when the window could not open.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Library(NamedTuple):
    """A shared object and the packages that carry it."""

    soname: str
    apt: str
    dnf: str


ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
)
X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
)
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl"),
)


def needed(platform: str, environ: dict[str, str]) -> tuple[Library, ...]:
    """The libraries for the way the window will be shown: offscreen, Wayland or X11."""
    if platform in ("offscreen", "minimal"):
        return ALWAYS
    if platform.startswith("wayland") or (environ.get("WAYLAND_DISPLAY") and not environ.get("DISPLAY")):
        return ALWAYS + WAYLAND
    return ALWAYS + X11


def loads(soname: str) -> bool:
    """Whether the dynamic linker finds ``soname``."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(libraries: Iterable[Library], present: Callable[[str], bool] = loads) -> list[Library]:
    """Those that are not ``present``."""
    return [library for library in libraries if not present(library.soname)]


def advice(lacking: Iterable[Library]) -> str:
    """What is missing, in words, and what to type."""
    lacking = list(lacking)
    names = ", ".join(library.soname for library in lacking)
    apt = " ".join(sorted({library.apt for library in lacking}))
    dnf = " ".join(sorted({library.dnf for library in lacking}))
    return (
        f"The window needs system libraries that are not installed: {names}.\n"
        f"  Debian, Ubuntu:  sudo apt-get install {apt}\n"
        f"  Fedora:          sudo dnf install {dnf}"
    )


def main(arguments: list[str]) -> int:
    """``--offscreen`` looks at what an unseen window needs, ``--advise`` never fails."""
    if not sys.platform.startswith("linux"):
        return 0
    platform = "offscreen" if "--offscreen" in arguments else os.environ.get("QT_QPA_PLATFORM", "")
    lacking = missing(needed(platform, dict(os.environ)))
    if lacking:
        sys.stderr.write(advice(lacking) + "\n")
    return 2 if lacking and "--advise" not in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
