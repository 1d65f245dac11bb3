"""The Media page: pictures of the shop."""
