import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import { partOf } from "../fact.ts";
import { breaking, compatible, risky, sharpened, weigh } from "../policy/weights.ts";
import { wasRequiredOfAll } from "../required-before.ts";
import { factOf, placeOf } from "../words.ts";
import { collectionRules } from "./collection.ts";
import { typeRules } from "./value-type.ts";

const isRequired: ChangeRule["fits"] = (difference) => partOf(factOf(difference), "required") !== undefined;
/** Nobody may leave it empty who writes it; what is read-only, and a key, nobody writes. */
const isNeverNull: ChangeRule["fits"] = (difference) => {
  const added = factOf(difference);
  const key = partOf(difference.within.at(-1), "key")?.value;
  return (
    partOf(added, "nullable")?.value === false &&
    !String(key ?? "")
      .split(", ")
      .includes(added.name) &&
    !partOf(added, "read-only") &&
    !partOf(added, "relationship") &&
    difference.evidence === undefined
  );
};
const isRelationship: ChangeRule["fits"] = (difference) =>
  partOf(factOf(difference), "relationship") !== undefined;

/** What became of the properties and relationships of a type. */
export const propertyRules = [
  ...presenceRules("relationship", isRelationship),
  defineChangeRule({
    id: "property/required-added",
    kinds: ["property"],
    action: "added",
    direction: "narrowed",
    mirror: ["property/required-removed"],
    fits: isRequired,
    weighs: weigh(compatible("versioning"), { write: breaking("versioning"), sdk: risky("ours") }),
    says: (difference) => `${placeOf(difference.within)} has "${factOf(difference).name}", which is required`,
    breaks: "Clients that create or replace the resource without it.",
  }),
  defineChangeRule({
    id: "property/required-removed",
    kinds: ["property"],
    action: "removed",
    direction: "other",
    mirror: ["property/required-added"],
    fits: isRequired,
    weighs: weigh(breaking("versioning")),
    says: (difference) =>
      `${placeOf(difference.within)} has "${factOf(difference).name}" no more, which was required`,
    breaks: "Every client that reads or sends it.",
  }),
  defineChangeRule({
    id: "property/never-null-added",
    kinds: ["property"],
    action: "added",
    direction: "narrowed",
    mirror: ["property/removed"],
    fits: isNeverNull,
    weighs: weigh(compatible("versioning"), { write: breaking("versioning"), sdk: risky("ours") }),
    says: (difference) =>
      `${placeOf(difference.within)} has "${factOf(difference).name}", which cannot be null`,
    breaks:
      "Clients that create or replace the resource without it, unless the service has a default for it.",
  }),
  ...presenceRules("property"),
  ...typeRules({ area: "property", kind: "value-type", inside: "property", written: "by-both", mends: true }),
  ...collectionRules({ area: "property", inside: ["property"], mends: true }),
  defineChangeRule({
    id: "property/said-required",
    kinds: ["required"],
    action: "added",
    direction: "other",
    mirror: ["property/now-optional"],
    fits: (difference, between) =>
      difference.within.at(-1)?.kind === "property" && wasRequiredOfAll(difference, between),
    weighs: sharpened,
    says: ({ within }) => `${placeOf(within)} is said to be required, as it was of who creates one`,
    breaks: "Nobody: the pages that create or replace the resource required it before.",
  }),
  defineChangeRule({
    id: "property/now-required",
    kinds: ["required"],
    action: "added",
    direction: "narrowed",
    mirror: ["property/now-optional"],
    fits: ({ within }) => within.at(-1)?.kind === "property",
    weighs: weigh(compatible("versioning"), { write: breaking("versioning") }),
    says: ({ within }) => `${placeOf(within)} is required`,
    breaks: "Clients that create or replace the resource without it.",
  }),
  defineChangeRule({
    id: "property/now-optional",
    kinds: ["required"],
    action: "removed",
    direction: "widened",
    mirror: ["property/now-required", "property/said-required"],
    fits: ({ within }) => within.at(-1)?.kind === "property",
    weighs: weigh(compatible("versioning")),
    says: ({ within }) => `${placeOf(within)} is required no more`,
    breaks: "Nobody: who sends it may go on.",
  }),
  defineChangeRule({
    id: "property/read-only",
    kinds: ["read-only"],
    action: "added",
    direction: "narrowed",
    mirror: ["property/writable"],
    weighs: weigh(compatible("ours"), { write: risky("ours") }),
    says: ({ within }) => `${placeOf(within)} is read-only`,
    breaks: "Clients that write it, if the service ever took it.",
  }),
  defineChangeRule({
    id: "property/writable",
    kinds: ["read-only"],
    action: "removed",
    direction: "widened",
    mirror: ["property/read-only"],
    weighs: weigh(compatible("versioning")),
    says: ({ within }) => `${placeOf(within)} is read-only no more`,
    breaks: "Nobody.",
  }),
  defineChangeRule({
    id: "relationship/from-property",
    kinds: ["relationship"],
    action: "added",
    direction: "other",
    mirror: ["relationship/to-property"],
    weighs: weigh(breaking("versioning")),
    says: ({ within }) => `${placeOf(within)} was a property and is a relationship`,
    breaks: "Clients that read it without `$expand`, or write it in the body.",
  }),
  defineChangeRule({
    id: "relationship/to-property",
    kinds: ["relationship"],
    action: "removed",
    direction: "other",
    mirror: ["relationship/from-property"],
    weighs: weigh(breaking("versioning")),
    says: ({ within }) => `${placeOf(within)} was a relationship and is a property`,
    breaks: "Clients that ask for it by `$expand`, or by its path.",
  }),
  defineChangeRule({
    id: "relationship/contained",
    kinds: ["contained"],
    action: "added",
    direction: "other",
    mirror: ["relationship/not-contained"],
    weighs: weigh(risky("odata")),
    says: ({ within }) => `${placeOf(within)} contains what it leads to`,
    breaks: "Clients that reach the target by another path, or set it by reference.",
  }),
  defineChangeRule({
    id: "relationship/not-contained",
    kinds: ["contained"],
    action: "removed",
    direction: "other",
    mirror: ["relationship/contained"],
    weighs: weigh(risky("odata")),
    says: ({ within }) => `${placeOf(within)} contains no more what it leads to`,
    breaks: "Clients that create the target below it.",
  }),
];

