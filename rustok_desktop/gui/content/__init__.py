"""Pages and posts: the list, the editor, what stands beside it."""
