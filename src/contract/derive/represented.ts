import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Fence } from "../../docs/block.ts";
import type { TypeDeclaration } from "../../docs/page.ts";
import type { JsonProblem } from "../../http/body.ts";
import { readJson } from "../../http/read-json.ts";

/** A JSON representation, read tolerantly. */
export interface Represented {
  /** What stands for the resource; absent where no object can be read. */
  readonly object?: Readonly<Record<string, unknown>>;
  /** Where that object stands in the JSON: at its top, in a list of one, or in a `value` around it. */
  readonly pointer: string;
  /** Where it is not JSON; that it leaves something out by `...` does not count. */
  readonly problems: readonly JsonProblem[];
  readonly elided: boolean;
}

/** Reads the JSON representation of a type; undefined where its fence is empty, or shows a message. */
export function representedIn(type: TypeDeclaration): Represented | undefined {
  const read = type.json && readShown(type.json);
  const value = read?.object?.value;
  if (!read?.object || value === undefined) return read;
  // {"value": [{ "id": "String" }]} of a type that has no such property is an envelope.
  const alone = Object.keys(read.object).every((name) => name === "value" || name.includes("@"));
  if (!alone || [...type.properties, ...type.relationships].some(({ name }) => name === "value")) return read;
  const inner = onlyObject(value);
  return inner ? { ...read, object: inner.object, pointer: `${read.pointer}/value${inner.pointer}` } : read;
}

/** JSON that a page shows of a type; undefined where the fence is empty, or shows a message. */
export const readShown: (fence: Fence) => Represented | undefined = onceFor(
  (fence: Fence): Represented | undefined => {
    const { text, location } = fence;
    if (text.trim() === "" || message.test(text)) return undefined;
    const { masked, elided } = withoutElisions(text);
    const { value, problems } = readJson(masked, location);
    return { pointer: "", ...onlyObject(value), problems, elided };
  },
);

/** A request line or a status line. */
const message = /^\s*(?:HTTP\/\d|(?:GET|POST|PUT|PATCH|DELETE)\s)/;

function onlyObject(
  value: unknown,
): (Pick<Represented, "pointer"> & { readonly object: Record<string, unknown> }) | undefined {
  if (isObject(value)) return { object: value, pointer: "" };
  const [item, ...more] = Array.isArray(value) ? value : [];
  return isObject(item) && more.length === 0 ? { object: item, pointer: "/0" } : undefined;
}

// "name": "String", ...        {...}        "tags": [ ... ],        "state": ...
const elision = /"(?:[^"\\\n]|\\.)*"|(:\s*)?(?:\.{3,}|…)/g;

/** The text with blanks for what stands for something left out, at the same offsets, so that it reads as JSON. */
function withoutElisions(text: string): { readonly masked: string; readonly elided: boolean } {
  let elided = false;
  const blanked = text.replace(elision, (found, colon: string | undefined) => {
    if (found.startsWith('"')) return found;
    elided = true;
    const length = found.length - (colon?.length ?? 0);
    return colon === undefined ? gap.repeat(length) : `${colon}0${" ".repeat(length - 1)}`;
  });
  if (!elided) return { masked: text, elided };
  const masked = blanked
    // Of two commas around a gap one is left; at the edge of an object or a list none.
    .replace(new RegExp(`,(\\s*${gap}+\\s*)(?=[,}\\]])`, "g"), " $1")
    .replace(new RegExp(`([{[]\\s*${gap}+\\s*),`, "g"), "$1 ")
    // One that stands between two members may be all that parts them.
    .replace(new RegExp(`(["\\d\\w}\\]]\\s*)${gap}(?=${gap}*\\s*")`, "g"), "$1,")
    .replaceAll(gap, " ");
  return { masked, elided };
}

const gap = "\uE001";
