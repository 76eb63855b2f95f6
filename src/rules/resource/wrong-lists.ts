import type { Location } from "../../base/location.ts";
import { nearestName } from "../../base/nearest-name.ts";
import type { Contract, Property } from "../../contract/contract.ts";
import { contractFact } from "../../contract/contract-fact.ts";
import { enumNamed } from "../../contract/names/type-named.ts";
import { shownInExamples } from "./shown-in-examples.ts";
import { listOf, membersOf } from "./sightings.ts";

/** A list of members that the examples agree against. */
export interface WrongList {
  readonly name: string;
  /** What the examples write, with the member that is written otherwise, if it is one. */
  readonly written: ReadonlyMap<string, string | undefined>;
  /** Where the list stands, and its row, where it is one. */
  readonly location: Location;
  readonly row?: string;
}

/** The lists of members that are wrong by the word of several examples, by `listOf`. */
export const wrongLists = contractFact(
  "wrong lists",
  (contract: Contract): ReadonlyMap<string, WrongList> => {
    const { values } = shownInExamples(contract);
    const wrong = new Map<string, WrongList>();
    for (const { name: type, properties } of Object.values(contract.types)) {
      for (const property of properties) {
        const list = listOf(type, property);
        const shown = values.get(list);
        const members = membersOf(contract, property);
        if (!shown || !members || wrong.has(list)) continue;
        const written = agreedAgainst(members, shown);
        if (written.size > 0)
          wrong.set(list, { name: property.name, written, ...placeOf(contract, property) });
      }
    }
    return wrong;
  },
);

function placeOf(contract: Contract, { type, location, row }: Property): Pick<WrongList, "location" | "row"> {
  const declared = type.kind === "enum" ? enumNamed(contract, type.name)?.location : undefined;
  const isRow = !declared || (declared.file === location.file && declared.line === location.line);
  return isRow ? { location, ...(row === undefined ? {} : { row }) } : { location: declared };
}

/**
 * What the examples write that is no member. In other letters than a member: at least two, of different pages or
 * values, and not one writes a member as the list does. Another name: the examples of two pages, and none shows the
 * member that may have been meant.
 */
function agreedAgainst(
  members: readonly string[],
  shown: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, string | undefined> {
  const inLetters = new Map(members.map((member) => [member.toLowerCase(), member]));
  const strange = [...shown].filter(([value]) => !members.includes(value));
  const otherCase = strange.filter(([value]) => inLetters.has(value.toLowerCase()));
  const asListed = members.some((member) => shown.has(member));
  const witnesses = new Set(otherCase.flatMap(([, files]) => [...files])).size;
  const agreed = !asListed && (witnesses > 1 || otherCase.length > 1) ? otherCase : [];
  const renamed = strange.filter(([value, files]) => {
    if (inLetters.has(value.toLowerCase()) || files.size < 2 || !/^[A-Za-z][\w-]*$/.test(value)) return false;
    const near = nearestName(value, members);
    return near === undefined || !shown.has(near);
  });
  return new Map(
    [...agreed, ...renamed].map(([value]) => [
      value,
      inLetters.get(value.toLowerCase()) ?? nearestName(value, members),
    ]),
  );
}
