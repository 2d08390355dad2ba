"""`python -m teiencode`."""

from teiencode.cli import main

if __name__ == "__main__":
    main()
