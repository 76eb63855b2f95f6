import { isObject } from "../../base/is-object.ts";
import { hasBetterCase, nearestName, nearestNames } from "../../base/nearest-name.ts";
import type { Contract, Operation, Property, TypeContract, TypeRef } from "../../contract/contract.ts";
import { isClosed } from "../../contract/json-schema/type-schema.ts";
import { derivedTypes } from "../../contract/names/inheritance.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { bodyViolations, judgeBody } from "../../contract/validation/body-violations.ts";
import { judgingType, namedType } from "../../contract/validation/named-type.ts";
import { isControl } from "../../contract/validation/resources-in-body.ts";
import { stepInto, valueAt } from "../../http/json-pointer.ts";
import { citation } from "../body/judged-violations.ts";
import { citedRow, citedType } from "../cited.ts";
import { isToldAtType } from "../resource/told-at-type.ts";
import type { Outcome, RequestContext } from "../rule.ts";

type Locate = (pointer: string, part?: "name") => Outcome["span"];

/** What may stand in an object of a body, and who says so. */
interface Names {
  readonly known: ReadonlySet<string>;
  /** Those that a wrong name may have been meant for. */
  readonly candidates: readonly Property[];
  readonly of: string;
  readonly type?: TypeContract;
  /** `open`: it may have names that no page lists; `partly`: not all of its names are known. */
  readonly extent: "closed" | "open" | "partly";
}

/**
 * The names in a request's body that no page declares: of its type, of the types of its values, of the parameters that
 * the page lists. A near miss of a declared name is an error, any other a warning.
 */
export function undeclaredNames(
  context: RequestContext,
  operation: Operation,
  value: unknown,
  locate: Locate,
): Outcome[] {
  if (!isObject(value)) return [];
  const names = namesOf(context, operation, value);
  const written = Object.keys(value).filter((name) => /^[\w.-]+$/.test(name) && !isControl(name));
  const own = names
    ? written
        .filter((name) => !names.known.has(name))
        .flatMap((name) => judge(context, names, value, name, "", locate))
    : [];
  return [...own, ...written.flatMap((name) => inside(context, operation, value, name, locate))];
}

function namesOf(
  context: RequestContext,
  operation: Operation,
  value: Readonly<Record<string, unknown>>,
): Names | undefined {
  const { contract, url } = context;
  const { requestBody, parameters } = operation;
  if (url.segments.at(-1) === "$ref")
    return {
      known: new Set(),
      candidates: [],
      of: "a reference, which has its @odata.id alone",
      extent: "closed",
    };
  const declared = requestBody?.kind === "type" && !requestBody.collection ? requestBody.name : undefined;
  if (declared !== undefined) {
    const type = typeNamed(contract, judgingType(contract, declared, value));
    if (!type || type.properties.length === 0) return undefined;
    const names = namesOfType(contract, type, parameters, value);
    const elsewhere = joint(context)?.parameters ?? [];
    return { ...names, known: new Set([...names.known, ...elsewhere.map(({ name }) => name)]) };
  }
  // A table of some parameters, one of which is there, is a list of all.
  if (requestBody || !parameters.some(({ name }) => Object.hasOwn(value, name))) return undefined;
  const others = namesElsewhere(context, operation);
  const named = typeNamed(contract, namedType(value) ?? "");
  const known = [...parameters, ...others, ...(named?.properties ?? [])].map(({ name }) => name);
  return { known: new Set(known), candidates: parameters, of: "the request's parameters", extent: "closed" };
}

function namesOfType(
  contract: Contract,
  type: TypeContract,
  parameters: readonly Property[],
  value: Readonly<Record<string, unknown>>,
): Names {
  const derived = namedType(value) === undefined ? derivedTypes(contract, type.name) : [];
  const below = derived.flatMap((name) => typeNamed(contract, name)?.properties ?? []);
  const all = [...parameters, ...type.properties, ...below];
  const extent = isClosed(type) ? "closed" : type.open ? "open" : "partly";
  return {
    known: new Set(all.map(({ name }) => name)),
    candidates: [...parameters, ...type.properties].filter(({ onlyInJson }) => !onlyInJson),
    of: shortName(type.name),
    type,
    extent,
  };
}

/** What other pages document for the same request, and what comes back of it or from a GET. */
function namesElsewhere(context: RequestContext, operation: Operation): readonly Property[] {
  const { contract, url } = context;
  const same = joint(context);
  const read = matchOperation(contract, "GET", url);
  const answers = [operation, ...(read ? [read] : [])].flatMap(({ responses, listedReturn }) => [
    ...responses.map(({ body }) => body),
    listedReturn?.type,
  ]);
  const types = [...answers, same?.requestBody].flatMap((ref) => (ref ? allNames(contract, ref) : []));
  return [...(same?.parameters ?? []), ...types];
}

