"""The command line: one file a command; data on standard output, talk on standard error."""
