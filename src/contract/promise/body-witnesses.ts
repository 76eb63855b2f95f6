import { isObject } from "../../base/is-object.ts";
import type { Location } from "../../base/location.ts";
import { type ContextUrl, readContextUrl } from "../../odata/context-url.ts";
import type { Contract, Operation, ResponseContract, TypeRef } from "../contract.ts";
import { formOf, formOfJson } from "../derive/represented-form.ts";
import { agree } from "../names/inheritance.ts";
import { readTypeName } from "../names/type-name.ts";
import { samePath } from "../path/compare-paths.ts";
import { documentedResource, type PathEnd, resolvePath } from "../path/resolve-path.ts";
import { bodyNames, fitBody, isCollection } from "./body-fit.ts";

/** Somebody who says which type the body has. */
export interface Witness {
  readonly who: "annotation" | "prose" | "methods" | "path" | "context" | "body";
  readonly type: TypeRef;
  /** Where a page says it in words. */
  readonly location?: Location;
}

/** What is known of one exchange. */
export interface BodyEvidence {
  readonly method: string;
  readonly status?: number;
  readonly segments: readonly string[];
  readonly operation?: Operation;
  /** The annotation of a documented response. */
  readonly declared?: { readonly type?: string; readonly collection?: boolean; readonly location: Location };
  /** The body's JSON value. */
  readonly body: unknown;
  /** There is a body, and it is not meant to be JSON. */
  readonly raw?: boolean;
  /** A service has sent it: the pages alone say which type comes. */
  readonly served?: boolean;
  /** The body of an example on the page of what a service has sent. */
  readonly shown?: unknown;
}

/** Everybody who says which type the body of an exchange has, in the order of the reading. */
export function bodyWitnesses(contract: Contract, evidence: BodyEvidence): Witness[] {
  const named = namingWitnesses(contract, evidence);
  if (evidence.served) return named;
  const body = bodyWitness(contract, evidence, named);
  return body ? [...named, body] : named;
}

/** The response that an operation promises with a status, or with another success when it names none with a body. */
function promisedResponse(operation: Operation, status: number): ResponseContract | undefined {
  const exact = operation.responses.find((response) => response.status === status);
  if (exact || status >= 300) return exact;
  return operation.responses.find((response) => response.status < 300 && response.body !== undefined);
}

function namingWitnesses(contract: Contract, evidence: BodyEvidence): Witness[] {
  const { declared, operation, method, status = 200, segments } = evidence;
  const found: Witness[] = [];
  const add = (who: Witness["who"], type: TypeRef | undefined, location?: Location) => {
    if (type && type.name !== "") found.push({ who, type, ...(location ? { location } : {}) });
  };
  if (declared?.type) {
    const type = readTypeName(contract, declared.type);
    add(
      "annotation",
      { ...type, collection: type.collection || declared.collection === true },
      declared.location,
    );
  }
  const promise = operation ? promisedResponse(operation, status) : undefined;
  add("prose", promise?.body, promise?.location);
  const listed = operation?.listedReturn;
  const own = found.map(({ type }) => type);
  add("methods", listed?.type, listed?.location);
  // A second table speaks only where annotation and prose are copied from each other.
  const [one, other] = own;
  const also = listed?.also?.[0];
  if (listed && also && one && other && agree(contract, one, other) && !agree(contract, one, listed.type))
    add("methods", listed.type, also);
  const named = found.map(({ type }) => type);
  const path = resolvePath(contract, segments);
  if (path && isCredible(contract, path, named)) {
    // What is sent to a collection comes back as one of its items.
    add("path", method === "GET" ? path.type : { ...path.type, collection: false });
  }
  const shown = evidence.served ? contextOf(evidence.shown) : undefined;
  if (shown) add("context", typeOfContext(contract, shown));
  // A service that sends the wrong type says so in its context, too: it is asked only where no page says a word.
  if (evidence.served && found.length > 0) return found;
  const context = contextOf(evidence.body);
  const meant = context && contextEnd(contract, context);
  if (meant && (isCredible(contract, meant, named) || !samePath(segments, context.segments))) {
    add("context", meant.type);
  }
  return found;
}

/** Relationships of one name can lead to several types; then somebody else must have named the type. */
function isCredible(contract: Contract, { type, certain }: PathEnd, named: readonly TypeRef[]): boolean {
  return certain || named.some((other) => agree(contract, other, type));
}

/** The body's `@odata.context`, taken apart. */
export function contextOf(body: unknown): ContextUrl | undefined {
  const text = isObject(body) ? body["@odata.context"] : undefined;
  return typeof text === "string" ? readContextUrl(text) : undefined;
}

/** The type that a context names; undefined where no page says what it is. */
export function typeOfContext(contract: Contract, context: ContextUrl): TypeRef | undefined {
  return contextEnd(contract, context)?.type;
}

function contextEnd(contract: Contract, context: ContextUrl): PathEnd | undefined {
  if (context.type) return { type: readTypeName(contract, context.type), certain: true };
  const set = documentedResource(contract, context.segments);
  const end = resolvePath(contract, context.segments) ?? (set && { type: set, certain: true });
  return end && context.entity ? { ...end, type: { ...end.type, collection: false } } : end;
}

/**
 * The body speaks when its names fit one of the types named in full, and every other lacks some; and where a single
 * value comes, when it is one of only one of them.
 */
function bodyWitness(
  contract: Contract,
  evidence: BodyEvidence,
  named: readonly Witness[],
): Witness | undefined {
  const types = [...new Map(named.map(({ type }) => [type.name, type])).values()];
  if (types.length < 2 || bodyNames(evidence.body).length === 0) return undefined;
  const value = singleValue(evidence.body);
  if (types.every(({ kind }) => kind === "primitive")) {
    const [only, ...others] = types.filter((type) => mayBe(type, value));
    return only && others.length === 0 ? { who: "body", type: { ...only, collection: false } } : undefined;
  }
  const fits = types.map((type) => ({ type, ...fitBody(contract, type, evidence.body) }));
  const [only, ...others] = fits.filter((fit) => fit.unknown === 0 && fit.type.kind === "type");
  if (!only?.certain || others.length > 0) return undefined;
  return { who: "body", type: { ...only.type, collection: isCollection(evidence.body) } };
}

/** What `{"value": true}` holds (OData JSON 4.01, section 11), if it is a simple value. */
function singleValue(body: unknown): unknown {
  return isObject(body) && bodyNames(body).length === 1 ? body.value : undefined;
}

/** Whether a simple value is one of a primitive type: a 64-bit integer and a decimal as text, too (OData JSON 4.01, section 3.2). */
function mayBe(type: TypeRef, value: unknown): boolean {
  const form = formOfJson(value);
  if (/^Edm\.(?:Int64|Decimal)$/.test(type.name)) return form === "number" || form === "text";
  return (formOf({ ...type, collection: false }) ?? "text") === form;
}
