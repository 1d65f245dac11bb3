"""The progress of bringing content in or taking it out."""

from __future__ import annotations

from rustok_desktop.gui.importing.progress_step import ProgressStep


class ContentProgressStep(ProgressStep):
    """The same bar with words of its own."""

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        super().retranslate()
        if self._progress.phase == "write" and not self._stopping:
            title = self.tr("Importing pages and posts…")
            self._title.setText(title)
            self._bar.setAccessibleName(title)
