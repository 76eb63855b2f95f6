import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Property, TypeContract } from "../../contract/contract.ts";
import { derivedTypes } from "../../contract/names/inheritance.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { facetsOf } from "../store/facets.ts";
import { fillValue } from "./fill-value.ts";
import type { Draw, Fill } from "./random.ts";
import { hash, placeWithin, type Random } from "./random.ts";

/** Objects in objects in objects are the rule; beyond that a resource is no longer one. */
const DEPTH = 4;

/** How the objects of a type are made, worked out once for all of them. */
export interface TypePlan {
  readonly type: TypeContract;
  readonly fields: readonly Field[];
  /** The names of those of which an object has one. */
  readonly facets: readonly string[];
}

interface Field {
  readonly name: string;
  readonly place: number;
  readonly fill: Fill;
}

/**
 * The plans of the types that a value of the named type can be of: the type itself or, where it is abstract, the
 * concrete ones that derive from it. None when nothing declares it, or it is abstract and nothing derives from it.
 */
const plansOf = onceForAll((contract: Contract, name: string): readonly TypePlan[] => {
  const declared = typeNamed(contract, name);
  if (!declared) return [];
  const derived = derivedTypes(contract, name);
  // Pages forget to call a type abstract; one that holds nothing itself is.
  const abstract = declared.abstract || (declared.properties.length === 0 && derived.length > 0);
  if (!abstract) return [planOf(contract, declared)];
  return derived.flatMap((other) => {
    const type = typeNamed(contract, other);
    return type && !type.abstract ? [planOf(contract, type)] : [];
  });
});

/** The properties that a resource holds as such: relationships come on their own, streams on a path of their own. */
export function ownFields({ keyProperty, properties }: TypeContract): readonly Property[] {
  return properties.filter(
    ({ name, navigation, onlyInJson, type }) =>
      !navigation &&
      type.name !== "Edm.Stream" &&
      // Where only the JSON representation has a name, it is as often a slip as a property.
      (!onlyInJson || name === keyProperty) &&
      !controls.test(name) &&
      identifier.test(name),
  );
}

// Links and counts are the service's to write; it knows its own address.
const controls = /^@odata\.(?:context|count|nextLink|deltaLink)$/;

// A JSON representation shows the GUIDs and blanks of a dictionary as if they were names of its type.
const identifier = /^[@A-Za-z_][\w.@]*$/;

/** Makes an object by its plan; a type of another name than the declared one is said. */
export function fillObject(
  { type, fields, facets }: TypePlan,
  declared: string,
  draw: Draw,
  place: number,
): Record<string, unknown> {
  const object: Record<string, unknown> = type.name === declared ? {} : { "@odata.type": `#${type.name}` };
  draw.around.push(type.name);
  for (const field of fields) {
    const value = field.fill(draw, placeWithin(place, field.place));
    if (value !== undefined) object[field.name] = value;
  }
  draw.around.pop();
  const shown = facets.filter((name) => object[name]);
  if (shown.length > 1) {
    draw.random.at(place);
    const own = draw.random.pick(shown);
    for (const name of shown) if (name !== own) object[name] = null;
  }
  return object;
}

/** The plan of exactly this type. */
export function planOf(contract: Contract, type: TypeContract): TypePlan {
  const known = { contract, object: (name: string) => fillNested(contract, name) };
  const fields = ownFields(type).map((property) => ({
    name: property.name,
    place: hash(property.name),
    fill: property.name === "@odata.type" ? () => `#${type.name}` : fillValue(known, property, type.name),
  }));
  return { type, fields, facets: facetsOf(type) };
}

/** Makes the objects of a type in another object; undefined at the end of the depth, and for an object in itself. */
export function fillNested(contract: Contract, name: string): Fill {
  return (draw, place) => {
    if (draw.around.length >= DEPTH) return undefined;
    const plan = pickPlan(contract, name, draw.random, place);
    if (!plan || draw.around.includes(plan.type.name)) return undefined;
    return fillObject(plan, name, draw, place);
  };
}

/** One of the plans for a type, by the place. */
export function pickPlan(
  contract: Contract,
  name: string,
  random: Random,
  place: number,
): TypePlan | undefined {
  const found = plansOf(contract, name);
  if (found.length < 2) return found[0];
  random.at(place);
  return random.pick(found);
}
