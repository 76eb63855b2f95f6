import type { Location } from "../../base/location.ts";
import { placesIn } from "../../base/places-in.ts";
import type { Fence, Table } from "../block.ts";
import { isKnownAsOpen } from "../html/read-saved-page.ts";
import { readLinks } from "../markdown/inline.ts";
import { annotationFlag } from "../markdown/read-annotation.ts";
import type {
  BoundAnnotation,
  MethodDeclaration,
  PropertyDeclaration,
  TypeDeclaration,
  TypeReference,
} from "../page.ts";
import { type PlacedBlock, section } from "../section.ts";
import { isDeclarationTable, readDeclarationTable } from "./declaration-table.ts";
import { readDerivedTypes } from "./derived-types.ts";
import { knownHeadings } from "./known-headings.ts";
import { readTypeReference } from "./read-type-reference.ts";
import { saysNoProperty } from "./says-no-property.ts";
import { withValueTables } from "./value-tables.ts";

export interface TypePage {
  readonly title: string;
  readonly namespace: string;
  readonly placed: readonly PlacedBlock[];
  readonly annotations: readonly BoundAnnotation[];
  readonly references: ReadonlyMap<string, string>;
  readonly titleLocation: Location;
  /** The page was saved as HTML, which may have lost the annotations. */
  readonly saved: boolean;
}

/**
 * The types that a resource page declares. The tables belong to the page's main type: the one of its first
 * resource annotation, or of its title. Further resource annotations declare types by their JSON alone.
 */
export function readTypes(page: TypePage): TypeDeclaration[] {
  const resources = page.annotations.filter((annotation) => annotation.blockType === "resource");
  const [main, ...others] = resources;
  const name = main ? typeName(main, page.namespace) : undefined;
  const titled = /^(\S+)\s+(?:(?:resource|complex|entity|facet|object)\s*)+(?:type)?\b/i.exec(
    page.title,
  )?.[1];
  const mainName =
    (name && inLettersOf(titled, name)) ?? (titled ? qualified(asType(titled), page.namespace) : undefined);
  if (!mainName) return [];
  const { properties, relationships } = typeTables(page);
  const base = proseBase(page) ?? annotatedBase(main);
  const json = main?.fence ?? jsonRepresentation(page);
  const shown = json ? shownBeside(json, page) : [];
  const derived = readDerivedTypes(page.placed, page.references);
  return [
    {
      name: mainName,
      ...(base ? { base } : {}),
      ...(derived.length > 0 ? { derived } : {}),
      ...membersOf(main),
      ...(saysOpen(page) || (page.saved && !main && isKnownAsOpen(mainName)) ? { open: true } : {}),
      properties: withValueTables(
        properties.flatMap((table) => rowsOf(table, page)),
        page.placed,
      ),
      relationships: relationships.flatMap((table) => rowsOf(table, page)),
      methods: methodsOf(page),
      ...(json ? { json } : {}),
      ...(shown.length > 0 ? { shown } : {}),
      hasPropertyTable: properties.length > 0,
      ...(properties.length === 0 && saysNoProperty(page.placed) ? { propertyless: true } : {}),
      ...([...properties, ...relationships].some(hasInclude) ? { partial: true } : {}),
      location: main?.location ?? page.titleLocation,
    },
    ...others.flatMap((annotation) => typeOfAnnotation(annotation, mainName, page.namespace)),
  ];
}

function typeOfAnnotation(
  annotation: BoundAnnotation,
  mainName: string,
  namespace: string,
): TypeDeclaration[] {
  const name = typeName(annotation, namespace);
  if (!name || name === mainName) return [];
  const base = annotatedBase(annotation);
  return [
    {
      name,
      ...(base ? { base } : {}),
      ...membersOf(annotation),
      properties: [],
      relationships: [],
      methods: [],
      ...(annotation.fence ? { json: annotation.fence } : {}),
      hasPropertyTable: false,
      location: annotation.location,
    },
  ];
}

function membersOf(annotation: BoundAnnotation | undefined) {
  const members = annotation?.members ?? {};
  const optional = members.optionalProperties;
  const key = members.keyProperty;
  return {
    abstract: annotationFlag(members, "abstract") ?? false,
    open: annotationFlag(members, "openType") ?? annotationFlag(members, "isOpenType") ?? false,
    ...(typeof key === "string" && key !== "" ? { keyProperty: key } : {}),
    optionalProperties: Array.isArray(optional) ? optional.filter((name) => typeof name === "string") : [],
  };
}

