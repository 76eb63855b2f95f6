import type { EnumContract, EnumValues, Property, TypeContract } from "../../../src/contract/contract.ts";
import type { Shown } from "../../../src/contract/shown.ts";
import { at, ofContract, ofEnum, ofProperty, ofType, primitive, quince } from "./mutation.ts";

const type = (name: string, more: Partial<TypeContract> = {}): Record<string, TypeContract> => ({
  [name]: {
    name,
    abstract: false,
    open: false,
    properties: [quince],
    complete: true,
    location: at,
    ...more,
  },
});
const enumeration = (name: string): Record<string, EnumContract> => ({
  [name]: { name, ...listed("gala", "fuji"), location: at },
});
function listed(...members: readonly string[]): EnumValues {
  const sentinel = members.indexOf("unknownFutureValue");
  return { members, onRequest: sentinel < 0 ? [] : members.slice(sentinel + 1), multiValued: false };
}
const fruit = "microsoft.graph.fruit";
const kind = { type: { kind: "enum", name: "microsoft.graph.fruitKind", collection: false } } as const;
const text = { type: primitive("String") };
const row = (name: string, more: Partial<Property> = {}): Property => ({ ...quince, name, ...more });
const shown = (part: Partial<Shown>): Shown => ({ operations: {}, types: {}, strays: [], ...part });
const showing =
  (name: string, value: Shown["types"][string][string][number]) =>
  (owner: string): Shown =>
    shown({ types: { [owner]: { [name]: [value] } } });
const unasked =
  (...names: readonly string[]) =>
  (owner: string): Shown =>
    shown({ unasked: { [owner]: names } });
const withRows = (...rows: readonly Property[]): Partial<TypeContract> => ({ properties: rows });
/** A resource of three properties, one of which the examples may have left out. */
const three = (part: Partial<Property>) => withRows(row("medlar"), row("rowan"), row("quince", part));
const related = { navigation: true };

