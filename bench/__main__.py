"""All measurements, each beside its reference in the same run: `make bench`."""

import sys
from importlib import import_module
from pathlib import Path


def main() -> None:
    chosen = sys.argv[1:] or sorted(
        file.stem for file in Path(__file__).parent.glob("*.py") if not file.stem.startswith("_")
    )
    for name in chosen:
        print(f"\n## {name}\n", flush=True)
        sys.argv = [name]
        import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
