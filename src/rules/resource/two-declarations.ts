import type { Location } from "../../base/location.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Span } from "../../base/span.ts";
import type { TypeContract } from "../../contract/contract.ts";
import { type Represented, representedIn } from "../../contract/derive/represented.ts";
import { rootOf } from "../../contract/derive/root-of.ts";
import type { Fence } from "../../docs/block.ts";
import type { Folder } from "../../docs/folder.ts";
import { annotationFlag } from "../../docs/markdown/read-annotation.ts";
import type { Page, PropertyDeclaration, TypeDeclaration } from "../../docs/page.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { locateInJson } from "../../http/read-json.ts";
import type { PageContext } from "../rule.ts";

/** A type's two declarations on a page, side by side: its tables and its JSON representation. */
export interface Representation {
  readonly type: TypeDeclaration;
  /** Rows of the property table; those of its subsections, which may describe the parts of a value, left out. */
  readonly rows: readonly PropertyDeclaration[];
  /** Every name that a table of this type's pages has, relationships too. */
  readonly tabled: ReadonlySet<string>;
  /** Names that the base types declare. */
  readonly inherited: ReadonlySet<string>;
  /** False when a base type has no page: then any name may be inherited. */
  readonly basesKnown: boolean;
  /** Names in the JSON representation, control information left out. */
  readonly shown: readonly ShownName[];
  /** False when the JSON representation says that it leaves something out. */
  readonly whole: boolean;
}

export interface ShownName {
  readonly name: string;
  readonly value: unknown;
  /** The name with its quotes. */
  readonly span: Span;
}

interface Representations {
  readonly read: readonly Representation[];
  /** Those that hold no readable JSON object. */
  readonly unreadable: readonly UnreadableRepresentation[];
}

interface UnreadableRepresentation {
  readonly type: TypeDeclaration;
  readonly location: Location;
}

/** The types of a page that have both a property table and a JSON representation. */
export const representationsOf = onceFor((context: PageContext): Representations => {
  const read: Representation[] = [];
  const unreadable: UnreadableRepresentation[] = [];
  for (const type of context.page.types) {
    const { json } = type;
    const represented = representedIn(type);
    if (!json || !type.hasPropertyTable || !represented) continue;
    const representation = readRepresentation(type, json, represented, context);
    if (representation) read.push(representation);
    else unreadable.push({ type, location: json.location });
  }
  return { read, unreadable };
});

function readRepresentation(
  type: TypeDeclaration,
  json: Fence,
  { object, pointer, problems, elided }: Represented,
  context: PageContext,
): Representation | undefined {
  if (!object || problems.some(({ harmless }) => !harmless)) return undefined;
  const annotation = context.page.annotations.find(({ fence }) => fence === json);
  const bases = basesOf(context.contract.types, type);
  return {
    type,
    rows: type.properties.filter((row) => /^propert(?:y|ies)$/i.test(headingOver(row, context.page))),
    tabled: new Set(declarationsOf(type.name, context).flatMap(namesOf)),
    inherited: new Set(bases.names),
    basesKnown: bases.complete,
    shown: Object.entries(object)
      .filter(([name]) => !name.includes("@") && name !== "" && name !== "...")
      .map(([name, value]) => ({
        name,
        value,
        span: locateInJson(json.text, json.location, stepInto(pointer, name), "name"),
      })),
    whole: !elided && !("..." in object) && annotationFlag(annotation?.members ?? {}, "truncated") !== true,
  };
}

function headingOver(row: PropertyDeclaration, page: Page): string {
  return page.headings.findLast(({ location }) => location.line < row.location.line)?.text.trim() ?? "";
}

/** What the type's base declares and inherits, and whether that is all. */
function basesOf(
  types: Readonly<Record<string, TypeContract>>,
  type: TypeDeclaration,
): { readonly names: readonly string[]; readonly complete: boolean } {
  const name = types[type.name]?.base;
  if (name === undefined) return { names: [], complete: type.base === undefined };
  const base = types[name] ?? rootOf(name, type.location);
  return base
    ? { names: base.properties.map((property) => property.name), complete: base.complete }
    : { names: [], complete: false };
}

/** The same type can be declared by several pages, each with some of its rows. */
function declarationsOf(name: string, { page, folder }: PageContext): TypeDeclaration[] {
  return declaredIn(folder).get(keyOf(page, name)) ?? page.types.filter((type) => type.name === name);
}

// One index a run: every resource page asks.
const declaredIn = onceFor(({ pages }: Folder) => {
  const declared = new Map<string, TypeDeclaration[]>();
  for (const page of pages) {
    for (const type of page.types) {
      const key = keyOf(page, type.name);
      declared.set(key, [...(declared.get(key) ?? []), type]);
    }
  }
  return declared;
});

function keyOf(page: Page, name: string): string {
  return `${page.version} ${name.toLowerCase()}`;
}

function namesOf(type: TypeDeclaration): string[] {
  return [...type.properties, ...type.relationships].map(({ name }) => name);
}
