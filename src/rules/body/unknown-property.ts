import { groupBy } from "../../base/group-by.ts";
import { isObject } from "../../base/is-object.ts";
import { hasBetterCase, nearestName, nearestNames } from "../../base/nearest-name.ts";
import type { Contract, Property } from "../../contract/contract.ts";
import { derivedTypes } from "../../contract/names/inheritance.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { bodyViolations } from "../../contract/validation/body-violations.ts";
import { misspeltNames } from "../../contract/validation/misspelt-names.ts";
import type { Gap, Violation } from "../../contract/validation/violation.ts";
import { valueAt } from "../../http/json-pointer.ts";
import { declaredType } from "../../metadata/declared.ts";
import { membersOf } from "../../metadata/members-of.ts";
import type { Fix } from "../assertion.ts";
import { citedRow, citedType } from "../cited.ts";
import { wrongControl } from "../odata/control-names.ts";
import { isToldAtType } from "../resource/told-at-type.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { citation, judgedViolations, readableGaps } from "./judged-violations.ts";

/** Names that the documentation of the type does not have: one finding for each type and name. */
export const unknownProperty = defineRule("body/unknown-property", {
  promise: "Every property of the body is documented on its type.",
  weighs: { documented: "error", mock: "error", tenant: "info" },
  news: "newer",
  needs: "type",
  judge(context) {
    const violations = judgedViolations(context, "unknown-property");
    const near = nearMisses(context);
    if (violations === "not-applicable" && near.length === 0) return violations;
    const closed = violations === "not-applicable" ? [] : violations;
    const unknown = [...closed, ...near].filter(
      // Control information in the form of OData version 3 is odata/annotation-name.
      (violation) =>
        !isOfDerivedType(context.contract, violation) &&
        !wrongControl(violation.property ?? "") &&
        !isFaultOfPage(context, violation),
    );
    const byCause = [...groupBy(unknown, causeOf).values()];
    const told = new Set(near.map(({ pointer }) => pointer));
    return [
      ...byCause.flatMap((same) => judge(context, same)),
      ...openNames(context, told).flatMap((same) => judge(context, same, "open")),
      ...unverified(context, told),
    ];
  },
});

// `extension_{appId}_name` and schema extensions: what a directory object may always hold.
const extensionName = /^ext\w*_\w/i;

/**
 * A name in an open type that neither the pages nor the metadata have, in no form of an extension's. A type that
 * declares hardly a name of its own, as `plannerAssignments` and `openTypeExtension`, is there for names that are data.
 */
function isUnheardOf({ contract }: ExchangeContext, { kind, type, name }: Gap): boolean {
  const { metadata } = contract;
  const declared = kind === "open" && metadata ? declaredType(metadata, type) : undefined;
  if (!metadata || !declared || typeNamed(contract, type)?.open !== true || extensionName.test(name))
    return false;
  const own = [...membersOf(metadata, declared.name).values()].filter(({ member }) => !member.navigation);
  return own.filter(({ member }) => member.name !== "id").length > 1;
}

function openNames(context: ExchangeContext, told: ReadonlySet<string>): readonly (readonly Violation[])[] {
  const body = context.response.body?.json?.value;
  const names = readableGaps(context, "open")
    .filter((gap) => !told.has(gap.pointer) && isUnheardOf(context, gap))
    .map(({ type, name, pointer }) => {
      const value = valueAt(body, pointer);
      return { keyword: "unknown-property", pointer, value, expected: name, type, property: name };
    })
    .filter((violation) => !isOfDerivedType(context.contract, violation));
  return [...groupBy(names, causeOf).values()];
}

/** Names of an open type that stand for documented ones which the object lacks. */
function nearMisses(context: ExchangeContext): Violation[] {
  const { contract, response } = context;
  return readableGaps(context, "open").flatMap(({ name, type, pointer }) => {
    const declared = typeNamed(contract, type);
    const body = response.body?.json?.value;
    const holder = valueAt(body, pointer.slice(0, pointer.lastIndexOf("/")));
    if (!declared?.open || !isObject(holder) || !misspeltNames(contract, declared, holder).has(name))
      return [];
    const value = holder[name];
    return [{ keyword: "unknown-property", pointer, value, expected: name, type, property: name }];
  });
}

