/** A kind of property: how a page declares it, and a value that keeps to it. */
export interface PropertyKind {
  readonly name: string;
  /** The cell of the Type column; `{namespace}` stands for the family's. */
  readonly type: string;
  readonly description: string;
  /** What the page's JSON representation shows. */
  readonly shown: unknown;
  /** The value of the n-th resource. */
  value(n: number): unknown;
}

const stages = ["draft", "open", "closed"];
const levels = ["low", "normal", "high", "critical"];
const two = (n: number): string => String(n).padStart(2, "0");
const day = (n: number): string => `2026-${two((n % 12) + 1)}-${two((n % 28) + 1)}`;
const hex = (n: number, digits: number): string =>
  (n * 2654435761).toString(16).slice(-digits).padStart(digits, "0");

/** A GUID for a number; the same number gives the same one. */
export function guid(n: number): string {
  return `${hex(n + 1, 8)}-${hex(n + 2, 4)}-4${hex(n + 3, 3)}-9${hex(n + 5, 3)}-${hex(n + 7, 6)}${hex(n + 11, 6)}`;
}

const filter = "Supports `$filter` (`eq`, `ne`) and `$orderby`.";

/** One of every kind that Graph's property tables have; a type takes the first ten to eighteen. */
export const propertyKinds: readonly PropertyKind[] = [
  {
    name: "displayName",
    type: "String",
    description: `What people call it. Maximum length is 64. ${filter}`,
    shown: "String",
    value: (n) => `Number ${n} of the books`,
  },
  {
    name: "createdDateTime",
    type: "DateTimeOffset",
    description:
      "When the record was made. Supports `$filter` (`eq`, `ne`, `gt`, `ge`, `lt`, `le`) and `$orderby`.",
    shown: "String (timestamp)",
    value: (n) => `${day(n)}T${two(n % 24)}:15:30Z`,
  },
  {
    name: "stage",
    type: "{namespace}.stage",
    description: `How far it is. The possible values are: \`${stages.join("`, `")}\`, \`unknownFutureValue\`. ${filter}`,
    shown: "String",
    value: (n) => stages[n % stages.length],
  },
  {
    name: "priority",
    type: "{namespace}.priority",
    description:
      "How much it matters. The possible values are: `low`, `normal`, `high`, `unknownFutureValue`, `critical`. Use the `Prefer: include-unknown-enum-members` request header to get the following value from this evolvable enum: `critical`.",
    shown: "String",
    value: (n) => levels[n % 3],
  },
  {
    name: "memberCount",
    type: "Int32",
    description: "How many belong to it. Supports `$filter` (`eq`, `gt`, `lt`) and `$orderby`.",
    shown: "Integer",
    value: (n) => n % 1000,
  },
  {
    name: "isActive",
    type: "Boolean",
    description: "`true` while it is in use. Supports `$filter` (`eq`).",
    shown: "Boolean",
    value: (n) => n % 2 === 0,
  },
  {
    name: "keywords",
    type: "String collection",
    description: "What people look for.",
    shown: ["String"],
    value: (n) => [`word${n % 7}`, `word${n % 11}`],
  },
  {
    name: "location",
    type: "[{namespace}.address](../resources/{folder}-address.md)",
    description: "Where it stands.",
    shown: { "@odata.type": "{namespace}.address" },
    value: (n) => ({ city: `City ${n % 50}`, houseNumber: (n % 90) + 1, street: "Long Street" }),
  },
  { name: "size", type: "Int64", description: "Its size in bytes.", shown: "Int64", value: (n) => n * 4096 },
  {
    name: "share",
    type: "Double",
    description: "Its part of the whole.",
    shown: "Double",
    value: (n) => (n % 100) / 8,
  },
  { name: "dueDate", type: "Date", description: "The last day.", shown: "Date", value: day },
  {
    name: "opensAt",
    type: "TimeOfDay",
    description: "When it opens.",
    shown: "TimeOfDay",
    value: (n) => `${two(n % 24)}:30:00`,
  },
  {
    name: "period",
    type: "Duration",
    description: "How long it takes.",
    shown: "String (duration)",
    value: (n) => `P${(n % 30) + 1}D`,
  },
  { name: "externalId", type: "Guid", description: "Its number elsewhere.", shown: "Guid", value: guid },
  {
    name: "addresses",
    type: "[{namespace}.address](../resources/{folder}-address.md) collection",
    description: "Where else it stands.",
    shown: [{ "@odata.type": "{namespace}.address" }],
    value: (n) => [{ city: `City ${n % 40}`, houseNumber: (n % 80) + 1, street: "Short Street" }],
  },
  {
    name: "notes",
    type: "String",
    description: "What else there is to say.",
    shown: "String",
    value: (n) => (n % 3 === 0 ? null : `Note ${n}`),
  },
  {
    name: "rank",
    type: "Int32",
    description: "Its place in the order. Valid values are 1 to 16.",
    shown: "Integer",
    value: (n) => (n % 16) + 1,
  },
  {
    name: "modifiedDateTime",
    type: "DateTimeOffset",
    description: "When it last changed. Read-only.",
    shown: "String (timestamp)",
    value: (n) => `${day(n + 1)}T08:00:00Z`,
  },
];