function typeName(annotation: BoundAnnotation, namespace: string): string | undefined {
  const type = annotation.members["@odata.type"] ?? annotation.members["@type"];
  const name = typeof type === "string" ? type.trim().replace(/^#/, "") : "";
  if (name === "") return undefined;
  if (/^microsoft\.graph\.\w/i.test(name)) return name.replace(/^microsoft\.graph/i, "microsoft.graph");
  // Graph has no other namespace: that of another service was copied along, and annotation/type-name says so.
  return `${namespace}.${name.slice(name.lastIndexOf(".") + 1)}`;
}

/** Graph's types begin with a small letter; a title may begin with a capital one all the same. */
function asType(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** A title writes a type as it is (`orgContact`) where the annotation beside it has other letters (`orgcontact`). */
function inLettersOf(title: string | undefined, name: string): string {
  const short = name.slice(name.lastIndexOf(".") + 1);
  const same = title?.toLowerCase() === short.toLowerCase() && /^[a-z]\w*[A-Z]\w*$/.test(title ?? "");
  return same ? `${name.slice(0, name.length - short.length)}${title}` : name;
}

function qualified(name: string, namespace: string): string {
  return name.startsWith("microsoft.graph.") ? name : `${namespace}.${name}`;
}

// Inherits from [workflowBase](workflowbase.md). ... is derived from the **baseItem** type. But not: derived from this type.
const inheritance =
  /\b(?:[Ii]nherits|[Dd]erives|[Ii]nherited|[Dd]erived)\s+from\s+(?:the\s+)?(?!(?:this|it)\b)(\[[^\][]{1,100}\](?:\([^()\s]{0,300}\)|\[[^\][]{0,100}\])?|\*\*[\w.]+\*\*|`[\w.]+`|microsoft\.graph\.[\w.]*\w|[a-z]\w*[A-Z]\w*|[a-z]+(?: [a-z]+){0,3}(?= (?:type|resource|entity)\b))/;

/** The base type that the introduction names; words that name no type still say that there is one. */
function proseBase(page: TypePage): TypeReference | undefined {
  for (const { block, under } of page.placed) {
    if (block.kind !== "paragraph" || under.some((heading) => heading.level > 1)) continue;
    const match = inheritance.exec(block.text);
    if (!match?.[1]) continue;
    const offset = match.index + match[0].length - match[1].length;
    return readTypeReference(match[1], placesIn(block.location, block.text)(offset), page.references);
  }
  return undefined;
}

/** This is an _open type_ ... adds untyped properties ... */
function saysOpen(page: TypePage): boolean {
  return page.placed.some(
    ({ block, under }) =>
      block.kind === "paragraph" &&
      under.every((heading) => heading.level === 1) &&
      (/\b(?:is|represents)\s+an?\s+[_*[]*open\s+type(?![a-z]|\s+extension)/i.test(block.text) ||
        /(?<!\b(?:no|not|never|without)\b[^.]{0,40})\b(?:untyped|undeclared)\s+(?:\w+\s+)?propert/i.test(
          block.text,
        )),
  );
}

function annotatedBase(annotation: BoundAnnotation | undefined): TypeReference | undefined {
  const base = annotation?.members.baseType;
  if (!annotation || typeof base !== "string" || base.trim() === "") return undefined;
  return { name: base.replace(/^#/, "").trim(), collection: false, location: annotation.location, length: 4 };
}

/** The tables of a resource page that declare its properties and its relationships. */
export function typeTables(page: Pick<TypePage, "placed">): {
  readonly properties: readonly Table[];
  readonly relationships: readonly Table[];
} {
  const under = tablesUnder(page, knownHeadings.properties);
  const properties = under.length > 0 ? under : tablesBeforeHeadings(page);
  return { properties, relationships: tablesUnder(page, knownHeadings.relationships) };
}

/** A page may begin with its table of properties, without a heading of that name. */
function tablesBeforeHeadings(page: Pick<TypePage, "placed">): Table[] {
  return page.placed.flatMap(({ block, under }) => {
    if (block.kind !== "table" || under.some(({ level }) => level > 1)) return [];
    const isOfProperties = /^(?:propert(?:y|ies)|name)\b/i.test(block.header[0]?.text ?? "");
    return isOfProperties && isDeclarationTable(block) ? [block] : [];
  });
}

/** [!INCLUDE [rows](../includes/rows.md)] between the rows, which reads like a row that goes on in the next line */
function hasInclude(table: Table): boolean {
  return table.rows.some(
    ({ text, cells }) =>
      /^\s*\|?\s*\[!INCLUDE\b/i.test(text) ||
      (!/\[!INCLUDE\b/i.test(text) && cells.some((cell) => /\[!INCLUDE\b/i.test(cell.text))),
  );
}

function tablesUnder(page: Pick<TypePage, "placed">, heading: RegExp): Table[] {
  return section(page.placed, heading)
    .map(({ block }) => block)
    .filter((block) => block.kind === "table")
    .filter(isDeclarationTable);
}

function rowsOf(table: Table, page: TypePage): PropertyDeclaration[] {
  return readDeclarationTable(table, page.references);
}

function methodsOf(page: TypePage): MethodDeclaration[] {
  const tables = section(page.placed, knownHeadings.methods)
    .map(({ block }) => block)
    .filter((block) => block.kind === "table");
  return tables.flatMap((table) => {
    const returns = table.header.findIndex((cell) => /return|type/i.test(cell.text));
    return table.rows.flatMap((row) => {
      const [name] = row.cells;
      const type = row.cells[returns];
      if (!name || !type || /^:?-+:?$/.test(type.text)) return [];
      const [link] = readLinks(name.text, name.location, page.references);
      return [
        {
          name: link?.text ?? name.text,
          ...(link ? { link } : {}),
          returns: readTypeReference(type.text, type.location, page.references),
          location: row.location,
        },
      ];
    });
  });
}

/** JSON without an annotation, below the heading of the JSON representation or of an example. */
function shownBeside(json: Fence, page: TypePage): Fence[] {
  return section(page.placed, /^(?:json representation|(?:json )?examples?)\b/i).flatMap(({ block }) =>
    block.kind === "fence" &&
    block !== json &&
    /^(?:json)?$/.test(block.language) &&
    block.text.trimStart().startsWith("{") &&
    page.annotations.every(({ fence }) => fence !== block)
      ? [block]
      : [],
  );
}

function jsonRepresentation(page: TypePage): Fence | undefined {
  return section(page.placed, /^json representation/i)
    .map(({ block }) => block)
    .find((block) => block.kind === "fence");
}
