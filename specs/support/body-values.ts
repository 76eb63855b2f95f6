import { type Node, parseTree } from "jsonc-parser";
import type { Position } from "../../src/base/span.ts";
import type { Body } from "../../src/http/body.ts";

/** A value of a documented body, and what a page becomes when it is changed. */
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

/** Every value of a body, the body itself first; `undefined` where its text is not what the page has there. */
export function valuesIn(
  body: Body,
  { file, page, isError, isWhole }: Pick<Value, "file" | "page" | "isError" | "isWhole">,
): Value[] | undefined {
  const start = page.split("\n", body.location.line - 1).join("\n").length + (body.location.line > 1 ? 1 : 0);
  const root = parseTree(body.text);
  if (!root || !page.startsWith(body.text, start)) return undefined;
  const found: Value[] = [];
  visit(root, "");
  return found;

  function visit(node: Node, pointer: string, key?: Node): void {
    const name = typeof key?.value === "string" ? key.value : "";
    const own = { file, page, start, node, pointer, name, isError, isWhole };
    found.push(key ? { ...own, key } : own);
    for (const [index, child] of (node.children ?? []).entries()) {
      const [property, value] = child.children ?? [];
      if (node.type === "array") visit(child, `${pointer}/${index}`);
      else if (property && value) visit(value, `${pointer}/${property.value}`, property);
    }
  }
}

/** The page with a part of the body replaced. */
export function replaced({ page, start }: Value, { offset, length }: Node, by: string): string {
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