/** A name of a type that came, went, or is another one. */
function presenceRules(area: "property" | "relationship", is?: ChangeRule["fits"]): ChangeRule[] {
  const only = is ? { fits: is } : {};
  const and = (more: NonNullable<ChangeRule["fits"]>): NonNullable<ChangeRule["fits"]> =>
    is ? (difference, between) => is(difference, between) && more(difference, between) : more;
  return [
    defineChangeRule({
      id: `${area}/row-added`,
      kinds: ["property"],
      action: "added",
      direction: "other",
      mirror: [`${area}/removed`],
      fits: and(({ evidence }) => evidence !== undefined),
      weighs: sharpened,
      says: (difference) =>
        `${placeOf(difference.within)} is said to have "${factOf(difference).name}"; ${difference.evidence}`,
      breaks: "Nobody: it came already.",
    }),
    defineChangeRule({
      id: `${area}/added`,
      kinds: ["property"],
      action: "added",
      direction: "widened",
      mirror: [`${area}/removed`],
      ...only,
      weighs: weigh(compatible("versioning")),
      says: (difference) => `${placeOf(difference.within)} has "${factOf(difference).name}"`,
      breaks: "Nobody who leaves names alone that it does not know.",
    }),
    defineChangeRule({
      id: `${area}/removed`,
      kinds: ["property"],
      action: "removed",
      direction: "narrowed",
      mirror: [
        `${area}/added`,
        `${area}/row-added`,
        ...(area === "property" ? [`${area}/never-null-added`] : []),
      ],
      ...only,
      weighs: weigh(breaking("versioning")),
      says: (difference) => `${placeOf(difference.within)} has "${factOf(difference).name}" no more`,
      breaks: "Every client that reads, selects, filters or writes it.",
    }),
    defineChangeRule({
      id: `${area}/mended`,
      kinds: ["property"],
      action: "renamed",
      direction: "other",
      mirror: [`${area}/renamed`, `${area}/mended`],
      fits: and(({ renamed, evidence }) => renamed === "letters" || evidence !== undefined),
      weighs: sharpened,
      says: ({ within, before, after, evidence }) =>
        `${placeOf(within)} writes "${before?.name}" as "${after?.name}"${evidence ? `; ${evidence}` : ""}`,
      breaks: "Nobody who reads what the service sends: its name was the right one already.",
    }),
    defineChangeRule({
      id: `${area}/renamed`,
      kinds: ["property"],
      action: "renamed",
      direction: "other",
      mirror: [`${area}/renamed`, `${area}/mended`],
      ...only,
      weighs: weigh(breaking("versioning")),
      says: ({ within, before, after }) => `${placeOf(within)} calls "${before?.name}" "${after?.name}"`,
      breaks: "Every client that uses the name of before.",
    }),
  ];
}
