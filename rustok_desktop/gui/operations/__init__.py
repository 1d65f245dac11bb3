"""What the window asks of the shop: each function returns an operation for the client."""
