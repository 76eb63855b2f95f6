import type { Contract, TypeContract } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { type PathNode, spellingOf } from "../../contract/path/path-node.ts";
import { generateResource } from "../generate/generate-resource.ts";
import type { Resource } from "../message.ts";
import { literalKeys } from "../route/literal-key.ts";
import { graphFacts } from "./said-nowhere.ts";
import type { SeededResources } from "./seeded-resources.ts";

interface Place {
  readonly contract: Contract;
  readonly named: PathNode;
  readonly type: TypeContract;
  readonly seed: string;
}

/**
 * Adds what a collection always has: a resource for each name that stands for a key in documented paths, or of which a
 * row says so (`inbox`). The name leads to the resource that is labelled so, where examples show one, also where some
 * example has the name in its path; `onlyNamed` are the lower-case keys of which nothing else is known.
 */
export function addExpected(
  place: Place,
  { items, aliases }: SeededResources,
  onlyNamed: ReadonlySet<string>,
): void {
  for (const name of expectedNames(place)) {
    const lower = name.toLowerCase();
    if (aliases.has(lower) || (items.has(lower) && !onlyNamed.has(lower))) continue;
    const labelled = [...items].find(([key, item]) => key !== lower && isLabelled(item, name))?.[0];
    if (labelled === undefined) items.set(lower, known(place, name));
    else if (aliases.set(lower, labelled)) items.delete(lower);
  }
}

function expectedNames({ contract, named, type }: Place): readonly string[] {
  const spelling = spellingOf(named).toLowerCase();
  const said = graphFacts.wellKnown.find(
    ({ fact: { of, on } }) => spelling === of.toLowerCase() && shortName(type.name) === on,
  );
  return [...new Set([...literalKeys(contract, named), ...(said?.fact.names ?? [])])];
}

/** A folder with the label "Sent Items" is `sentitems`. */
function isLabelled({ displayName }: Resource, name: string): boolean {
  const label = typeof displayName === "string" ? displayName.replace(/\s/g, "") : "";
  return label.toLowerCase() === name.toLowerCase();
}

function known({ contract, type, seed }: Place, name: string): Resource {
  const made = generateResource(contract, type.name, { seed: `${seed}/${name.toLowerCase()}`, key: name });
  return "displayName" in made ? { ...made, displayName: name } : made;
}
