import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import type { FactKind } from "../fact.ts";
import { breaking, compatible, risky, sharpened, weigh } from "../policy/weights.ts";
import { factOf, placeOf } from "../words.ts";

const said =
  (...kinds: readonly string[]): ((value: unknown) => boolean) =>
  (value) =>
    kinds.includes(String(value));
const anything = said("listed", "all");
const inGeneral: ChangeRule["fits"] = ({ within }) => within.at(-1)?.value === "all";

/** What a client may ask for in the query. */
export const queryRules = [
  defineChangeRule({
    id: "query-options/stated",
    kinds: ["query-options"],
    action: "changed",
    direction: "other",
    mirror: ["query-options/unstated"],
    fits: ({ before }) => before?.value === "unsaid",
    weighs: sharpened,
    says: (difference) =>
      `${placeOf(difference.within)} says which query options it takes: ${listed(difference)}`,
    breaks: "Nobody: nothing was said of them before.",
  }),
  defineChangeRule({
    id: "query-options/unstated",
    kinds: ["query-options"],
    action: "changed",
    direction: "other",
    mirror: ["query-options/stated"],
    fits: ({ after }) => after?.value === "unsaid",
    weighs: weigh(risky("ours"), { write: compatible("ours"), sdk: compatible("ours") }),
    says: (difference) => `${placeOf(difference.within)} no more says which query options it takes`,
    breaks: "Nobody for certain: what it takes is now left open.",
  }),
  defineChangeRule({
    id: "query-options/allowed",
    kinds: ["query-options"],
    action: "changed",
    direction: "widened",
    mirror: ["query-options/refused"],
    fits: ({ before, after }) => before?.value === "none" && anything(after?.value),
    weighs: weigh(compatible("versioning")),
    says: (difference) =>
      `${placeOf(difference.within)} took no query options and takes ${listed(difference)}`,
    breaks: "Nobody.",
  }),
  defineChangeRule({
    id: "query-options/refused",
    kinds: ["query-options"],
    action: "changed",
    direction: "narrowed",
    mirror: ["query-options/allowed"],
    fits: ({ after }) => after?.value === "none",
    weighs: weigh(compatible("ours"), { read: breaking("versioning"), gate: breaking("ours") }),
    says: (difference) => `${placeOf(difference.within)} takes no query options any more`,
    breaks: "Clients that send one.",
  }),
  defineChangeRule({
    id: "query-options/listed",
    kinds: ["query-options"],
    action: "changed",
    direction: "other",
    mirror: ["query-options/generalised"],
    fits: ({ after }) => after?.value === "listed",
    weighs: sharpened,
    says: (difference) =>
      `${placeOf(difference.within)} says which of the query options it takes: ${listed(difference)}`,
    breaks: "Nobody for certain: OData's options in general were promised, and are now named.",
  }),
  defineChangeRule({
    id: "query-options/generalised",
    kinds: ["query-options"],
    action: "changed",
    direction: "widened",
    mirror: ["query-options/listed"],
    weighs: weigh(compatible("ours")),
    says: (difference) =>
      `${placeOf(difference.within)} names no query options any more, and takes them in general`,
    breaks: "Nobody.",
  }),
  defineChangeRule({
    id: "query-option/named",
    kinds: ["query-option"],
    action: "added",
    direction: "other",
    mirror: ["query-option/unnamed"],
    fits: inGeneral,
    weighs: sharpened,
    says: (difference) =>
      `${placeOf(difference.within)} names \`${factOf(difference).name}\` among the query options it takes`,
    breaks: "Nobody: OData's options in general were promised, and still are.",
  }),
  defineChangeRule({
    id: "query-option/unnamed",
    kinds: ["query-option"],
    action: "removed",
    direction: "other",
    mirror: ["query-option/named"],
    fits: inGeneral,
    weighs: weigh(compatible("ours")),
    says: (difference) =>
      `${placeOf(difference.within)} names \`${factOf(difference).name}\` no more among the query options it takes`,
    breaks: "Nobody for certain: OData's options in general are still promised.",
  }),
  ...supportRules("query-option", "query-option", (difference) => `\`${factOf(difference).name}\``),
  ...supportRules("filter", "filter", () => "`$filter`"),
  ...supportRules("operator", "operator", (difference) => `\`${factOf(difference).name}\` in \`$filter\``),
  ...supportRules("orderby", "orderby", () => "`$orderby`"),
  ...supportRules("expand", "expand", () => "`$expand`"),
  ...supportRules("search", "search", () => "`$search`"),
];

function listed({ after }: Parameters<ChangeRule["says"]>[0]): string {
  if (after?.value === "all") return "OData's in general";
  return after?.parts.map(({ name }) => name).join(", ") || "none";
}

function supportRules(area: string, kind: FactKind, what: ChangeRule["says"]): ChangeRule[] {
  return [
    defineChangeRule({
      id: `${area}/added`,
      kinds: [kind],
      action: "added",
      direction: "widened",
      mirror: [`${area}/removed`],
      weighs: weigh(compatible("versioning")),
      says: (difference, between) => `${placeOf(difference.within)} takes ${what(difference, between)}`,
      breaks: "Nobody.",
    }),
    defineChangeRule({
      id: `${area}/removed`,
      kinds: [kind],
      action: "removed",
      direction: "narrowed",
      mirror: [`${area}/added`],
      weighs: weigh(breaking("versioning"), { write: compatible("ours"), sdk: risky("ours") }),
      says: (difference, between) =>
        `${placeOf(difference.within)} takes ${what(difference, between)} no more`,
      breaks: "Clients that ask so.",
    }),
  ];
}
