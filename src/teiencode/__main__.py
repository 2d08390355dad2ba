"""`python -m teiencode`."""

if __name__ == "__main__":
    # Here and not above: worker processes load this module too, and need no command line.
    from teiencode.cli import main

    main()
