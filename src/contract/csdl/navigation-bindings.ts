import { type CsdlModel, type CsdlType, structuredName } from "./csdl-model.ts";
import { element, type XmlElement } from "./xml-element.ts";

/**
 * In which entity set that lives what a set's or singleton's relationships lead to (OData CSDL 4.0, section 13.4):
 * where exactly one set has its type, and it is no part of the resource that has the relationship.
 */
export function navigationBindings(
  { contract, types, roots }: CsdlModel,
  root: string,
  contained: ReadonlySet<string>,
): XmlElement[] {
  const bindings = new Map<string, string>();
  for (let type: CsdlType | undefined = types.get(root); type; type = types.get(type.base ?? "")) {
    for (const property of type.properties) {
      const end = structuredName(contract, property.type);
      if (contained.has(`${type.name}/${property.name}`) || !types.get(end ?? "")?.entity) continue;
      const [set, ...others] = roots.filter((one) => one.kind === "EntitySet" && one.type === end);
      if (set && others.length === 0) bindings.set(property.name, set.name);
    }
  }
  return [...bindings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, target]) => element("NavigationPropertyBinding", { Path: path, Target: target }));
}
