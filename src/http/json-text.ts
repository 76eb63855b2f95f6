import { getNodeValue, type Node } from "jsonc-parser";

/** A JSON text made ready for the parser; every offset is the same as in the text as written. */
export interface JsonText {
  readonly text: string;
  /** Offsets of the line breaks that stood inside of strings. */
  readonly breaks: readonly number[];
  /** Where the brackets get too deep for a parser that calls itself. */
  readonly tooDeep?: number;
}

const deepest = 500;
/** Stands for a line break and the indentation behind it, so that offsets stay; no text has it. */
const filler = "\uE000";

/** The value of a text that is JSON and has no name twice in an object; nothing for every other text. */
export function parseValid(text: string): { readonly value: unknown } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // As many names in the value as in the text: then none was written over another.
  const written = text.match(/"\s*:/g)?.length ?? 0;
  return namesIn(value) === written ? { value } : undefined;
}

/** How many names all objects have; -1 when they are nested too deep. */
function namesIn(value: unknown, depth = 1): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > deepest) return -1;
  const inside = Object.values(value);
  let names = Array.isArray(value) ? 0 : inside.length;
  for (const child of inside) {
    const more = namesIn(child, depth + 1);
    if (more === -1) return -1;
    names += more;
  }
  return names;
}

/**
 * Repairs strings that were broken over several lines. Only where that is no guess: the next quotation mark ends the
 * string, as the comma, bracket or line end behind it shows.
 */
export function repairJson(text: string): JsonText {
  const breaks: number[] = [];
  let repaired = "";
  let from = 0;
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "[" || character === "{") open.push(character === "[" ? "]" : "}");
    else if (character === open.at(-1)) open.pop();
    if (open.length > deepest) return { text, breaks: [], tooDeep: at };
    if (character !== '"') continue;
    const end = endOfString(text, at);
    if (end === undefined) {
      at = endOfLine(text, at);
      continue;
    }
    const broken = text.indexOf("\n", at);
    if (broken !== -1 && broken < end) {
      breaks.push(broken);
      for (const match of text.slice(at, end).matchAll(/\n[ \t]*/g)) {
        const start = at + match.index;
        repaired += text.slice(from, start) + filler.repeat(match[0].length);
        from = start + match[0].length;
      }
    }
    at = end;
  }
  return { text: repaired + text.slice(from), breaks };
}

/** The value of a node, without what stands for broken lines. */
export function nodeValue(root: Node, { breaks }: JsonText): unknown {
  const value: unknown = getNodeValue(root);
  return breaks.length === 0 ? value : JSON.parse(JSON.stringify(value ?? null).replaceAll(filler, ""));
}

/** The closing mark of the string that begins at `start`; undefined when a line ends first and nothing shows it. */
function endOfString(text: string, start: number): number | undefined {
  let broken = false;
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === "\\" && text[at + 1] !== "\n") at++;
    else if (character === "\n") broken = true;
    else if (character === '"') {
      return !broken || /^[ \t]*(?:[,}\]\n]|$)/.test(text.slice(at + 1, at + 40)) ? at : undefined;
    }
  }
  return undefined;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
