"""What one start of the program was asked for: a plain record, cheap to import."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """``shop`` is a tenant's slug; ``locale`` the language of lists and messages.

    With ``log_dir`` None the caller has set up logging itself; otherwise the platform writes its log there.
    Database work that takes ``slow_query_ms`` or longer is told to the log.
    """

    data_dir: Path
    shop: str = "default"
    locale: str = "en"
    log_level: str = "info"
    log_dir: Path | None = None
    slow_query_ms: float = 200.0
