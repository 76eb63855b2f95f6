import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Property, TypeContract } from "../../contract/contract.ts";
import { ROOT } from "../../contract/names/inheritance.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { misspeltNames } from "../../contract/validation/misspelt-names.ts";
import {
  type BodyResource,
  hasPromisedShape,
  resourcesInBody,
} from "../../contract/validation/resources-in-body.ts";
import { pageName } from "../../docs/page-name.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { citedRow, citedType } from "../cited.ts";
import { defineRule, type ExchangeContext, type Failure, type Weights } from "../rule.ts";
import { typeOfObject } from "../type-of-object.ts";
import { unjudgedBody } from "../unjudged.ts";
import { citation, hasJudgedResources } from "./judged-violations.ts";
import { isBroken } from "./readable-body.ts";

const FEW = 3;

/** Documented properties that the resources of the body lack: one finding for each type and property. */
export const missingProperty = defineRule("body/missing-property", {
  promise: "A whole resource holds every documented property.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  news: "left out",
  judge(context) {
    const { contract, promised, response } = context;
    if (!isWhole(context)) return "not-applicable";
    const unjudged = unjudgedBody(context);
    if (unjudged) return [unjudged];
    if (!hasJudgedResources(context) || !promised.type) return "not-applicable";
    const body = response.body?.json?.value;
    // A body of another form is body/shape, and no whole resource.
    if (!hasPromisedShape(contract, promised.type, body)) return "not-applicable";
    const { resources } = resourcesInBody(contract, promised.type, body);
    const judged = resources.flatMap((resource) => judgedObject(context, resource));
    if (judged.length === 0) return "not-applicable";
    const first = new Map<string, Failure>();
    const optional = context.exchange.declared?.optional ?? [];
    for (const { type, value, pointer } of judged) {
      // A misspelt property is body/unknown-property.
      const misspelt = new Set(misspeltNames(contract, type, value).values());
      const absent = type.properties.filter(
        (property) =>
          isExpected(property) &&
          !Object.hasOwn(value, property.name) &&
          !misspelt.has(property.name) &&
          !optional.includes(property.name),
      );
      const failures = [
        ...failuresOf(context, type, absent, pointer).map((failure) => ({ ...failure, weighs: shown })),
        ...liveFailures(context, type, absent, pointer),
      ];
      for (const failure of failures) {
        const id = `${failure.cause?.id} ${failure.weighs === shown}`;
        if (!first.has(id)) first.set(id, failure);
      }
    }
    return [...first.values()];
  },
});

/** False when somebody says that the body shows only a part of the resource, or nobody says anything. */
function isWhole(context: ExchangeContext): boolean {
  const { exchange, page, url } = context;
  // An example without annotation does not say whether properties were left out for brevity.
  if (page && !exchange.declared) return false;
  if (exchange.declared?.truncated) return false;
  // What is selected is for query/select-projection to say.
  const selected = url.options.get("$select");
  if (selected !== undefined && !selected.split(",").some((name) => name.trim() === "*")) return false;
  // A delta holds the properties that changed (OData JSON 4.01, section 15).
  if (/^(?:microsoft\.graph\.)?delta\b/i.test(url.segments.at(-1) ?? "")) return false;
  return !isBroken(context);
}