/** What changes in the types of a contract and in their properties. */
export const mutationsOfTypes = [
  ofContract(
    "type/added",
    "type/removed",
    "microsoft.graph.grove",
    {},
    { types: type("microsoft.graph.grove") },
  ),
  ofContract(
    "type/respelt",
    "type/respelt",
    "microsoft.graph.groveRow",
    { types: type("microsoft.graph.groverow") },
    { types: type("microsoft.graph.groveRow") },
  ),
  ofContract(
    "type/renamed",
    "type/renamed",
    "microsoft.graph.groveRows",
    { types: type("microsoft.graph.groveRow") },
    { types: type("microsoft.graph.groveRows") },
  ),
  ofType(["abstract/added", "abstract/removed", { abstract: false }, { abstract: true }]),
  ofType(["open/added", "open/removed", { open: false }, { open: true }]),
  ofType(["key/stated", "key/unstated", {}, { keyProperty: "id" }]),
  ofType(["key/changed", "key/changed", { keyProperty: "id" }, { keyProperty: "number" }]),
  ofType(["base/stated", "base/unstated", {}, { base: fruit }]),
  ...(["key", "base"] as const).map((fact) => {
    const part = fact === "key" ? { keyProperty: "quince" } : { base: fruit };
    const grove = "microsoft.graph.grove";
    return ofContract(
      `${fact}/added`,
      `${fact}/removed`,
      grove,
      { toldBy: "metadata", types: type(grove) },
      { toldBy: "metadata", types: type(grove, part) },
    );
  }),
  ofType(["base/inserted", "base/skipped", { base: fruit }, { base: "microsoft.graph.pome" }]),
  ofType(["base/changed", "base/changed", { base: fruit }, { base: "microsoft.graph.nut" }]),
  ofType(["property/added", "property/removed", withRows(), withRows(quince)]),
  ofType(
    ["property/row-added", "property/removed", withRows(), withRows(quince)],
    showing("quince", "number"),
  ),
  ofType([
    "property/required-added",
    "property/required-removed",
    withRows(),
    withRows(row("quince", { required: true })),
  ]),
  ofType([
    "property/never-null-added",
    "property/removed",
    withRows(),
    withRows(row("quince", { nullable: false })),
  ]),
  ofType(["property/mended", "property/mended", withRows(row("quinceTree")), withRows(row("quincetree"))]),
  ofType(["property/renamed", "property/renamed", withRows(row("quinceTree")), withRows(row("quinceTrees"))]),
  ofType(["relationship/added", "relationship/removed", withRows(), withRows(row("quince", related))]),
  ofType(
    ["relationship/row-added", "relationship/removed", withRows(), withRows(row("quince", related))],
    showing("quince", "object"),
  ),
  ofType([
    "relationship/mended",
    "relationship/mended",
    withRows(row("quinceTree", related)),
    withRows(row("quincetree", related)),
  ]),
  ofType([
    "relationship/renamed",
    "relationship/renamed",
    withRows(row("quinceTree", related)),
    withRows(row("quinceTrees", related)),
  ]),
  ofProperty(["relationship/from-property", "relationship/to-property", {}, related]),
  ofContract(
    "relationship/contained",
    "relationship/not-contained",
    "microsoft.graph.grove",
    { toldBy: "metadata", types: type("microsoft.graph.grove", withRows(row("quince", related))) },
    {
      toldBy: "metadata",
      types: type("microsoft.graph.grove", withRows(row("quince", { ...related, contained: true }))),
    },
  ),
  ofProperty(["property/type-sharpened", "property/type-blurred", text, kind]),
  ofProperty([
    "property/type-without-value",
    "property/type-blurred",
    { ...text, values: listed("sweet", "sour", "bitter") },
    kind,
  ]),
  ofProperty([
    "property/type-sharpened",
    "property/type-without-value",
    { ...text, values: listed("Sour") },
    kind,
  ]),
  ofProperty(["property/type-widened", "property/type-narrowed", {}, { type: primitive("Int64") }]),
  ofProperty(["property/type-changed", "property/type-changed", {}, { type: primitive("Boolean") }]),
  ofProperty(
    ["property/type-mended", "property/type-changed", {}, { type: primitive("Boolean") }],
    showing("quince", "boolean"),
  ),
  ofProperty(["property/collection", "property/single", {}, { type: primitive("Int32", true) }]),
  ofProperty(
    ["property/collection-mended", "property/single", {}, { type: primitive("Int32", true) }],
    showing("quince", "array"),
  ),
  ofProperty(
    ["property/single-mended", "property/collection", { type: primitive("Int32", true) }, {}],
    showing("quince", "number"),
  ),
  ofProperty(["property/now-required", "property/now-optional", {}, { required: true }]),
  ofProperty(["property/read-only", "property/writable", {}, { readOnly: true }]),
  ofProperty(["nullability/now-null", "nullability/never-null", { nullable: false }, { nullable: true }]),
  ofProperty(["nullability/stated", "nullability/unstated", {}, { nullable: false }]),
  ofProperty(["range/stated", "range/unstated", {}, { range: { minimum: 1 } }]),
  ofProperty(["range/widened", "range/narrowed", { range: { maximum: 5 } }, { range: { maximum: 9 } }]),
  ofProperty(["range/moved", "range/moved", { range: { maximum: 5 } }, { range: { minimum: 5 } }]),
  ofProperty(["max-length/stated", "max-length/unstated", {}, { range: { maxLength: 9 } }]),
  ofProperty([
    "max-length/widened",
    "max-length/narrowed",
    { range: { maxLength: 5 } },
    { range: { maxLength: 9 } },
  ]),
  ofProperty(["filter/added", "filter/removed", {}, { filter: [] }]),
  ofProperty(["operator/added", "operator/removed", { filter: ["eq"] }, { filter: ["eq", "ne"] }]),
  ofProperty(["orderby/added", "orderby/removed", {}, { orderby: true }]),
  ofProperty(["expand/added", "expand/removed", {}, { expand: true }]),
  ofProperty(["search/added", "search/removed", {}, { search: true }]),
  ...(["onlyOnSelect", "notByDefault"] as const).flatMap((fact) => {
    const [asked, free] = fact === "onlyOnSelect" ? ["on-select", "by-default"] : ["withheld", "given"];
    const then = three({ [fact]: true });
    return [
      ofType([`default/${asked}-unproven`, `default/${free}`, three({}), then]),
      ofType([`default/${asked}`, `default/${free}`, three({}), then], unasked("quince")),
      ofType([`default/${asked}-stated`, `default/${free}`, three({}), then], unasked("medlar", "rowan")),
    ];
  }),
  ofProperty(["members/stated", "members/unstated", text, { ...text, values: listed("gala", "fuji") }]),
  ofContract(
    "enum/added",
    "enum/removed",
    "microsoft.graph.groveKind",
    {},
    { enums: enumeration("microsoft.graph.groveKind") },
  ),
  ofContract(
    "enum/renamed",
    "enum/renamed",
    "microsoft.graph.groveKinds",
    { enums: enumeration("microsoft.graph.groveKind") },
    { enums: enumeration("microsoft.graph.groveKinds") },
  ),
  ofEnum(["sentinel/added", "sentinel/removed", listed("gala"), listed("gala", "unknownFutureValue")]),
  // The sentinel moved.
  ofEnum([
    "member/now-on-request",
    "member/now-unasked",
    listed("gala", "fuji", "unknownFutureValue"),
    listed("gala", "unknownFutureValue", "fuji"),
  ]),
  ofEnum(["flags/added", "flags/removed", listed("gala"), { ...listed("gala"), multiValued: true }]),
  ofEnum(["member/added", "member/removed", listed("gala"), listed("gala", "braeburn")]),
  ofEnum([
    "member/added-before-sentinel",
    "member/removed-before-sentinel",
    listed("gala", "unknownFutureValue"),
    listed("gala", "braeburn", "unknownFutureValue"),
  ]),
  ofEnum([
    "member/added-on-request",
    "member/removed-on-request",
    listed("gala", "unknownFutureValue"),
    listed("gala", "unknownFutureValue", "braeburn"),
  ]),
  ofEnum(["member/mended", "member/mended", listed("braeburn"), listed("Braeburn")]),
  ofEnum(["member/renamed", "member/renamed", listed("braeburn"), listed("braeburns")]),
  ofEnum([
    "member/spelling-added",
    "member/spelling-dropped",
    listed("braeburn"),
    listed("braeburn", "Braeburn"),
  ]),
];
