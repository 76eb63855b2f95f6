import type { LeftOut, Reading } from "./reading.ts";

/** What could not be read, as a member of the JSON report; every part and every page has a line of its own. */
export function* readingPieces({ parts, classes }: Reading): Generator<string> {
  const counted = parts.map(({ part, of, aside, left }) => JSON.stringify({ part, of, aside, left }));
  yield `,\n  "reading": {\n    "parts": ${list(counted, 3)},\n    "classes": ${list(classes.map(leftOut), 3)}\n  }`;
}

// Members are written out one by one: their order must not depend on who built the value.
function leftOut({ id, part, aside, count, what, why, change, pages }: LeftOut): string {
  const head = JSON.stringify({ id, part, aside, count, what, why, change });
  const lines = pages.map(({ file, places }) =>
    JSON.stringify({ file, places: places.map(({ line, text }) => ({ line, text })) }),
  );
  return `${head.slice(0, -1)},"pages":${list(lines, 4)}}`;
}

function list(items: readonly string[], depth: number): string {
  const indent = "  ".repeat(depth);
  return items.length === 0
    ? "[]"
    : `[\n${items.map((item) => indent + item).join(",\n")}\n${indent.slice(2)}]`;
}
