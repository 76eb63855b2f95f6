import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import { spanOfText } from "../../base/span.ts";
import type { Contract, Operation, Property } from "../../contract/contract.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { bodyViolations } from "../../contract/validation/body-violations.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import type { Violation } from "../../contract/validation/violation.ts";
import type { JsonProblem } from "../../http/body.ts";
import { headerValue } from "../../http/http-message.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { locateInJson } from "../../http/read-json.ts";
import { jsonFailure, restOfBody } from "../body/invalid-json.ts";
import { citation, describeValue, isOneForMany, placeOf } from "../body/judged-violations.ts";
import { citedRow } from "../cited.ts";
import { listOf } from "../resource/sightings.ts";
import { isWrongRow } from "../resource/wrong-forms.ts";
import { wrongLists } from "../resource/wrong-lists.ts";
import { defineRequestRule, type NotVerified, type Outcome } from "../rule.ts";
import { undocumented } from "../unjudged.ts";
import { bodyLeftOut, requiredLeftOut } from "./body-left-out.ts";
import { undeclaredNames } from "./body-names.ts";
import { untyped } from "./body-type.ts";
import { misdeclared, rightRow } from "./misdeclared.ts";

/** What a request may not break. Names that a page does not document are often those of a derived type. */
const judged = new Set(["type", "format", "enum", "range"]);

/** A body that breaks more is broken all over; nobody reads on. */
const fewViolations = 100;

/** The body of a request. */
export const body = defineRequestRule("request/body", {
  promise: "The body of a request is JSON, and its values have the documented types.",
  weighs: { documented: "error" },
  judge(context) {
    const { exchange, contract, operation, page } = context;
    const { request } = exchange;
    const sent = request.body;
    if (exchange.declared?.error) return "not-applicable";
    if (!sent) return page && operation ? bodyLeftOut(request, operation) : "not-applicable";
    const media = headerValue(request, "Content-Type") ?? "application/json";
    if (!sent?.json || !/[/+]json\b/i.test(media)) return "not-applicable";
    const { value, problems } = sent.json;
    const unreadable = untilBroken(problems).map((problem, index): Outcome => {
      return jsonFailure("the request's body", problem, index, restOfBody);
    });
    if (unreadable.length > 0 && (!operation || problems.some(({ harmless }) => !harmless)))
      return unreadable;
    const whole = spanOfText(sent.location, sent.text, sent.location.column);
    if (!operation) return [undocumented(context, "the request's body is", whole)];
    const locate = (pointer: string, part?: "name") => locateInJson(sent.text, sent.location, pointer, part);
    const names = page ? undeclaredNames(context, operation, value, locate) : [];
    const unknown = unknownBody(contract, operation, value);
    if (unknown && unreadable.length === 0 && names.length === 0) return [{ ...unknown, span: whole }];
    const isWhole = problems.length === 0;
    const judgedBody = [
      ...names,
      ...(page && isWhole ? requiredLeftOut(context, operation, value, locate("")) : []),
      ...(page ? untyped(context, operation, value, locate) : []),
      ...violationsOf(contract, operation, value)
        .slice(0, fewViolations)
        .flatMap((violation): Outcome | Outcome[] => {
          const { pointer } = violation;
          const message = messageFor(contract, violation);
          const span = locate(pointer);
          const { parameter } = violation;
          const own = isOwn(violation) ? parameter : undefined;
          if (
            isPlaceholder(violation.value, membersOf(violation)) &&
            !isOneForMany(context, violation, own)
          ) {
            return { status: "not-verified", reason: "placeholder", message, span, pointer };
          }
          const isSecond = isOnlyMetadata(contract, violation);
          const isAgainstRow = !isSecond && violation.keyword === "type" && isOwn(violation);
          const atRow = page && isAgainstRow ? misdeclared(context, operation, parameter) : undefined;
          if (atRow) return atRow;
          // A service is not to blame for the row that a page has wrong.
          if (!page && isAgainstRow && rightRow(context, operation, parameter)) return [];
          const atMost = isSecond ? "warning" : undefined;
          return { status: "fail", message, span, pointer, promise: citedRow(parameter), atMost };
        }),
    ];
    return [...unreadable, ...(operation.bodyFromMetadata ? judgedBody.map(mildly) : judgedBody)];
  },
});

function isOnlyMetadata(contract: Contract, violation: ParameterViolation): boolean {
  const { type, property, parameter } = violation;
  const holder = isOwn(violation) ? undefined : typeNamed(contract, type);
  const { fromMetadata } = holder?.properties.find(({ name }) => name === property) ?? parameter;
  return fromMetadata?.some((fact) => fact !== "nullable") ?? false;
}

/** What only the metadata says is a warning at most. */
function mildly(outcome: Outcome): Outcome {
  return outcome.status === "fail" ? { ...outcome, atMost: "warning" } : outcome;
}

/** Why none of the values that are sent can be judged; undefined where one can, or none is sent. */
function unknownBody(
  contract: Contract,
  operation: Operation,
  value: unknown,
): Omit<NotVerified, "span"> | undefined {
  const documented = documentedNames(contract, operation);
  const names = isObject(value) ? Object.keys(value).filter((name) => !name.includes("@")) : [];
  if (names.length === 0 || names.some((name) => documented.has(name))) return undefined;
  const type = operation.requestBody;
  const missing = type?.kind === "unknown";
  const why = missing
    ? `declares its type "${type.name}"`
    : `documents ${names.map((name) => `"${name}"`).join(", ")}`;
  const message = `the request's body is not judged: no page here ${why}`;
  return { status: "not-verified", reason: missing ? "not-in-folder" : "undocumented", message };
}

