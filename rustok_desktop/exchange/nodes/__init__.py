"""Bringing content in and out: pages, posts and what belongs to them, as folders of Markdown and as WXR."""
