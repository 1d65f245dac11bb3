"""The import of products: file, columns, review, import."""
