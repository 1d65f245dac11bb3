"""Price tags and barcodes on paper."""
