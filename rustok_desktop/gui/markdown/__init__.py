"""Writing Markdown: editor, highlighter, preview."""
