import { onceForLast } from "../../base/once-for.ts";
import { type Span, spanAt } from "../../base/span.ts";
import type { Link, Page, TypeReference } from "../../docs/page.ts";
import { linkSpan, pagePointer } from "../page-place.ts";

/** A place of a page that names a type. */
export interface TypeMention {
  /** As written, without decoration. */
  readonly name: string;
  readonly link?: Link;
  /** `cell`: a column of types; `prose`: a sentence, which may put the name in the plural; `annotation`: JSON. */
  readonly place: "cell" | "prose" | "annotation";
  /** Into what the page declares. */
  readonly pointer: string;
  readonly span: Span;
}

/** Every place of a page that names a type and nothing else; places with more than a name in them are left out. */
export const typeMentions = onceForLast((page: Page): readonly TypeMention[] => {
  const mentions: TypeMention[] = [];
  for (const [index, type] of page.types.entries()) {
    const root = index === 0 ? [] : ["types", type.name];
    if (type.base) add(type.base, type.base.link ? "prose" : "annotation", ...root, "base");
    for (const { name, type: property } of type.properties)
      add(property, "cell", ...root, "properties", name);
    for (const { name, type: related } of type.relationships)
      add(related, "cell", ...root, "relationships", name);
    for (const { name, returns } of type.methods) add(returns, "cell", ...root, "methods", name);
  }
  const { operation } = page;
  for (const row of operation?.parameters ?? []) add(row.type, "cell", "parameters", row.name);
  if (operation?.requestBody) add(operation.requestBody, "prose", "requestBody");
  for (const { status, body } of operation?.responses ?? [])
    if (body) add(body, "prose", "responses", String(status));
  for (const { members, blockType, location } of page.annotations) {
    const type = members["@odata.type"];
    if (typeof type !== "string" || blockType === "resource") continue;
    const name = type.replace(/^collection\((.*)\)$/i, "$1").replace(/^#/, "");
    const label = typeof members.name === "string" ? members.name : blockType;
    add({ name, collection: false, location, length: 4 }, "annotation", "annotations", label);
  }
  return mentions;

  function add(
    { name, link, location, length }: TypeReference,
    place: TypeMention["place"],
    ...steps: string[]
  ): void {
    if (!/^[A-Za-z][\w.]*$/.test(name)) return;
    const span = link ? linkSpan(exact(link)) : spanAt(location, length);
    mentions.push({ name, ...(link ? { link } : {}), place, pointer: pagePointer(...steps), span });
  }

  /** A type that was read out of a sentence only knows its line; the page's links know their columns. */
  function exact(link: Link): Link {
    const { text, target, location } = link;
    const same = page.links.find(
      (other) => other.location.line === location.line && other.target === target && other.text === text,
    );
    return same ?? link;
  }
});

/** True for a name that says its namespace, and so means exactly one type. */
export function isQualified(name: string): boolean {
  return /^microsoft\.graph\.\w/i.test(name);
}

/** True for a name that is no word of English: `userSummary`. */
export function isCamelCase(name: string): boolean {
  return /^[a-z][a-z0-9]*[A-Z]\w*$/.test(name);
}

/** The last part of a name, lower case: how two writings of the same type are compared. */
export function simpleName(name: string): string {
  return (name.split(".").at(-1) ?? name).toLowerCase();
}

/** A simple name and the singular that it may be the plural of: `activities` is also `activity`. */
export function singulars(name: string): string[] {
  const found = [name];
  if (name.endsWith("ies")) found.push(`${name.slice(0, -3)}y`);
  if (name.endsWith("es")) found.push(name.slice(0, -2));
  if (name.endsWith("s")) found.push(name.slice(0, -1));
  return found;
}
