import { basename } from "node:path/posix";
import type { Location } from "../../base/location.ts";
import type { Property } from "../../contract/contract.ts";
import { describeTypeRef } from "../../contract/json-schema/describe-property.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { enumNamed, typeNamed } from "../../contract/names/type-named.ts";
import { standsForList } from "../../contract/validation/placeholder.ts";
import { resourcesInBody } from "../../contract/validation/resources-in-body.ts";
import type { Gap, Violation } from "../../contract/validation/violation.ts";
import { stepsOf } from "../../http/json-pointer.ts";
import { citedRow } from "../cited.ts";
import type { ExchangeContext, Failure } from "../rule.ts";
import { isBroken, isReadableAt } from "./readable-body.ts";

type Knowing = Pick<ExchangeContext, "contract">;

/**
 * The violations of some keywords that a rule may report: those in the part of the body that could be read.
 * `not-applicable` when the body holds nothing of a type that the contract knows, or could be read in part only
 * and that part is right.
 */
export function judgedViolations(
  context: ExchangeContext,
  keyword: string,
): readonly Violation[] | "not-applicable" {
  const violations = context.violations.filter(
    (violation) => violation.keyword === keyword && isReadableAt(context, violation.pointer),
  );
  // What was read before the body broke is no proof that the rest is right.
  const proves = hasJudgedResources(context) && !isBroken(context);
  return violations.length === 0 && !proves ? "not-applicable" : violations;
}

/** True when the body holds at least one value of the promised type, and the contract knows that type. */
export function hasJudgedResources({ contract, promised, response }: ExchangeContext): boolean {
  const body = response.body?.json;
  if (!body || body.value === undefined || !promised.type || promised.type.kind === "unknown") return false;
  const { resources, strayNames } = resourcesInBody(contract, promised.type, body.value);
  return resources.length + strayNames.length > 0;
}

/** The gaps of one kind, in the part of the body that could be read. */
export function readableGaps(context: ExchangeContext, kind: Gap["kind"]): readonly Gap[] {
  return context.gaps.filter((gap) => gap.kind === kind && isReadableAt(context, gap.pointer));
}

/** The documented property that a violation breaks. */
export function propertyOf({ contract }: Knowing, violation: Violation): Property | undefined {
  const type = typeNamed(contract, violation.type);
  return type?.properties.find(({ name }) => name === violation.property);
}

/** "String" or "<name>" in the place of a list says what stands in the list, and not that it is one. */
export function isOneForMany(
  context: Knowing,
  violation: Violation,
  whole = propertyOf(context, violation),
): boolean {
  const { pointer, value, keyword } = violation;
  const isWhole = keyword === "type" && whole !== undefined && stepsOf(pointer).at(-1) === whole.name;
  return isWhole && whole.type.collection && !standsForList(value);
}

/** What a person calls the broken place: `"name"`, an item of `"name"`, the body. */
export function placeOf({ pointer, property }: Violation): string {
  if (property !== undefined) {
    return stepsOf(pointer).at(-1) === property ? `"${property}"` : `An item of "${property}"`;
  }
  return pointer === "" ? "the body" : `the value at ${pointer}`;
}

/** What the contract says of a place, with the place in the documentation: `run says Int32 (run.md:43)`. */
export function promiseOf(context: ExchangeContext, violation: Violation): string {
  const property = propertyOf(context, violation);
  if (violation.property?.includes("@")) return `OData says ${[violation.expected].flat()[0]}`;
  if (!property) return `the page promises ${shortName(violation.type)}`;
  return `${shortName(violation.type)} says ${describeTypeRef(property.type)}${citation(property.location)}`;
}

/** Where the property of a violation is promised, and the root that all violations of that kind share. */
export function rootOf(
  context: ExchangeContext,
  violation: Violation,
  id: string,
): Pick<Failure, "promise" | "atMost"> & { readonly cause: NonNullable<Failure["cause"]> } {
  const promise = citedRow(propertyOf(context, violation));
  const said = promiseOf(context, violation);
  const sentence = violation.property === undefined ? said : `"${violation.property}": ${said}`;
  const cause = { id, sentence, ...(promise ? { span: promise.span } : {}) };
  return { promise, cause, ...(isOnlyMetadata(context, violation) ? { atMost: "warning" } : {}) };
}

/** Nothing but the metadata says what is broken: properties live that it does not have, and the reverse. */
function isOnlyMetadata(context: ExchangeContext, violation: Violation): boolean {
  const { contract } = context;
  const { fromMetadata = [], type, values } = propertyOf(context, violation) ?? {};
  if (fromMetadata.includes("property") || fromMetadata.includes("type")) return true;
  if (violation.keyword === "null") return fromMetadata.includes("nullable");
  const declared = typeNamed(contract, type?.name ?? violation.type);
  const enumeration = values ?? enumNamed(contract, type?.name);
  return (
    (declared?.fromMetadata?.includes("type") ?? false) ||
    (enumeration?.fromMetadata !== undefined &&
      enumeration.fromMetadata.length === enumeration.members.length)
  );
}

/** Where the documentation says so, as the end of a message: ` (run.md:43)`. */
export function citation({ file, line }: Pick<Location, "file" | "line">): string {
  return ` (${basename(file)}:${line})`;
}

/** A value as a message says it. */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  const text = JSON.stringify(value) ?? "nothing";
  return `the ${typeof value} ${text.length > 60 ? `${text.slice(0, 57)}..."` : text}`;
}
