"""Build the packaged program, let it test itself, and say how big it is.

Run by ``make package``; on Windows: ``.venv\\Scripts\\python packaging\\build.py``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "rustok-desktop"
BUNDLE = ROOT / "dist" / NAME
PROGRAM = BUNDLE / (f"{NAME}.exe" if sys.platform == "win32" else NAME)
LARGEST = 10


def build() -> None:
    """Run PyInstaller; its work files stay in ``build/``."""
    shutil.rmtree(BUNDLE, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pyinstaller")]
    subprocess.run([*command, str(ROOT / "packaging" / f"{NAME}.spec")], cwd=ROOT, check=True)


def self_test() -> int:
    """Run the packaged ``self-test`` without a screen, in an empty home; its exit code."""
    with tempfile.TemporaryDirectory(prefix="rustok-package-") as home:
        environ = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("XDG_", "PYTHON", "VIRTUAL_ENV", "QT_"))
        }
        environ |= {"HOME": home, "USERPROFILE": home, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run([PROGRAM, "self-test"], cwd=home, env=environ, timeout=300, check=False)
    return done.returncode


def sizes() -> dict[str, object]:
    """Megabytes in all, and of the largest files."""
    found = (path for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink())
    files = sorted(((path.stat().st_size, str(path.relative_to(BUNDLE))) for path in found), reverse=True)
    total = sum(size for size, _ in files)
    return {
        "total_mb": round(total / 1e6, 1),
        "files": len(files),
        "largest_mb": {name: round(size / 1e6, 1) for size, name in files[:LARGEST]},
    }


def main() -> int:
    """Exit code of the packaged self-test."""
    build()
    report = sizes()
    (ROOT / "build" / "package.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"{BUNDLE.relative_to(ROOT)}: {report['total_mb']} MB in {report['files']} files\n")
    for name, size in report["largest_mb"].items():  # type: ignore[attr-defined]
        sys.stdout.write(f"  {size:7.1f} MB  {name}\n")
    sys.stdout.flush()
    code = self_test()
    sys.stdout.write(f"packaged self-test: {'passed' if code == 0 else f'FAILED with exit code {code}'}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