function joint({ contract, exchange, url }: RequestContext): Operation | undefined {
  return matchOperation(contract, exchange.request.method, url);
}

function allNames(contract: Contract, ref: TypeRef): readonly Property[] {
  const type = typeOfRef(contract, ref);
  const derived = type ? derivedTypes(contract, type.name) : [];
  return [
    ...(type?.properties ?? []),
    ...derived.flatMap((name) => typeNamed(contract, name)?.properties ?? []),
  ];
}

function judge(
  { contract }: RequestContext,
  { candidates, type, of, extent }: Names,
  holder: Readonly<Record<string, unknown>>,
  name: string,
  above: string,
  locate: Locate,
): Outcome[] {
  const pointer = stepInto(above, name);
  const span = locate(pointer, "name");
  const lacking = candidates.filter((candidate) => !Object.hasOwn(holder, candidate.name));
  const near = nearestNames(
    name,
    lacking.map((candidate) => candidate.name),
  );
  const meant = nearestName(name, near);
  const row = lacking.find((candidate) => candidate.name === meant);
  if (type && isToldAtType(contract, type.name, name)) return [];
  if (extent === "partly" || (extent === "open" && row === undefined)) {
    const reason = extent === "open" ? "open-type" : "not-in-folder";
    const why = extent === "open" ? "it is open" : "the page of its base type is not here";
    const message = `whether "${name}" may stand in ${of} is not known: ${why}`;
    return [{ status: "not-verified", reason, message, span, pointer }];
  }
  const at = row?.location ?? type?.location;
  const message = [
    `"${name}" is not a property of ${of}`,
    meant === undefined ? "" : `; did the page mean "${meant}"?`,
    at ? citation(at) : "",
  ].join("");
  const fits =
    row &&
    bodyViolations(contract, row.type, valueAt(holder, stepInto("", name)), { memberPreference: true })
      .length === 0;
  const certain = meant !== undefined && near.length === 1 && fits && !hasBetterCase(name, meant);
  return [
    {
      status: "fail",
      message,
      span,
      pointer,
      meant,
      ...(meant === undefined ? { severity: "warning" as const } : {}),
      ...(row?.fromMetadata?.includes("property") ? { atMost: "warning" as const } : {}),
      promise: row ? citedRow(row) : type && citedType(type),
      fix: certain ? { edits: [{ span, text: JSON.stringify(meant) }] } : undefined,
      cause: { id: `request-name ${of}/${name}` },
    },
  ];
}

/** The names in the values of documented properties. */
function inside(
  context: RequestContext,
  operation: Operation,
  body: Readonly<Record<string, unknown>>,
  name: string,
  locate: Locate,
): Outcome[] {
  const { contract } = context;
  const own = typeOfRef(contract, operation.requestBody);
  const type = own && typeNamed(contract, judgingType(contract, own.name, body));
  const property = [...operation.parameters, ...(type?.properties ?? [])].find(
    (other) => other.name === name,
  );
  const value = body[name];
  if (property?.type.kind !== "type" || typeof value !== "object" || value === null) return [];
  const values = Array.isArray(value) ? value : [value];
  const seen = new Set<string>();
  return values.flatMap((item: unknown, index) => {
    const above = Array.isArray(value) ? stepInto(stepInto("", name), String(index)) : stepInto("", name);
    return strangeNames(contract, property.type, item)
      .filter(({ name: wrong }) => /^[\w.-]+$/.test(wrong))
      .flatMap((strange): Outcome[] => {
        const holder = typeNamed(contract, strange.type);
        const wrong = strange.name;
        if (!holder || seen.has(`${strange.type}/${wrong}`)) return [];
        seen.add(`${strange.type}/${wrong}`);
        const place = strange.pointer.slice(0, strange.pointer.lastIndexOf("/"));
        const object = valueAt(item, place);
        if (!isObject(object)) return [];
        const names = namesOfType(contract, holder, [], object);
        return names.known.has(wrong) ? [] : judge(context, names, object, wrong, above + place, locate);
      });
  });
}

/** The names in a value that its types do not declare, and those of which nobody knows whether they may stand there. */
function strangeNames(contract: Contract, type: TypeRef, value: unknown) {
  const one = { ...type, collection: false };
  const { violations, gaps } = judgeBody(contract, one, value, { memberPreference: true });
  const unknown = violations.filter(({ keyword }) => keyword === "unknown-property");
  // Extensions are in closed types, too.
  const doubtful = gaps.filter(
    (gap) => gap.kind === "name" || (gap.kind === "open" && typeNamed(contract, gap.type)?.open === true),
  );
  return [...unknown.map((violation) => ({ ...violation, name: violation.property ?? "" })), ...doubtful];
}
