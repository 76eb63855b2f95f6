import type { Contract, Property } from "../../contract/contract.ts";
import { enumNamed } from "../../contract/names/type-named.ts";
import { fillMembers } from "./fill-members.ts";
import { fillPrimitive, type ValueFacts } from "./fill-primitive.ts";
import type { Fill } from "./random.ts";
import { placeWithin } from "./random.ts";

/** What makes the values of a contract. */
export interface Known {
  readonly contract: Contract;
  /** Makes the objects of a type, by its qualified name. */
  object(name: string): Fill;
}

/** Makes the values of a property; `owner` is the type that has it. */
export function fillValue(known: Known, property: Property, owner: string): Fill {
  const { type, nullable } = property;
  const one = fillOne(known, property, owner);
  // A collection is empty where it has nothing, never null (OData 4.01 Protocol, section 4.4).
  if (type.collection) return one ? several(one) : () => [];
  const nothing = nullable === false ? {} : null;
  // What has been deleted is no longer there to be asked for.
  if (!one || (nothing === null && /^deleted/i.test(property.name))) return () => nothing;
  return (draw, place) => one(draw, place) ?? nothing;
}

/** Makes single values; undefined when the contract does not say what they are, or leaves none. */
export function fillOne(known: Known, facts: ValueFacts, owner: string): Fill | undefined {
  const { type, values, range } = facts;
  const declared = type.kind === "enum" ? enumNamed(known.contract, type.name) : undefined;
  if (declared)
    return declared.members.length > 0 ? fillMembers(declared) : fillAs("Edm.String", facts, owner);
  // A list of one value is an example; beside a number, a list is prose (as in the JSON Schemas).
  const listed =
    values && values.members.length > 1 && (type.kind !== "primitive" || type.name === "Edm.String");
  if (listed && type.kind !== "type")
    return fillMembers(values, type.kind === "primitive" ? range?.maxLength : undefined);
  if (type.kind === "primitive") return fillPrimitive(facts, owner);
  return type.kind === "type" ? known.object(type.name) : undefined;
}

function fillAs(name: string, facts: ValueFacts, owner: string): Fill | undefined {
  return fillPrimitive({ ...facts, type: { ...facts.type, kind: "primitive", name } }, owner);
}

function several(one: Fill): Fill {
  return (draw, place) => {
    draw.random.at(place);
    const length = draw.random.whole(0, 3);
    const items: unknown[] = [];
    for (let index = 0; index < length; index++) {
      const item = one(draw, placeWithin(place, index + 1));
      if (item !== undefined) items.push(item);
    }
    return items;
  };
}
