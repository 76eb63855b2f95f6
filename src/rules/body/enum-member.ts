import { groupBy } from "../../base/group-by.ts";
import { nearestName, nearestNames } from "../../base/nearest-name.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import type { Violation } from "../../contract/validation/violation.ts";
import { listOf } from "../resource/sightings.ts";
import { wrongLists } from "../resource/wrong-lists.ts";
import { defineRule, type ExchangeContext, type Outcome, type Weights } from "../rule.ts";
import { citation, describeValue, judgedViolations, propertyOf, rootOf } from "./judged-violations.ts";
import { outsideOpenLists } from "./open-list.ts";

const MOST_MEMBERS = 12;

/** Values that are no documented member of their enumeration. */
export const enumMember = defineRule("body/enum-member", {
  promise: "A value of an enumeration is one of its documented members.",
  weighs: { documented: "error", mock: "error", tenant: "error" },
  news: "newer",
  needs: "type",
  judge(context) {
    const violations = judgedViolations(context, "enum");
    const others = outsideOpenLists(context);
    if (violations === "not-applicable") return others.length > 0 ? others : violations;
    const wrong = violations.filter(
      (broken) => !isTolerated(context, broken) && !isFaultOfList(context, broken),
    );
    const byProperty = groupBy(wrong, ({ type, property }) => `${type}/${property ?? ""}`);
    return [
      ...others,
      ...wrong.map((broken) => ({ ...judge(context, broken), weighs: shown })),
      ...[...byProperty.values()].flatMap((same) => liveOutcome(context, same)),
    ];
  },
});

/** On a page each place is mended by itself. */
const shown: Weights = { documented: "error", mock: "error" };

/**
 * A service that has a new member has it in many places: it is said once for each property. A string whose values a
 * page lists is no enumeration: a new value is news.
 */
function liveOutcome(context: ExchangeContext, same: readonly Violation[]): Outcome[] {
  const [violation] = same;
  if (!violation) return [];
  const outcome = judge(context, violation);
  if (outcome.status !== "fail") return [];
  const members = Array.isArray(violation.expected) ? violation.expected.map(String) : [];
  const values = new Set(same.map(({ value }) => describeMember(wrongMember(value, members))));
  const others = [...values].slice(1);
  const also = others.length === 0 ? "" : `; neither is ${others.slice(0, MOST_MEMBERS).join(", ")}`;
  const isEnum = !propertyOf(context, violation)?.type.name.startsWith("Edm.");
  return [{ ...outcome, message: outcome.message + also, weighs: { tenant: isEnum ? "error" : "info" } }];
}

function judge(context: ExchangeContext, violation: Violation): Outcome {
  const { pointer, value, type, property } = violation;
  const members = Array.isArray(violation.expected) ? violation.expected.map(String) : [];
  const span = context.locate(pointer);
  const wrong = wrongMember(value, members);
  const meant = nearestName(wrong, members);
  const said = `${describeMember(wrong)} is no member of ${enumName(context, violation)}`;
  const message = [
    said,
    meant === undefined
      ? `, whose members are ${list(members)}`
      : `; ${context.authored ? `did the page mean "${meant}"?` : `the contract has "${meant}"`}`,
    citationOf(context, violation),
  ].join("");
  if (context.authored && isPlaceholder(value, members)) {
    return { status: "not-verified", reason: "placeholder", message, span, pointer };
  }
  const root = rootOf(context, violation, `enum-member ${type}/${property ?? ""} ${wrong}`);
  const certain = meant !== undefined && nearestNames(wrong, members).length === 1;
  const text = JSON.stringify(String(value).replace(wrong, () => meant ?? ""));
  return {
    status: "fail",
    message,
    span,
    pointer,
    meant,
    fix: certain ? { edits: [{ span, text }] } : undefined,
    ...root,
    // Two values of one property are two slips, each with its own name.
    cause: { ...root.cause, sentence: `${said}${citationOf(context, violation)}` },
  };
}

/** Several examples agree against the list: that is resource/enum-member, at the list. */
function isFaultOfList(context: ExchangeContext, violation: Violation): boolean {
  const { type, value, expected } = violation;
  const property = context.authored ? propertyOf(context, violation) : undefined;
  if (!property || !Array.isArray(expected)) return false;
  const wrong = wrongLists(context.contract).get(listOf(type, property));
  const parts = String(value)
    .split(",")
    .map((part) => part.trim());
  return wrong !== undefined && parts.every((part) => wrong.written.has(part) || expected.includes(part));
}

/**
 * Pages often leave out that several members may stand together, and that a string with listed values is empty
 * when none applies.
 */
function isTolerated(context: ExchangeContext, violation: Violation): boolean {
  const { value, expected } = violation;
  if (value === "") return propertyOf(context, violation)?.type.name === "Edm.String";
  const parts = String(value).split(",");
  return parts.length > 1 && Array.isArray(expected) && parts.every((part) => expected.includes(part.trim()));
}

/** Of several members separated by commas the first that is none. */
function wrongMember(value: unknown, members: readonly string[]): string {
  const text = String(value);
  const parts = text.split(",").map((part) => part.trim());
  const wrong = parts.filter((part) => !members.includes(part));
  return wrong.length > 0 && wrong.length < parts.length ? (wrong[0] ?? text) : text;
}

function describeMember(member: string): string {
  return describeValue(member).replace(/^the string /, "");
}

function enumName(context: ExchangeContext, violation: Violation): string {
  const declared = propertyOf(context, violation);
  if (!declared) return shortName(violation.type);
  // A string with listed values has no name but the property's.
  const name = declared.type.name.startsWith("Edm.") ? declared.name : shortName(declared.type.name);
  return name === declared.name ? `"${name}"` : `${name} ("${declared.name}")`;
}

function citationOf(context: ExchangeContext, violation: Violation): string {
  const declared = propertyOf(context, violation);
  return declared ? citation(declared.location) : "";
}

function list(members: readonly string[]): string {
  const shown = members.slice(0, MOST_MEMBERS).map((member) => `"${member}"`);
  const more = members.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
