import { isObject } from "../../base/is-object.ts";
import type { Folder } from "../../docs/folder.ts";
import { headerValue } from "../../http/http-message.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Contract, Example, TypeRef } from "../contract.ts";
import { baseTypes } from "../names/inheritance.ts";
import { readTypeName } from "../names/type-name.ts";
import { typeNamed } from "../names/type-named.ts";
import { matchOperation } from "../path/match-operation.ts";
import type { JsonKind, Shown, ShownOperation, StrayRequest } from "../shown.ts";
import { resourcesInBody } from "../validation/resources-in-body.ts";
import { typeOfPlaceholder } from "./json-properties.ts";
import { representedIn } from "./represented.ts";

type Names = Map<string, Set<JsonKind>>;

/** What the examples and the JSON representations of a contract show, in brief. */
export function showExamples(contract: Contract, folder: Folder): Shown {
  const operations = new Map<string, { media: Set<string>; codes: Set<string>; statuses: Set<number> }>();
  const types = new Map<string, Names>();
  const unasked = new Map<string, Set<string>>();
  const texts = new Map<string, Map<string, boolean>>();
  const strays = new Map<string, StrayRequest>();
  for (const page of folder.pages) {
    if (page.version !== contract.version) continue;
    for (const declared of page.types) {
      const object = representedIn(declared)?.object;
      if (object && typeNamed(contract, declared.name)) look(declared.name, object, kindRepresented);
    }
  }
  for (const example of contract.examples) note(example);
  return {
    operations: sorted(
      operations,
      ({ media, codes, statuses }): ShownOperation => ({
        mediaTypes: [...media].sort(),
        errorCodes: [...codes].sort(),
        statuses: [...statuses].sort((one, other) => one - other),
      }),
    ),
    types: sorted(types, (names) => sorted(names, (kinds) => [...kinds].sort())),
    unasked: sorted(unasked, (names) => [...names].sort()),
    numerals: sorted(new Map([...texts].filter(([, names]) => [...names.values()].includes(true))), (names) =>
      [...names].flatMap(([name, isNumeral]) => (isNumeral ? name : [])).sort(),
    ),
    strays: [...strays].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, stray]) => stray),
  };

  function note({ request, response, declared }: Example): void {
    const url = readRequestUrl(request.url);
    const operation = matchOperation(contract, request.method, url);
    if (!operation) {
      const path = `/${url.segments.join("/")}`;
      strays.set(`${request.method} ${path}`, { method: request.method, path });
    }
    if (response?.status === undefined) return;
    const { status } = response;
    const body = response.body?.json?.value;
    if (operation) {
      const id = operation.id.toLowerCase();
      const shown = operations.get(id) ?? { media: new Set(), codes: new Set(), statuses: new Set() };
      operations.set(id, shown);
      shown.statuses.add(status);
      const media = headerValue(response, "content-type")?.split(";")[0]?.trim().toLowerCase();
      // A 204 has no content (RFC 9110, section 15.3.5): what is shown under one was copied from another answer.
      if (status < 300 && status !== 204 && response.body && media && /^[\w.+-]+\/[\w.+*-]+$/.test(media))
        shown.media.add(media);
      const code = isObject(body) && isObject(body.error) ? body.error.code : undefined;
      if (typeof code === "string" && /^[\w.-]+$/.test(code)) shown.codes.add(code);
    }
    const promised = operation?.responses.find((one) => one.status === status)?.body;
    const type =
      declared?.type === undefined
        ? promised
        : { ...readTypeName(contract, declared.type), collection: declared.collection ?? false };
    if (type?.kind !== "type" || !isObject(body) || status >= 300) return;
    const isUnasked =
      request.method.toUpperCase() === "GET" && !url.options.has("$select") && isOfOneKind(type, promised);
    for (const { value } of resourcesInBody(contract, type, body).resources) {
      look(type.name, value, kindOf, noteText);
      if (isUnasked && isObject(value)) noteUnasked(type.name, value);
    }
  }

  /** Where annotation and page disagree on the type, the body is a witness of neither. */
  function isOfOneKind({ name }: TypeRef, promised: TypeRef | undefined): boolean {
    if (promised?.kind !== "type" || promised.name === name) return true;
    return (
      baseTypes(contract, name).includes(promised.name) || baseTypes(contract, promised.name).includes(name)
    );
  }

  function noteUnasked(name: string, resource: Readonly<Record<string, unknown>>): void {
    const type = typeOf(name, resource);
    if (!type) return;
    const names = unasked.get(type.name) ?? new Set();
    unasked.set(type.name, names);
    for (const member of Object.keys(resource)) if (isName(member)) names.add(member);
  }

  function typeOf(name: string, resource: Readonly<Record<string, unknown>>) {
    const written = resource["@odata.type"];
    const said: TypeRef | undefined =
      typeof written === "string" ? readTypeName(contract, written) : undefined;
    return typeNamed(contract, said?.kind === "type" ? said.name : name);
  }

  /** A representation says "String" where an example has a text. */
  function noteText(type: string, name: string, text: string): void {
    const names = texts.get(type) ?? new Map<string, boolean>();
    texts.set(type, names);
    names.set(name, (names.get(name) ?? true) && /^-?\d+(?:\.\d+)?$/.test(text));
  }

  function look(name: string, value: unknown, kind: typeof kindOf, note?: typeof noteText): void {
    if (Array.isArray(value)) {
      for (const item of value) look(name, item, kind, note);
      return;
    }
    if (!isObject(value)) return;
    const type = typeOf(name, value);
    if (!type) return;
    const names: Names = types.get(type.name) ?? new Map();
    types.set(type.name, names);
    for (const [member, inner] of Object.entries(value)) {
      if (!isName(member)) continue;
      const kinds = names.get(member) ?? new Set();
      names.set(member, kinds.add(kind(inner)));
      if (typeof inner === "string") note?.(type.name, member, inner);
      const property = type.properties.find((one) => one.name === member);
      if (property?.type.kind === "type") look(property.type.name, inner, kind, note);
    }
  }
}

/** Control information is none. */
function isName(member: string): boolean {
  return !member.includes("@") && !member.startsWith("#");
}

function kindOf(value: unknown): JsonKind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const kind = typeof value;
  return kind === "string" || kind === "number" || kind === "boolean" ? kind : "object";
}

/** A representation has the name of a type in the place of a value: `"Integer"` is no text. */
function kindRepresented(value: unknown): JsonKind {
  const type = typeof value === "string" ? typeOfPlaceholder(value) : undefined;
  if (type === undefined) return kindOf(value);
  if (type === "Boolean") return "boolean";
  return /^(?:Int|Double)/.test(type) ? "number" : "string";
}

function sorted<Value, Plain>(
  map: ReadonlyMap<string, Value>,
  plain: (value: Value) => Plain,
): Record<string, Plain> {
  return Object.fromEntries(
    [...map].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, value]) => [name, plain(value)]),
  );
}
