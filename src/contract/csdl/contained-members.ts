import { type CsdlModel, structuredName } from "./csdl-model.ts";

/**
 * The relationships, as `type/name`, whose resources are part of the one that has them: a documented path goes on to
 * a single one of them, none adds or removes a reference, and no entity set has them.
 */
export function containedMembers({ contract, roots, nodes, paths }: CsdlModel): ReadonlySet<string> {
  const contained = new Set<string>();
  const referenced = new Set<string>();
  const sets = new Set(roots.filter(({ kind }) => kind === "EntitySet").map(({ type }) => type));
  for (const node of nodes.all) {
    const member = paths.memberOf(node);
    if (!member?.property.navigation) continue;
    const { owner, property } = member;
    const place = `${property.inheritedFrom ?? owner}/${property.name}`;
    const keyed = node.next.get("{}");
    if (node.next.has("$ref") || keyed?.next.has("$ref")) referenced.add(place);
    const end = structuredName(contract, property.type) ?? "";
    if ((keyed || !property.type.collection) && !sets.has(end)) contained.add(place);
  }
  return new Set([...contained].filter((place) => !referenced.has(place)));
}
