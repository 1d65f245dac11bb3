"""The shop's texts for translators: out as XLIFF or a table, and back text by text."""