/** Names that a base type without a page, or an open type, may have: one outcome for each type. */
function unverified(context: ExchangeContext, told: ReadonlySet<string>): Outcome[] {
  const { contract } = context;
  const gaps = [...readableGaps(context, "name"), ...readableGaps(context, "open")].filter(
    (gap) =>
      !told.has(gap.pointer) &&
      !isUnheardOf(context, gap) &&
      !isOfDerivedType(contract, { type: gap.type, property: gap.name }),
  );
  return [...new Set(gaps.map(({ type }) => type))].flatMap((type): Outcome[] => {
    const own = gaps.filter((gap) => gap.type === type);
    const names = [...new Set(own.map(({ name }) => `"${name}"`))].join(", ");
    const pointer = own[0]?.pointer ?? "";
    const { named } = own[0] ?? {};
    const open = own[0]?.kind === "open";
    const extended = open && typeNamed(contract, type)?.open !== true;
    const base = missingBase(contract, type);
    const why = extended
      ? "applications add properties of their own to a directory's resources"
      : open
        ? "it is open, and may have names that no page lists"
        : named !== undefined
          ? `it says that it is a "${named}", of which no page here says what that is`
          : base
            ? `its base type ${shortName(base)} has no page here`
            : "its page lists no property";
    const message = `whether ${names} may stand in ${shortName(type)} is not known: ${why}`;
    const span = context.locate(pointer);
    const reason = open ? "open-type" : "not-in-folder";
    return [{ status: "not-verified", reason, message, span, pointer }];
  });
}

/** The nearest base type that nothing declares. */
function missingBase(contract: Contract, name: string): string | undefined {
  const seen = new Set<string>();
  let current: string | undefined = name;
  while (current !== undefined && Object.hasOwn(contract.types, current) && !seen.has(current)) {
    seen.add(current);
    current = typeNamed(contract, current)?.base;
  }
  return current !== undefined && seen.has(current) ? undefined : current;
}

/** One name of one type, wherever it stands in the body; the first place is told. */
function judge(context: ExchangeContext, same: readonly Violation[], open?: "open"): Outcome[] {
  const [violation] = same;
  if (!violation) return [];
  const { pointer, type, property = "" } = violation;
  const declared = typeNamed(context.contract, type);
  const names = declared?.properties.map(({ name }) => name) ?? ["value"];
  const meant = nearestName(property, names);
  const row = declared?.properties.find(({ name }) => name === meant);
  const message = [
    `"${property}" is not a ${declared?.open ? "documented " : ""}property of ${declared ? shortName(type) : "a collection"}`,
    declared?.open ? ", an open type" : "",
    meant === undefined
      ? ""
      : `; ${context.authored ? `did the page mean "${meant}"?` : `the contract has "${meant}"`}`,
    declared ? citation(row?.location ?? declared.location) : "",
  ].join("");
  const span = context.locate(pointer, "name");
  const isOnly =
    nearestNames(property, names).length < 2 && (meant === undefined || !hasBetterCase(property, meant));
  const promise = row ? citedRow(row) : declared && citedType(declared);
  const cause = { id: causeOf(violation), sentence: message, ...(promise ? { span: promise.span } : {}) };
  const fix = isOnly && meant !== undefined ? renamed(context, same, meant, row) : undefined;
  // That a type has no more names than the pages list is then the word of the metadata alone.
  const isSecond = declared?.fromMetadata?.some((fact) => fact === "type" || fact === "complete") ?? false;
  const atMost = open || isSecond ? "warning" : undefined;
  return [{ status: "fail", message, span, pointer, meant, promise, fix, cause, atMost }];
}

/** The meant name in every place; none where one of the objects has it already, or the value does not fit it. */
function renamed(
  { contract, response, locate }: ExchangeContext,
  same: readonly Violation[],
  meant: string,
  row: Property | undefined,
): Fix | undefined {
  const body = response.body?.json?.value;
  const isCertain = same.every(({ pointer, value }) => {
    const holder = valueAt(body, pointer.slice(0, pointer.lastIndexOf("/")));
    if (!isObject(holder) || Object.hasOwn(holder, meant)) return false;
    return !row || bodyViolations(contract, row.type, value, { memberPreference: true }).length === 0;
  });
  const text = JSON.stringify(meant);
  return isCertain
    ? { edits: same.map(({ pointer }) => ({ span: locate(pointer, "name"), text })) }
    : undefined;
}

function causeOf({ type, property }: Violation): string {
  return `unknown-property ${type}/${property ?? ""}`;
}

/**
 * Examples often leave out the `@odata.type` that a derived type needs. A name that one of the derived types has
 * is then known, though it is not known which type the object is of.
 */
function isOfDerivedType(
  contract: Contract,
  { type, property }: Pick<Violation, "type" | "property">,
): boolean {
  return derivedTypes(contract, type).some((name) =>
    typeNamed(contract, name)?.properties.some((known) => known.name === property),
  );
}

/** Of an example: a service has no page that could be wrong. */
function isFaultOfPage({ authored, contract }: ExchangeContext, { type, property = "" }: Violation): boolean {
  return authored && isToldAtType(contract, type, property);
}
