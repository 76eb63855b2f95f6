import { type Node, parseTree } from "jsonc-parser";
import type { Position } from "../../../src/base/span.ts";
import { readPage } from "../../../src/docs/read-page.ts";
import { documentationIn, failuresIn, judgePageIn, type Place } from "./judge-pages.ts";
import { validPages } from "./valid-documentation.ts";

/** A value of a documented response's body. */
export interface Value {
  readonly file: string;
  readonly page: string;
  /** Where the body begins in the page. */
  readonly start: number;
  readonly node: Node;
  readonly pointer: string;
  /** The name of the property; empty for the body itself and for items. */
  readonly name: string;
  /** Where the property's name stands in the body, quotes included. */
  readonly key?: Node;
  readonly isError: boolean;
  /** The page does not say that properties are left out. */
  readonly isWhole: boolean;
}

/** A page with one thing broken, and the finding that must come of it. */
export interface Mutant extends Place {
  readonly text: string;
}

const documentation = documentationIn(validPages);

/** The mutants that are not found as they should be, with what was found. */
export function survivors(those: readonly Value[], mutate: (value: Value) => Mutant): unknown[] {
  return those.flatMap((value) => {
    const mutant = mutate(value);
    const { text: _page, ...expected } = mutant;
    const found = failuresOf(mutant);
    const [only] = found;
    const isFound = found.length === 1 && JSON.stringify(only) === JSON.stringify(sorted(expected));
    return isFound ? [] : [{ value: textOf(value), expected, found }];
  });
}

export function failuresOf({ file, text }: Mutant): Place[] {
  return failuresIn(judgePageIn(documentation, file, text));
}

function sorted({ rule, file, line, column, pointer }: Place): Place {
  return { rule, file, line, column, ...(pointer === undefined ? {} : { pointer }) };
}

export function valueMutant(value: Value, by: string, rule: string): Mutant {
  const { file, node, pointer } = value;
  return { rule, file, ...placeAt(value, node.offset), pointer, text: replaced(value, node, by) };
}

/** The misspelt name stands where the right one stood. */
export function nameMutant(value: Value, rule: string): Mutant {
  const { file, key, pointer, name } = value;
  if (!key) throw new Error(`${pointer} has no name`);
  return {
    rule,
    file,
    ...placeAt(value, key.offset),
    pointer: `${pointer}x`,
    text: replaced(value, key, `"${name}x"`),
  };
}

export function placeOfBody(value: Value): Omit<Place, "rule" | "file"> {
  return { ...placeAt(value, 0), pointer: "" };
}

function replaced({ page, start }: Value, { offset, length }: Node, by: string): string {
  return page.slice(0, start + offset) + by + page.slice(start + offset + length);
}

/** With the comma that parted it from the next property, or from the one before. */
export function withoutProperty({ page, start, node }: Value): string {
  const property = node.parent;
  const siblings = property?.parent?.children;
  if (!property || !siblings) throw new Error("the value is of no property");
  const at = siblings.indexOf(property);
  const [before, next] = [siblings[at - 1], siblings[at + 1]];
  const from = next || !before ? property.offset : before.offset + before.length;
  const to = next?.offset ?? property.offset + property.length;
  return page.slice(0, start + from) + page.slice(start + to);
}

export function textOf({ page, start, node }: Value): string {
  return page.slice(start + node.offset, start + node.offset + node.length);
}

export function placeAt({ page, start }: Value, offset: number): Position {
  const before = page.slice(0, start + offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

export function parentOf({ node }: Value): Node {
  const object = node.parent?.parent;
  if (!object) throw new Error("the value is in no object");
  return object;
}

/** Every value of every response's body on a page, the body itself among them. */
export function valuesOf(file: string, page: string): Value[] {
  return readPage(page, { file, version: "v1.0" }).examples.flatMap(({ response }) => {
    const { body, status = 0 } = response?.message ?? {};
    if (!body) return [];
    const start = page.split("\n", body.location.line - 1).join("\n").length + 1;
    const isWhole = response?.annotation?.members.truncated !== true;
    const root = parseTree(body.text);
    if (!root || !page.startsWith(body.text, start)) throw new Error(`${file} has another body`);
    const found: Value[] = [];
    visit(root, "");
    return found;

    function visit(node: Node, pointer: string, key?: Node): void {
      const name = typeof key?.value === "string" ? key.value : "";
      const own = { file, page, start, node, pointer, name, isError: status >= 400, isWhole };
      found.push(key ? { ...own, key } : own);
      for (const [index, child] of (node.children ?? []).entries()) {
        const [property, value] = child.children ?? [];
        if (node.type === "array") visit(child, `${pointer}/${index}`);
        else if (property && value) visit(value, `${pointer}/${property.value}`, property);
      }
    }
  });
}
