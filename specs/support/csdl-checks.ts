import { createRequire } from "node:module";
import { Ajv } from "ajv";
import ajvFormats from "ajv-formats";
import { xml2json } from "odata-csdl";
import { SaxesParser } from "saxes";
import { expect } from "vitest";

/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Reads XML by a parser that refuses what is not well-formed. */
export function parse(xml: string): Element {
  const document: Element = { name: "", attributes: {}, children: [] };
  const open = [document];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return document;
}

/** An element and all below it. */
export function elementsIn(element: Element): Element[] {
  return [element, ...element.children.flatMap(elementsIn)];
}

/** The elements of a schema that have a name, by qualified name. */
export function declarations(root: Element): Map<string, Element> {
  const schemas = elementsIn(root).filter(({ name }) => name === "Schema");
  return new Map(
    schemas.flatMap(({ attributes, children }) =>
      children
        .filter(({ name }) => /Type$/.test(name))
        .map((child): [string, Element] => [`${attributes.Namespace}.${child.attributes.Name}`, child]),
    ),
  );
}

/** What a document that is well-formed can still have wrong (OData CSDL 4.0, sections 5 to 13). */
export function mistakes(xml: string): string[] {
  const root = parse(xml);
  const types = declarations(root);
  const resolve = (name = "") => types.get(name.replace(/^graph\./, "microsoft.graph."));
  const found: string[] = [];
  const names = elementsIn(root)
    .filter(({ name }) => name === "Schema")
    .flatMap(({ attributes, children }) =>
      children.map(({ name, attributes: own, children: inner }) => {
        const signature = inner
          .filter((child) => child.name === "Parameter")
          .map((parameter) => `${parameter.attributes.Name} ${parameter.attributes.Type}`);
        const overload = name === "Action" || name === "Function" ? ` ${name} ${signature.join()}` : "";
        return `${attributes.Namespace}.${own.Name}${overload}`;
      }),
    );
  found.push(...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `twice ${name}`));
  for (const element of elementsIn(root)) {
    const { name, attributes, children } = element;
    const members = children.map((child) => child.attributes.Name).filter((member) => member !== undefined);
    if (name !== "Schema" && new Set(members).size < members.length)
      found.push(`${name} ${attributes.Name} has a name twice`);
    const type = (attributes.Type ?? attributes.EntityType ?? attributes.BaseType)?.replace(
      /^Collection\((.*)\)$/,
      "$1",
    );
    if (type !== undefined && !type.startsWith("Edm.") && !resolve(type))
      found.push(`${type} is not declared`);
    const entity = resolve(type)?.name === "EntityType";
    if (name === "NavigationProperty" && !entity) found.push(`${attributes.Name} navigates to ${type}`);
    if (name === "Property" && entity) found.push(`${attributes.Name} holds the entity ${type}`);
    if ((name === "EntitySet" || name === "Singleton") && !entity)
      found.push(`${attributes.Name} is no entity`);
    if (attributes.BaseType !== undefined && resolve(type)?.name !== name)
      found.push(`${attributes.Name} has a base of another kind`);
    if (name === "EnumType" && children.length === 0) found.push(`${attributes.Name} has no member`);
    if (name === "Function" && !children.some((child) => child.name === "ReturnType"))
      found.push(`${attributes.Name} returns nothing`);
  }
  for (const [name, element] of types) {
    const bases: Element[] = [];
    let base = resolve(element.attributes.BaseType);
    while (base && bases.length < 50) {
      bases.push(base);
      base = resolve(base.attributes.BaseType);
    }
    if (bases.length === 50) found.push(`${name} is its own base`);
    const keys = [element, ...bases].filter((one) => one.children.some((child) => child.name === "Key"));
    if (element.name === "EntityType" && keys.length !== 1) found.push(`${name} has ${keys.length} keys`);
    const inherited = new Set(
      bases.flatMap(({ children }) => children.map((child) => child.attributes.Name)),
    );
    for (const { attributes } of element.children) {
      if (attributes.Name !== undefined && inherited.has(attributes.Name))
        found.push(`${name} inherits ${attributes.Name}`);
    }
  }
  return found;
}

/** The document as the OASIS committee's own reader has it, held to the schema of CSDL JSON. */
export function readByOasis(xml: string): Record<string, unknown> {
  const messages: object[] = [];
  const json = xml2json(xml, { strict: true, messages });
  expect(messages).toEqual([]);
  expect(isCsdlJson(json), JSON.stringify(isCsdlJson.errors?.slice(0, 3))).toBe(true);
  return json;
}

const require = createRequire(import.meta.url);
const ajv = new Ajv({ strict: false });
ajvFormats.default(ajv);
const isCsdlJson = ajv.compile(require("odata-csdl/schemas/csdl.schema.json"));
