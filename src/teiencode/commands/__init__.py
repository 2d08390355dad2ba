"""The subcommands, a module each, where it is called `command`, and returns the exit status."""
