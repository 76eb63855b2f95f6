import type { Property } from "../../contract/contract.ts";
import { type EdmType, edmType } from "../../odata/edm-type.ts";
import { plausibleTime } from "./plausible-date.ts";
import { plausibleDecimal, plausibleInteger } from "./plausible-number.ts";
import { plausibleText } from "./plausible-text.ts";
import type { Fill, Random } from "./random.ts";

/** What there is to know of a value: a property, or as much of it as an unnamed value has. */
export type ValueFacts = Pick<Property, "name" | "type" | "values" | "range">;

/**
 * Makes values of a primitive type, plausible for the name. Undefined where the contract leaves no value, and where
 * a type has no JSON of its own (`Edm.Stream`, `Edm.Untyped`).
 */
export function fillPrimitive({ name, type, range }: ValueFacts, owner: string): Fill | undefined {
  const edm = edmType(type.name);
  switch (edm?.literal) {
    case "string":
      return drawn(textWithin(plausibleText(name, owner), range?.maxLength));
    case "boolean":
      return drawn((random) => random.whole(0, 1) === 1);
    case "number": {
      const plausible = edm.json?.[0] === "integer" ? plausibleInteger : plausibleDecimal;
      return drawn(plausible(name, type.name, range));
    }
    case "guid":
      return drawn((random) => random.guid());
    case "binary":
      return drawn((random) => Buffer.from(random.hex(24), "hex").toString("base64"));
    case "dateTimeOffset":
      return timed(name, (text) => text.replace(".000", ""));
    case "date":
      return timed(name, (text) => text.slice(0, 10));
    case "timeOfDay":
      return timed(name, (text) => `${text.slice(11, 16)}:00.0000000`);
    case "duration":
      return drawn(duration(name));
    default:
      return edm && fillStructured(edm);
  }
}

function drawn(make: ((random: Random) => unknown) | undefined): Fill | undefined {
  if (!make) return undefined;
  return ({ random }, place) => {
    random.at(place);
    return make(random);
  };
}

function timed(name: string, write: (text: string) => string): Fill {
  const time = plausibleTime(name);
  return ({ random, begin }, place) => {
    random.at(place);
    return write(new Date(time(random, begin)).toISOString());
  };
}

function textWithin(make: (random: Random) => string, maxLength = Infinity): (random: Random) => string {
  if (maxLength === Infinity) return make;
  return (random) => make(random).slice(0, Math.max(0, maxLength)).trimEnd();
}

function duration(name: string): (random: Random) => string {
  if (/day|period|retention/i.test(name)) return (random) => `P${random.whole(1, 30)}D`;
  return (random) => `PT${random.whole(1, 59)}M`;
}

function fillStructured({ json, abstract }: EdmType): Fill | undefined {
  if (json?.[0] !== "object") return undefined;
  if (abstract) return () => ({});
  // RFC 7946, section 3.1.2: longitude first.
  return drawn((random) => ({
    type: "Point",
    coordinates: [random.whole(-180, 180), random.whole(-60, 60)],
  }));
}
