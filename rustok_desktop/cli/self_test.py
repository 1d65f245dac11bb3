"""``self-test``: does the window work on this machine, also when it is packaged?"""

from __future__ import annotations

import typer

from rustok_desktop.cli.output import BUG, DONE, Answer, show


def self_test(context: typer.Context) -> int:
    """Open the window on a throw-away shop, import, search, edit, close."""
    from rustok_desktop.gui.self_test import run_self_test

    report = run_self_test()
    payload = {"ok": report.ok, "exit_code": report.exit_code, "steps": report.steps}
    lines = [f"{'ok  ' if s.ok else 'FAIL'} {s.took_ms:6d} ms  {s.name}  {s.detail}".rstrip() for s in report.steps]
    lines.append("Everything works." if report.ok else "Something does not work; see above.")
    return show(Answer(payload, lambda: "\n".join(lines), DONE if report.ok else BUG), as_json=context.obj.json)