interface JudgedObject {
  readonly type: TypeContract;
  readonly value: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

function judgedObject(context: ExchangeContext, { value, pointer }: BodyResource): JudgedObject[] {
  const { promised } = context;
  if (!isObject(value) || !promised.type || Object.hasOwn(value, "@removed")) return [];
  const type = typeOfObject(context, promised.type.name, value);
  return type?.complete ? [{ type, value, pointer }] : [];
}

function isExpected(property: Property): boolean {
  const { name, navigation, onlyOnSelect, notByDefault, onlyInJson, type } = property;
  // What only one of pages and metadata knows is metadata/property-missing or property-undocumented.
  if (property.unconfirmed || property.fromMetadata?.includes("property")) return false;
  // That it may be absent is said for every example of the type at once.
  if (property.optional) return false;
  // Where table and JSON representation disagree, that is resource/table-and-json; the content of a stream is not in
  // the body of its resource, and an annotation is no property.
  const isAsked = onlyOnSelect || notByDefault || onlyInJson;
  return (
    !navigation && !isAsked && type.name !== "Edm.Stream" && !/^@|^odata\.|^microsoft\.graph\./i.test(name)
  );
}

/** An example shows what its author took for the whole resource. */
const shown: Weights = { documented: "warning", mock: "error" };

/**
 * What a real service leaves out. Some send every default property, others omit what is empty: only the key is always
 * there. What the page of another family joins onto the type belongs to that family's requests.
 */
function liveFailures(
  context: ExchangeContext,
  type: TypeContract,
  absent: readonly Property[],
  pointer: string,
): readonly Failure[] {
  const home = homePage(type);
  const own = absent.filter((property) => property.inheritedFrom || property.location.file === home);
  const [key] = own.filter((property) => isDeclaredKey(type, property));
  const others = own.filter(({ name }) => name !== type.keyProperty);
  const [first] = others;
  return [
    ...(key ? failuresOf(context, type, [key], pointer) : []).map((failure) => ({
      ...failure,
      weighs: { tenant: "error" } as const,
    })),
    ...(first ? [leftOut(context, type, others, pointer)] : []),
  ];
}

/** Of several pages that declare one type the one with the shortest name: `user.md`, not `intune-onboarding-user.md`. */
const homePage = onceFor(({ location, properties }: TypeContract): string => {
  const files = properties.flatMap((property) => (property.inheritedFrom ? [] : property.location.file));
  return [location.file, ...files].reduce((best, file) =>
    pageName(file).length < pageName(best).length ? file : best,
  );
});

/** Of an entity whose own table has no row for its key nobody says that the key comes. */
function isDeclaredKey({ keyProperty, location }: TypeContract, property: Property): boolean {
  const { name, inheritedFrom, row } = property;
  const isOwn = row !== undefined && property.location.file === location.file;
  return name === keyProperty && (inheritedFrom !== ROOT || isOwn);
}

function leftOut(
  context: ExchangeContext,
  type: TypeContract,
  absent: readonly Property[],
  pointer: string,
): Failure {
  const [first] = absent;
  const names = absent.slice(0, FEW).map(({ name }) => `"${name}"`);
  const more = absent.length > FEW ? ` and ${absent.length - FEW} more` : "";
  const plural = absent.length > 1 ? "documented properties" : "a documented property";
  return {
    status: "fail",
    message: `${names.join(", ")}${more} did not come, ${plural} of ${shortName(type.name)}${citation(first?.location ?? type.location)}`,
    span: context.locate(pointer),
    pointer,
    promise: absent.length === 1 ? citedRow(first) : citedType(type),
    cause: { id: `left-out ${type.name}` },
    weighs: { tenant: "info" },
  };
}

/** Of a few each is a finding of its own; many have one root: nobody said that the example is shortened. */
function failuresOf(
  context: ExchangeContext,
  type: TypeContract,
  absent: readonly Property[],
  pointer: string,
): readonly Failure[] {
  if (absent.length === 0) return [];
  const span = context.locate(pointer);
  if (absent.length <= FEW) {
    return absent.map((property) => ({
      status: "fail",
      message: `"${property.name}" is missing, a documented property of ${shortName(type.name)}${citation(property.location)}`,
      span,
      pointer: stepInto(pointer, property.name),
      promise: citedRow(property),
      cause: { id: `missing-property ${type.name}/${property.name}` },
    }));
  }
  const names = absent.map(({ name }) => `"${name}"`).slice(0, FEW);
  const message = `${names.join(", ")} and ${absent.length - FEW} more documented properties of ${shortName(type.name)} are missing`;
  const advice = 'an example that leaves properties out says so: "truncated": true';
  const cause = { id: `missing-properties ${type.name}` };
  return [{ status: "fail", message, advice, span, pointer, promise: citedType(type), cause }];
}
