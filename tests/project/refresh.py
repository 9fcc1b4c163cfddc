"""Takes again what the documents show, after the knowledge or the report has changed: python -m tests.project.refresh."""

from tests.project.documents import documents, retaken


def refresh() -> None:
    for path in documents():
        before = path.read_text(encoding="utf-8")
        after = retaken(before)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            print(f"{path.name}: taken again")


if __name__ == "__main__":
    refresh()
