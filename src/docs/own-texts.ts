/** Shorter texts are copied when they are cut. */
const shortest = 13;
/** Texts up to this length come again on other pages: names, URLs, link targets. */
const longestShared = 200;

/**
 * Gives a page that was just read texts of its own, equal ones shared with the pages before it. A text that is cut out
 * of another keeps all of it in memory: a page would hold its whole file for the sake of a few names.
 */
export function ownTexts(page: object, shared: Map<string, string>): void {
  const seen = new Set<object>();
  own(page);

  function own(part: object): void {
    if (seen.has(part)) return;
    seen.add(part);
    for (const name in part) {
      const value: unknown = Reflect.get(part, name);
      if (typeof value === "object" && value !== null) own(value);
      else if (typeof value === "string" && value.length >= shortest) Reflect.set(part, name, copyOf(value));
    }
  }

  function copyOf(text: string): string {
    const known = shared.get(text);
    if (known !== undefined) return known;
    const copy = Buffer.from(text).toString();
    // Half of a surrogate pair, as an escape in JSON may name it, does not survive.
    if (copy !== text) return text;
    if (text.length <= longestShared) shared.set(copy, copy);
    return copy;
  }
}
