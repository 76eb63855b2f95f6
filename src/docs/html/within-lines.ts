/** A place of a page: of a location, or of the start or the end of a span. */
interface Place {
  line: number;
  column: number;
}

/**
 * Puts what lies beyond the end of a line of the file to its end. A place inside of running text is counted in the
 * Markdown that this was read as, in which a link may be longer than in HTML.
 */
export function withinLines<Part extends object>(part: Part, text: string): Part {
  const lines = text.split("\n");
  const seen = new Set<object>();
  visit(part);
  return part;

  function visit(value: object): void {
    if (seen.has(value)) return;
    seen.add(value);
    if (isPlace(value)) keepWithin(value);
    for (const child of Object.values(value)) if (typeof child === "object" && child !== null) visit(child);
  }

  function keepWithin(place: Place): void {
    if (place.line > lines.length) place.line = lines.length;
    const last = (lines[place.line - 1] ?? "").length + 1;
    if (place.column > last) place.column = last;
  }
}

function isPlace(value: object): value is Place {
  return (
    "line" in value && "column" in value && typeof value.line === "number" && typeof value.column === "number"
  );
}
