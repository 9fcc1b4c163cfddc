"""The entry point. It imports nothing at its top, so that an interruption is answered from the first moment."""

INTERRUPTED = 130


def main() -> None:
    import sys

    try:
        from channelfit.cli.run import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)
