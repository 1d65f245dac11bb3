"""The progress of texts going out or coming in."""

from __future__ import annotations

from rustok_desktop.gui.importing.progress_step import ProgressStep

OUT = "out"  # the phase of an export; the others are an import's


class TextsProgressStep(ProgressStep):
    """The same bar with words of its own."""

    def begin(self, phase: str) -> None:
        """Start over."""
        self._out = phase == OUT
        super().begin("read" if self._out else phase)

    def retranslate(self) -> None:
        """Texts in the language of the window."""
        super().retranslate()
        titles = {"read": self.tr("Comparing the texts…"), "write": self.tr("Importing the texts…")}
        title = titles.get(self._progress.phase, "")
        if getattr(self, "_out", False):
            title = self.tr("Writing the texts…")
        if title and not self._stopping:
            self._title.setText(title)
            self._bar.setAccessibleName(title)
