"""Makes generated files again, and takes again what the documents show: python -m tests.project.refresh."""

from tests.project.documents import ROOT, documents, retaken
from tests.project.generated import generated, left_over
from tests.project.story import remade


def refresh() -> None:
    for path, text in (generated() | remade()).items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(ROOT)}: made again")
    for path in left_over():
        path.unlink()
        print(f"{path.relative_to(ROOT)}: gone")
    for path in documents():
        before = path.read_text(encoding="utf-8")
        after = retaken(before)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            print(f"{path.name}: taken again")


if __name__ == "__main__":
    refresh()
