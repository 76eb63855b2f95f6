import { groupBy } from "../../base/group-by.ts";
import type { Operation, Property, TypeRef } from "../contract.ts";
import { findType } from "../names/type-name.ts";
import { type PathNode, spellingOf } from "../path/path-node.ts";
import { templateTokens } from "../path/path-tokens.ts";
import { endOf, pathTree } from "../path/path-tree.ts";
import { memberAt, typeAt } from "../promise/type-at.ts";
import { type CsdlModel, JSON_TYPE, structuredName } from "./csdl-model.ts";
import { isIdentifier } from "./csdl-name.ts";
import { typeAttribute } from "./type-element.ts";
import { element, type XmlElement } from "./xml-element.ts";

/** An action or function in the schema where it is declared. */
export interface BoundOperation {
  readonly namespace: string;
  readonly element: XmlElement;
}

/**
 * The actions and functions among the documented operations, bound to the type that their path leads to (OData CSDL
 * 4.0, section 12). One is told by the title of its page, which has the name that ends the path.
 */
export function boundOperations(model: CsdlModel): BoundOperation[] {
  const found = new Map<string, Bound>();
  for (const operation of model.contract.operations) {
    const bound = boundOperation(model, operation);
    if (bound && !found.has(bound.order)) found.set(bound.order, bound);
  }
  const groups = groupBy(
    found.values(),
    ({ namespace, element: { attributes } }) => `${namespace}.${attributes.Name}`,
  );
  return [...groups.values()].flatMap(ofOneKind).sort((a, b) => (a.order < b.order ? -1 : 1));
}

interface Bound extends BoundOperation {
  readonly order: string;
}

/** Only what is of one kind can have one name; where pages differ, the most of them are right. */
function ofOneKind(group: readonly Bound[]): readonly Bound[] {
  const actions = group.filter(({ element: { name } }) => name === "Action");
  const functions = group.filter(({ element: { name } }) => name === "Function");
  return actions.length > functions.length ? actions : functions;
}

function boundOperation(model: CsdlModel, operation: Operation): Bound | undefined {
  const tokens = templateTokens(operation.path);
  const node = endOf(pathTree(model.contract), tokens);
  if (!node?.before || node.kind !== "name") return undefined;
  const name = titledName(operation, spellingOf(node).replace(/^(?:microsoft\.)?graph\./, ""));
  const kind = operation.method === "POST" ? "Action" : operation.method === "GET" ? "Function" : undefined;
  if (!kind || name === undefined || memberAt(model.contract, node)) return undefined;
  const binding = bindingOf(model, operation, node.before);
  const parts = binding && model.types.get(structuredName(model.contract, binding) ?? "");
  // An operation and a type of a schema cannot have one name (section 5.1).
  if (!binding || !parts || isTaken(model, `${parts.namespace}.${name}`)) return undefined;
  const parameters = parametersOf(operation, tokens.at(-1)?.arguments);
  const bindingType = typeAttribute(model, binding);
  const body = operation.responses.find(({ status, body }) => status < 300 && body)?.body;
  const returned = body ?? (kind === "Function" ? anything : undefined);
  const children = [
    element("Parameter", { Name: "bindingParameter", Type: bindingType }),
    ...parameters.map((property) =>
      element("Parameter", {
        Name: property.name,
        Type: typeAttribute(model, property.type),
        Nullable: property.nullable === false ? "false" : undefined,
      }),
    ),
    ...(returned ? [element("ReturnType", { Type: typeAttribute(model, returned) })] : []),
  ];
  // Functions are overloaded by their parameters, actions by their binding alone (section 12.1.1 and 12.2.1).
  const overload = kind === "Function" ? parameters.map((property) => property.name).sort() : [];
  return {
    namespace: parts.namespace,
    element: element(kind, { Name: name, IsBound: "true" }, children),
    order: [parts.namespace, kind, name, bindingType, ...overload].join(" "),
  };
}

const anything: TypeRef = { kind: "type", name: JSON_TYPE, collection: false };

/** `workflow: activateWithScope`, `assign action`, `delta`: the name as the title spells it. */
function titledName({ title }: Operation, name: string): string | undefined {
  if (!isIdentifier(name)) return undefined;
  const end = title.slice(title.lastIndexOf(":") + 1).trim();
  const said = /^(\w+)(?: (?:action|function|method))?$/i.exec(end)?.[1];
  if (said === undefined || said.toLowerCase() !== name.toLowerCase()) return undefined;
  // A path may be all in lower case; a title may begin with a capital.
  return /^[a-z]/.test(said) ? said : name;
}

/** The type before the last segment; where the path does not say it, what the title says before its colon. */
function bindingOf(model: CsdlModel, { title }: Operation, owner: PathNode): TypeRef | undefined {
  const type = typeAt(model.contract, owner);
  if (type && model.types.has(structuredName(model.contract, type) ?? "")) return type;
  const named = /^(\w+)\s*:/.exec(title.trim())?.[1];
  const titled = named === undefined ? undefined : findType(model.contract, named);
  // A key or a single resource comes before the operation: what is not known to be a collection is none.
  return titled?.kind === "type" ? titled : undefined;
}

function isTaken({ contract, types }: CsdlModel, name: string): boolean {
  return types.has(name) || Object.hasOwn(contract.enums, name);
}

/** Those of a table, for a function only if its parentheses have them, else text. */
function parametersOf({ method, parameters }: Operation, given: string | undefined): Property[] {
  const listed = new Map(parameters.map((property) => [property.name.toLowerCase(), property]));
  if (method === "POST") return [...listed.values()].filter(isParameter);
  const names = (given ?? "")
    .split(",")
    .flatMap((part) => part.split("=")[0]?.trim().replace(/^@/, "") ?? []);
  const unique = new Map(names.filter((name) => name !== "").map((name) => [name.toLowerCase(), name]));
  return [...unique]
    .map(([lower, name]) => listed.get(lower) ?? { name, type: text, navigation: false, location: nowhere })
    .filter(isParameter);
}

function isParameter({ name }: Property): boolean {
  return isIdentifier(name) && name !== "bindingParameter";
}

const text: TypeRef = { kind: "primitive", name: "Edm.String", collection: false };
const nowhere = { file: "", line: 1, column: 1 };
