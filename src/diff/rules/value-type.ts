import type { Contract } from "../../contract/contract.ts";
import { baseTypes } from "../../contract/names/inheritance.ts";
import { primitiveName } from "../../contract/names/primitive.ts";
import { isDeclared, isMadeGraphs } from "../../contract/names/type-named.ts";
import { type Between, type ChangeRule, defineChangeRule, type Renaming } from "../change-rule.ts";
import type { Difference } from "../difference.ts";
import type { Fact, FactKind } from "../fact.ts";
import { breaking, compatible, risky, sharpened, type Weights, weigh } from "../policy/weights.ts";
import { valuesLost } from "../values-lost.ts";
import { factOf, isDeclaredOnly, placeOf } from "../words.ts";

/** Where a type is named: a property's, a parameter's, of a response, of a request. */
export interface TypedPlace {
  readonly area: string;
  /** The facts whose value is the name of the type. */
  readonly kind: FactKind;
  /** The fact around, where several have the same kind in them. */
  readonly inside?: FactKind;
  /** Who writes what stands there: wider is a risk for who receives it, and narrower for who sends it. */
  readonly written: "by-client" | "by-service" | "by-both";
  /** Examples can show that its type was a slip of the pages. */
  readonly mends: boolean;
}

/** What only the row of a table can be: one that lists values, or whose slip examples show. */
const ofRows = /(?:^|\/)type-(?:mended|without-value)$/;

const generated = { sdk: risky("ours") };
const holding = "Clients that hold the value in the narrower type.";
const sending = "Clients that send values which only the wider type has.";

const byWriter = {
  "by-client": {
    wider: weigh(compatible("versioning"), generated),
    narrower: weigh(breaking("versioning"), generated),
    breaksWider: "A generated client that has the narrower type.",
    breaksNarrower: sending,
  },
  "by-service": {
    wider: weigh(risky("odata"), generated),
    narrower: weigh(compatible("odata"), generated),
    breaksWider: holding,
    breaksNarrower: "A generated client that has the wider type.",
  },
  "by-both": {
    wider: weigh(risky("odata"), { ...generated, write: compatible("versioning") }),
    narrower: weigh(compatible("odata"), { ...generated, write: breaking("versioning") }),
    breaksWider: holding,
    breaksNarrower: sending,
  },
};

