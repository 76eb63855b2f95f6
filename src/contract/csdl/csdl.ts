import type { Contract } from "../contract.ts";
import { boundOperations } from "./bound-operations.ts";
import { containedMembers } from "./contained-members.ts";
import { type CsdlModel, csdlModel } from "./csdl-model.ts";
import { aliasOf, GRAPH } from "./csdl-name.ts";
import { enumElement } from "./enum-element.ts";
import { navigationBindings } from "./navigation-bindings.ts";
import { typeElement } from "./type-element.ts";
import { element, writeElement, type XmlElement } from "./xml-element.ts";

const EDMX = "http://docs.oasis-open.org/odata/ns/edmx";
const EDM = "http://docs.oasis-open.org/odata/ns/edm";

/**
 * The contract as `$metadata` has it: OData CSDL 4.0 in XML, a schema for each namespace, Graph's own first. The
 * same contract gives the same text.
 */
export function csdl(contract: Contract): string {
  const model = csdlModel(contract);
  const schemas = schemasOf(model).map(([namespace, children]) =>
    element("Schema", { Namespace: namespace, Alias: aliasOf(namespace), xmlns: EDM }, children),
  );
  const services = element("edmx:DataServices", {}, schemas);
  const document = element("edmx:Edmx", { Version: "4.0", "xmlns:edmx": EDMX }, [services]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeElement(document)}`;
}

function schemasOf(model: CsdlModel): [string, XmlElement[]][] {
  const schemas = new Map<string, XmlElement[]>([[GRAPH, []]]);
  const declare = (namespace: string | undefined, declared: XmlElement) => {
    if (namespace === undefined) return;
    const schema = schemas.get(namespace);
    if (schema) schema.push(declared);
    else schemas.set(namespace, [declared]);
  };
  const contained = containedMembers(model);
  for (const declared of Object.values(model.contract.enums)) {
    declare(model.enums.get(declared.name)?.namespace, enumElement(declared));
  }
  const types = [...model.types.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const type of [...types.filter(({ entity }) => entity), ...types.filter(({ entity }) => !entity)]) {
    declare(type.namespace, typeElement(model, type, contained));
  }
  for (const bound of boundOperations(model)) declare(bound.namespace, bound.element);
  declare(GRAPH, containerElement(model, contained));
  const [graph, ...others] = [...schemas];
  return [...(graph ? [graph] : []), ...others.sort(([a], [b]) => (a < b ? -1 : 1))];
}

/** OData CSDL 4.0, section 13; there is one container, and here it has Graph's name. */
function containerElement(model: CsdlModel, contained: ReadonlySet<string>): XmlElement {
  const children = model.roots.map(({ kind, name, type }) =>
    element(
      kind,
      { Name: name, [kind === "EntitySet" ? "EntityType" : "Type"]: type },
      navigationBindings(model, type, contained),
    ),
  );
  return element("EntityContainer", { Name: "GraphService" }, children);
}