/** What comes after the first problem that no repair repairs mostly follows from it. */
function untilBroken(problems: readonly JsonProblem[]): readonly JsonProblem[] {
  const broken = problems.findIndex(({ harmless }) => !harmless);
  return broken < 0 ? problems : problems.slice(0, broken + 1);
}

interface ParameterViolation extends Violation {
  readonly parameter: Property;
}

/** The values that break a documented parameter, or a property of the documented body. */
function violationsOf(contract: Contract, operation: Operation, value: unknown): ParameterViolation[] {
  if (!isObject(value)) return [];
  const documented = documentedNames(contract, operation);
  return Object.entries(value).flatMap(([name, member]) => {
    const parameter = documented.get(name);
    if (!parameter || member === null) return [];
    return parameterViolations(contract, parameter, member).filter(
      (violation) => !isFaultOfRow(contract, operation, violation),
    );
  });
}

/** What several examples show against a row, or against a list of members, is the fault of that, and found there. */
function isFaultOfRow(
  contract: Contract,
  { requestBody }: Operation,
  { keyword, type, property, value, parameter }: ParameterViolation,
): boolean {
  const holder = typeNamed(contract, type) ?? typeOfRef(contract, requestBody);
  const row = holder?.properties.find(({ name }) => name === property);
  if (!holder || !row || (row.name === parameter.name && row.row !== parameter.row)) return false;
  if (keyword === "type") return isWrongRow(contract, holder.name, row.name);
  const written = wrongLists(contract).get(listOf(holder.name, row))?.written;
  return keyword === "enum" && typeof value === "string" && written?.has(value) === true;
}

/** What the page says of the names in the body: the first that says it counts, parameters before properties. */
const documentedNames = onceForAll(
  (contract: Contract, { requestBody, parameters }: Operation): ReadonlyMap<string, Property> => {
    const properties = typeOfRef(contract, requestBody)?.properties ?? [];
    const documented = [...parameters, ...properties].toReversed();
    return new Map(documented.map((property) => [property.name, property]));
  },
);

function parameterViolations(contract: Contract, parameter: Property, value: unknown): ParameterViolation[] {
  const { name, type } = parameter;
  const pointer = stepInto("", name);
  // A table that names one resource has often only left out the word "collection".
  if (Array.isArray(value) && !type.collection && !(isOneOf(contract, parameter) && value.every(isObject)))
    return [];
  if (type.collection !== Array.isArray(value)) {
    const expected = describeTypeRef(type);
    return [{ keyword: "type", pointer, value, expected, type: type.name, property: name, parameter }];
  }
  const wrongMembers = listedMembers(parameter, value, pointer);
  if (wrongMembers.length > 0) return wrongMembers;
  return bodyViolations(contract, type, value, { memberPreference: true })
    .filter((violation) => judged.has(violation.keyword) && !isAccepted(violation))
    .map((violation) => ({ ...violation, pointer: `${pointer}${violation.pointer}`, parameter }));
}

/** One complex value, or one resource: where it is no parameter of an action, the table of its type says so. */
function isOneOf(contract: Contract, { type, navigation }: Property): boolean {
  const properties = type.kind === "type" ? typeNamed(contract, type.name)?.properties : undefined;
  return !navigation && properties !== undefined && properties.length > 0;
}

/** Texts that are none of the values that a parameter of type `String` lists. */
function listedMembers(parameter: Property, value: unknown, pointer: string): ParameterViolation[] {
  const members = parameter.values?.members ?? [];
  if (members.length === 0) return [];
  const about = {
    keyword: "enum",
    expected: members,
    type: parameter.type.name,
    property: parameter.name,
    parameter,
  };
  const texts = Array.isArray(value) ? value : [value];
  return texts.flatMap((text: unknown, index): ParameterViolation[] => {
    const at = Array.isArray(value) ? stepInto(pointer, String(index)) : pointer;
    const violation = { ...about, value: text, pointer: at };
    return typeof text !== "string" || isAccepted(violation) ? [] : [violation];
  });
}

/** A service takes members in any letter case, several of them where it knows flags, and an empty text for none. */
function isAccepted(violation: Violation): boolean {
  const members = membersOf(violation).map((member) => member.toLowerCase());
  if (members.length === 0 || typeof violation.value !== "string") return false;
  const chosen = violation.value.split(",").map((member) => member.trim().toLowerCase());
  return violation.value === "" || chosen.every((member) => members.includes(member));
}

function isOwn({ pointer, parameter }: ParameterViolation): boolean {
  return pointer === stepInto("", parameter.name);
}

function messageFor(contract: Contract, violation: ParameterViolation): string {
  const { parameter, value } = violation;
  const own = isOwn(violation);
  const place = own ? `"${parameter.name}"` : placeOf(violation);
  const members = membersOf(violation).map((member) => `"${member}"`);
  const promise = members.length > 0 ? `one of ${members.join(", ")}` : describeTypeRef(parameter.type);
  const who = parameter.fromMetadata?.includes("property") ? "the metadata" : "the page";
  const says = `${who} says ${promise}${citation(parameter.location)}`;
  if (own || violation.property === undefined) return `${place} is ${describeValue(value)}; ${says}`;
  const row = typeNamed(contract, violation.type)?.properties.find(({ name }) => name === violation.property);
  const expects = members.length > 0 ? promise : row ? describeTypeRef(row.type) : "";
  return `${place} is ${describeValue(value)}; ${shortName(violation.type)} says ${expects}${row ? citation(row.location) : ""}`;
}

function membersOf({ keyword, expected }: Violation): readonly string[] {
  return keyword === "enum" && Array.isArray(expected) ? expected.map(String) : [];
}
