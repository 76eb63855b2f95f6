import { onceForAll } from "../base/once-for.ts";
import type { Contract, JsonForm, Property, TypeContract, TypeRef } from "../contract/contract.ts";
import { formOfJson } from "../contract/derive/represented-form.ts";
import { derivedTypes } from "../contract/names/inheritance.ts";
import { looksLikeMember } from "../contract/names/plain-word.ts";
import { findTypeAnywhere } from "../contract/names/type-name.ts";
import { enumNamed, keyPropertyOf, keyText, typeNamed } from "../contract/names/type-named.ts";
import { namedType } from "../contract/validation/named-type.ts";
import { isControl, propertyNamed } from "../contract/validation/resources-in-body.ts";
import type { Asked } from "./asked-names.ts";
import { formatOfText, type TextFormat } from "./format-of-text.ts";
import { extensionName, toldName, toldType } from "./told-name.ts";

/** An object's place, and what is asked of it. */
export interface LookedAt {
  /** The type that is promised there. */
  readonly type: TypeRef;
  /** The properties that lead there, as a profile names them. */
  readonly place: string;
  readonly level: number;
  readonly asked: Asked;
  /** What tells the object from others, where it has no key. */
  readonly identity: string;
}

/** What is seen of an object: nothing of it but `identity` is a value, and that is not told. */
export interface Seen {
  /** As a profile names it. */
  readonly type: string;
  readonly undocumented: boolean;
  readonly identity: string;
  readonly properties: readonly SeenProperty[];
  /** Names of `$select` and `$expand` that the contract has, and the object lacks. */
  readonly lacking: readonly string[];
  readonly held: readonly { readonly at: LookedAt; readonly value: unknown }[];
}

export interface SeenProperty {
  readonly name: string;
  readonly asked: boolean;
  readonly undocumented: boolean;
  readonly facts: readonly Fact[];
}

/** What one value is like. */
export type Fact =
  | readonly ["form" | "item", JsonForm | "null"]
  | readonly ["format", TextFormat]
  | readonly ["member" | "other", string]
  | readonly ["unnamed", ""];

/** Looks at an object; undefined where nobody says its type, and for what was removed. */
export function lookAtObject(
  contract: Contract,
  at: LookedAt,
  value: Readonly<Record<string, unknown>>,
): Seen | undefined {
  if (Object.keys(value).some((name) => /^@(?:odata\.)?removed$|^@removed$/.test(name))) return undefined;
  const is = typeOf(contract, at.type, value);
  if (!is) return undefined;
  const { type } = is;
  const key = keyText(value[keyPropertyOf(type)]);
  const identity = key === undefined ? at.identity : `key ${key}`;
  const declared = type ? propertiesOf(contract, type) : new Map<string, Property>();
  const properties: SeenProperty[] = [];
  const held: Seen["held"][number][] = [];
  for (const [written, each] of Object.entries(value)) {
    const own = propertyNamed(written);
    if (isControl(own)) continue;
    const property = declared.get(own);
    const name = property ? own : toldName(own, type);
    properties.push({
      name,
      asked: at.asked.names.has(own.toLowerCase()),
      undocumented: !property && name !== extensionName,
      facts: factsOf(contract, property, each),
    });
    if (!property || (property.type.kind !== "type" && property.type.kind !== "unknown")) continue;
    for (const [index, item] of [each].flat().entries()) {
      const place = at.place === "" ? name : `${at.place}/${name}`;
      const within = { type: property.type, place, level: at.level + 1, asked: at.asked.below(name) };
      held.push({ at: { ...within, identity: `${identity}/${name}/${index}` }, value: item });
    }
  }
  const present = new Set(Object.keys(value).map((name) => propertyNamed(name).toLowerCase()));
  const lacking = [...declared.keys()].filter((name) => {
    const lower = name.toLowerCase();
    return at.asked.names.has(lower) && !present.has(lower);
  });
  return { type: is.name, undocumented: is.undocumented, identity, properties, lacking, held };
}

interface Is {
  readonly name: string;
  readonly type: TypeContract | undefined;
  readonly undocumented: boolean;
}

/** What an object says it is, else what is promised. */
function typeOf(
  contract: Contract,
  { kind, name }: TypeRef,
  value: Readonly<Record<string, unknown>>,
): Is | undefined {
  const promised = kind === "type" ? typeNamed(contract, name) : undefined;
  const says = namedType(value);
  const named = says === undefined ? undefined : findTypeAnywhere(contract, says);
  const type = typeNamed(contract, named?.kind === "type" ? named.name : undefined);
  if (type) return { name: type.name, type, undocumented: false };
  const told = says === undefined || named ? undefined : toldType(says);
  if (told !== undefined) return { name: told, type: promised, undocumented: true };
  return promised && { name: promised.name, type: promised, undocumented: false };
}

/** Own, inherited, and those of derived types: who leaves out `@odata.type` does not say which it is. */
const propertiesOf = onceForAll(
  (contract: Contract, type: TypeContract): ReadonlyMap<string, Property> =>
    new Map(
      [...[...derivedTypes(contract, type.name)].reverse(), type.name].flatMap((name) =>
        (typeNamed(contract, name)?.properties ?? []).map((property) => [property.name, property] as const),
      ),
    ),
);

function factsOf(contract: Contract, property: Property | undefined, value: unknown): Fact[] {
  const facts: Fact[] = [["form", formOfJson(value) ?? "null"]];
  const isList = Array.isArray(value);
  if (isList) for (const item of value) facts.push(["item", formOfJson(item) ?? "null"]);
  const members = property && membersOf(contract, property);
  for (const text of isList ? value : [value]) {
    if (typeof text !== "string") continue;
    if (members) facts.push(...(members.multiValued ? text.split(",").map(memberFact) : [memberFact(text)]));
    else facts.push(["format", formatOfText(text)]);
  }
  return facts;

  function memberFact(text: string): Fact {
    const member = text.trim();
    if (members?.known.has(member)) return ["member", member];
    return members?.closed && looksLikeMember(member) && !/\d{4}/.test(member)
      ? ["other", member]
      : ["unnamed", ""];
  }
}

interface Members {
  readonly known: ReadonlySet<string>;
  /** Only members may come: anything else is one that the contract lacks, and nobody's words. */
  readonly closed: boolean;
  readonly multiValued: boolean;
}

const membersOf = onceForAll((contract: Contract, property: Property): Members | undefined => {
  const { type, values, someValues } = property;
  const declared = type.kind === "enum" ? enumNamed(contract, type.name) : undefined;
  const known = declared?.members ?? values?.members ?? someValues;
  if (!known || known.length === 0) return undefined;
  const onRequest = declared?.onRequest ?? values?.onRequest ?? [];
  return {
    known: new Set([...known, ...onRequest]),
    closed: declared !== undefined,
    multiValued: declared?.multiValued ?? values?.multiValued ?? false,
  };
});