/** The rules for another type at one kind of place. */
export function typeRules(place: TypedPlace): ChangeRule[] {
  const { area, kind, written, mends } = place;
  const at = ({ within }: Difference) => place.inside === undefined || within.at(-1)?.kind === place.inside;
  const rule = (
    name: string,
    direction: ChangeRule["direction"],
    mirror: readonly string[],
    weighs: Weights,
    breaks: string,
    is: (difference: Difference & Renaming, between: Between) => boolean,
  ) =>
    defineChangeRule({
      id: `${area}/${name}`,
      kinds: [kind],
      action: "changed",
      direction,
      mirror: mirror.flatMap((other) => (mends || !ofRows.test(other) ? `${area}/${other}` : [])),
      fits: (difference, between) => at(difference) && is(difference, between),
      weighs,
      says: ({ within, before, after, evidence }) =>
        `${subjectOf(kind, within)} was ${shortly(before)} and is ${shortly(after)}${evidence ? `; ${evidence}` : ""}`,
      breaks,
    });
  const { wider, narrower, breaksWider, breaksNarrower } = byWriter[written];
  const rules = [
    defineChangeRule({
      id: `${area}/type-without-value`,
      kinds: [kind],
      action: "changed",
      direction: "narrowed",
      mirror: ["type-without-value", "type-sharpened", "type-blurred"].map((other) => `${area}/${other}`),
      fits: (difference, between) => at(difference) && valuesLost(difference, between).length > 0,
      weighs: weigh(breaking("versioning")),
      says: (difference, between) =>
        `${placeOf(difference.within)} was ${shortly(difference.before)} and is ${shortly(difference.after)}, without ${quoted(valuesLost(difference, between))}`,
      breaks: "Clients that compare with what is listed no more, or write it.",
    }),
    rule(
      "type-sharpened",
      "other",
      ["type-blurred", "type-sharpened", "type-without-value"],
      sharpened,
      "Nobody: the values are the same, and their type is said more exactly.",
      ({ before, after }, between) => !isDeclaredOnly(between) && isSharper(between, before, after),
    ),
    rule(
      "type-blurred",
      "other",
      ["type-sharpened", "type-without-value"],
      weigh(compatible("versioning"), { sdk: risky("ours"), gate: compatible("ours") }),
      "A generated client that has the exact type of before.",
      ({ before, after }, between) => !isDeclaredOnly(between) && isSharper(turned(between), after, before),
    ),
    rule(
      "type-mended",
      "other",
      ["type-changed", "type-mended", "type-widened", "type-narrowed"],
      sharpened,
      "Nobody: the service answered so already.",
      ({ evidence }) => evidence !== undefined,
    ),
    rule(
      "type-widened",
      "widened",
      ["type-narrowed", "type-mended"],
      wider,
      breaksWider,
      ({ before, after }, between) =>
        isWider(before, after) || (isDeclaredOnly(between) && isSharper(turned(between), after, before)),
    ),
    rule(
      "type-narrowed",
      "narrowed",
      ["type-widened", "type-mended"],
      narrower,
      breaksNarrower,
      ({ before, after }, between) =>
        isWider(after, before) || (isDeclaredOnly(between) && isSharper(between, before, after)),
    ),
    rule(
      "type-changed",
      "other",
      ["type-changed", "type-mended"],
      weigh(breaking("versioning")),
      "Every client that reads or writes it.",
      () => true,
    ),
  ];
  return mends ? rules : rules.filter(({ id }) => !ofRows.test(id));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

function turned({ before, after }: Between): Between {
  return { before: after, after: before };
}

function subjectOf(kind: FactKind, within: readonly Fact[]): string {
  if (kind === "returns") return `what ${placeOf(within)} returns`;
  if (kind === "body") return `the body of ${placeOf(within)}`;
  if (kind === "request-body") return `the request body of ${placeOf(within)}`;
  return placeOf(within);
}

function shortly(fact: Fact | undefined): string {
  const name = String(fact?.value ?? "");
  if (name === "") return "without a type";
  return primitiveName(name) === undefined ? name : name.replace(/^Edm\./, "");
}

/** The JSON stays as it is: text gets a name for its form, or what nothing declared gets a declared type. */
function isSharper({ before, after }: Between, old: Fact | undefined, next: Fact | undefined): boolean {
  const was = String(old?.value ?? "");
  const is = String(next?.value ?? "");
  if (!isDeclared(before, was)) return isDeclared(after, is) || was === "" || isMadeGraphs(was, is);
  if (was === "Edm.String") return isText(after, is);
  return is !== "" && baseTypes(after, is).includes(was);
}

function isText(contract: Contract, name: string): boolean {
  return (
    Object.hasOwn(contract.enums, name) ||
    /^Edm\.(?:Guid|Date|DateTimeOffset|TimeOfDay|Duration|Binary|Stream)$/.test(name)
  );
}

const wider: Readonly<Record<string, readonly string[]>> = {
  "Edm.Byte": ["Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Single", "Edm.Double", "Edm.Decimal"],
  "Edm.Int16": ["Edm.Int32", "Edm.Int64", "Edm.Single", "Edm.Double", "Edm.Decimal"],
  "Edm.Int32": ["Edm.Int64", "Edm.Double", "Edm.Decimal"],
  "Edm.Int64": ["Edm.Decimal"],
  "Edm.Single": ["Edm.Double"],
};

/** Every value of before is one of after, too. */
function isWider(old: Fact | undefined, next: Fact | undefined): boolean {
  return (wider[String(old?.value)] ?? []).includes(String(next?.value));
}

/** The type of a response or of a request that is said for the first time, or no more. */
export function statedRules(area: string, kind: FactKind, inside?: FactKind): ChangeRule[] {
  const at = ({ within }: Difference) => inside === undefined || within.at(-1)?.kind === inside;
  return [
    defineChangeRule({
      id: `${area}/stated`,
      kinds: [kind],
      action: "added",
      direction: "other",
      mirror: [`${area}/unstated`],
      fits: at,
      weighs: sharpened,
      says: (difference) =>
        `${subjectOf(kind, difference.within)} is said to be ${shortly(factOf(difference))}`,
      breaks: "Nobody: the page says what was there already.",
    }),
    defineChangeRule({
      id: `${area}/unstated`,
      kinds: [kind],
      action: "removed",
      direction: "other",
      mirror: [`${area}/stated`],
      fits: at,
      weighs: weigh(compatible("ours"), { sdk: risky("ours") }),
      says: (difference) =>
        `${subjectOf(kind, difference.within)} is said to be ${shortly(factOf(difference))} no more`,
      breaks: "A generated client, which loses the type.",
    }),
  ];
}
