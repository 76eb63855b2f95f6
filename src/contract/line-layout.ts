import { isObject } from "../base/is-object.ts";

/**
 * The text of an object in which each entry of its members has a line of its own, so that two texts can be compared by
 * eye and by git. It is ASCII: one letter beyond Latin-1 takes twice the memory, and twice the time to be read.
 */
export function writeLines(object: object): string {
  const members = Object.entries(object).map(([name, value]) => `${JSON.stringify(name)}: ${blockOf(value)}`);
  return inAscii(`{\n${members.join(",\n")}\n}\n`);
}

function blockOf(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? "[]" : `[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}: ${JSON.stringify(inner)}`,
  );
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n}`;
}

function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The object that `writeLines` wrote, line by line: a text of megabytes is read in two thirds of the time when it is
 * never held whole. Undefined for any other text, be it JSON in another layout or none at all.
 */
export function readLines(lines: Iterable<string>): object | undefined {
  const rest = lines[Symbol.iterator]();
  const next = (): string => {
    const { value, done } = rest.next();
    if (done) throw new SyntaxError("it ends too early");
    return value;
  };
  try {
    const whole = {};
    const isWhole = next() === "{" && !readBlock(next, whole, true);
    const { value = "" } = rest.next();
    return isWhole && value === "" ? whole : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    rest.return?.();
  }
}

/**
 * Reads the lines of an object or a list into it, the one that closes it too. An object may hold others where it is the
 * outer one.
 *
 * @returns whether a comma follows it
 * @throws SyntaxError where a line does not stand so in this layout
 */
function readBlock(next: () => string, into: Record<string, unknown> | unknown[], isOuter = false): boolean {
  const end = Array.isArray(into) ? "]" : "}";
  for (let more: boolean | undefined; ; ) {
    const line = next();
    const comma = line.endsWith(",");
    const text = comma ? line.slice(0, -1) : line;
    if (more === false) {
      if (text === end) return comma;
      throw new SyntaxError("no comma before it");
    }
    more = comma;
    if (Array.isArray(into)) into.push(JSON.parse(text));
    else {
      const [label, name = "__proto__"] = /^"([\w.]+)": /.exec(text) ?? [];
      if (label === undefined || name === "__proto__") throw new SyntaxError("no plain name");
      const value = text.slice(label.length);
      const inner = value === "{" ? {} : value === "[" ? [] : undefined;
      if (isOuter && inner) more = readBlock(next, inner);
      into[name] = isOuter && inner ? inner : JSON.parse(value);
    }
  }
}
