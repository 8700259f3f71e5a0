"""`python -m oqiga`: the same as the command."""

from oqiga.cli import main

if __name__ == "__main__":
    main()
