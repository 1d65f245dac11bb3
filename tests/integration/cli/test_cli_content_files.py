"""``import content`` and ``export content``, as a person types them, with the real worker processes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from rustok_desktop.app import Settings, open_platform

from .conftest import Cli

POST = "---\ntitle: Hello\ndate: 2024-05-01\n---\nWords\n"


def test_content_goes_in_and_out_and_in_again(cli: Cli, told: Callable[..., str], tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "posts").mkdir(parents=True)
    (site / "posts" / "hello.md").write_text(POST, encoding="utf-8")
    (site / "bad.md").write_text("---\nx", encoding="utf-8")
    code, dry = cli("import", "content", str(site), "--dry-run")
    tally = {"created": 1, "updated": 0, "unchanged": 0, "rejected": 1}
    assert (code, dry["dry_run"], dry["tally"]) == (1, True, tally)
    (site / "bad.md").unlink()
    code, done = cli("import", "content", str(site))
    assert (code, done["tally"]["created"], done["found"]["format"]) == (0, 1, "markdown")
    assert Path(done["report_file"]).read_text(encoding="utf-8-sig").count("\n") == 2
    assert "hello.md" not in told("export", "content", str(tmp_path / "out"))
    code, out = cli("export", "content", "--format", "wxr", str(tmp_path / "o.xml"))
    assert (code, out["written"]) == (0, {"post": 1})
    for source in (tmp_path / "out", tmp_path / "o.xml"):
        code, again = cli("import", "content", str(source))
        assert (code, again["tally"]["unchanged"], again["tally"]["updated"]) == (0, 1, 0)
    code, refused = cli("export", "content", str(tmp_path / "out"))
    assert (code, refused["error"]["code"]) == (2, "export_exists")
    assert "Hello" in told("nodes", "list", "--kind", "post")


def test_a_file_that_is_cut_off_is_refused_with_its_line(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "blog.xml"
    path.write_text("<rss><channel>\n<wp:wxr_version>1.2</wp:wxr_version>\n<item>", encoding="utf-8")
    code, refused = cli("import", "content", str(path))
    assert (code, refused["error"]["code"]) == (2, "xml_cut_off")
    assert "line 3" in refused["error"]["message"]


async def speak(data: Path, locale: str) -> None:
    platform = await open_platform(Settings(data_dir=data))
    await platform.tenants.enable_locale(platform.context(), locale)
    await platform.close()


def test_texts_go_to_a_translator_and_come_back(
    cli: Cli, told: Callable[..., str], data: Path, tmp_path: Path
) -> None:
    (tmp_path / "hello.md").write_text(POST, encoding="utf-8")
    cli("import", "content", str(tmp_path / "hello.md"))
    target = tmp_path / "t.csv"
    code, refused = cli("texts", "export", str(target), "--to", "ru")
    assert (code, refused["error"]["code"]) == (2, "texts_language_off")
    asyncio.run(speak(data, "ru"))
    code, out = cli("texts", "export", str(target), "--to", "ru", "--format", "csv", "--semicolon", "--kind", "post")
    assert (code, out["written"]) == (0, {"post": 2})
    words = target.read_text(encoding="utf-8-sig").replace('"Hello";""', '"Hello";"Привет"')
    target.write_text(words, encoding="utf-8")
    assert "changed    1" in told("texts", "import", str(target), "--dry-run")
    code, done = cli("texts", "import", str(target))
    assert (code, done["tally"]["updated"], done["found"]["counts"]["empty"]) == (0, 1, 1)
    assert (cli("texts", "import", str(target))[1]["found"]["counts"]["changed"]) == 0
