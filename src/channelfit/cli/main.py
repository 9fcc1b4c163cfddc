"""The entry point. It imports nothing at its top, so that an interruption is answered from the first moment."""

INTERRUPTED = 130
RUBBISH = 100_000  # objects: starting up makes many and leaves none behind, so that looking for rubbish is time lost


def main() -> None:
    import gc
    import sys

    gc.set_threshold(RUBBISH)
    try:
        from channelfit.cli.run import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)
