"""What surrounds the page: navigation, settings, status, shortcut sheet."""
