import { UsageError } from "../base/usage-error.ts";
import type {
  Metadata,
  MetadataEnum,
  MetadataEnumMember,
  MetadataMember,
  MetadataOperation,
  MetadataParameter,
  MetadataRoot,
  MetadataType,
  MetadataTypeRef,
  NavigationBinding,
} from "./metadata.ts";
import type { Names } from "./qualify-names.ts";
import type { XmlElement } from "./read-xml.ts";

/** Takes in the elements of a document that are no part of an annotation, in their order. */
export interface DeclarationReader {
  /**
   * Takes in an element; gives what annotations call it: a qualified name, or `/name` for a part of the element
   * around it. Nothing where it is none that they speak of.
   *
   * @throws UsageError where the element lacks a name that it needs.
   */
  begin(element: XmlElement): string;
  declarations(): Pick<Metadata, "types" | "enums" | "operations" | "roots">;
}

/** An operation whose parameters are still being read. */
interface OpenOperation {
  readonly element: XmlElement;
  readonly name: string;
  readonly parameters: MetadataParameter[];
  returns?: MetadataTypeRef;
}

/** Of two declarations of the same name the first counts. */
export function declarationReader(names: Names): DeclarationReader {
  const types = noRecords<MetadataType>();
  const enums = noRecords<MetadataEnum>();
  const operations: OpenOperation[] = [];
  const roots = noRecords<MetadataRoot>();
  let namespace = "";
  let container = "";
  let members: MetadataMember[] = [];
  let key: string[] = [];
  let enumMembers: MetadataEnumMember[] = [];
  let bindings: NavigationBinding[] = [];

  return {
    begin(element) {
      const { name } = element;
      const part = beginPart(element);
      if (part !== undefined) return part;
      if (name === "Schema") namespace = required(element, "Namespace");
      if (name === "Schema") return namespace;
      if (name === "EntityContainer") {
        container = `${namespace}.${required(element, "Name")}`;
        return container;
      }
      if (name === "Annotations") return names.qualified(required(element, "Target"));
      if (name === "EntityType" || name === "ComplexType") return beginType(element);
      if (name === "EnumType") return beginEnum(element);
      if (name === "Action" || name === "Function") {
        const operation = {
          element,
          name: `${namespace}.${required(element, "Name")}`,
          parameters: [],
        };
        operations.push(operation);
        return operation.name;
      }
      if (name === "EntitySet" || name === "Singleton" || name.endsWith("Import")) {
        bindings = [];
        const root: MetadataRoot = { ...rootOf(element, container, names), bindings };
        roots[root.name] ??= root;
        return `/${root.name}`;
      }
      return "";
    },
    declarations: () => ({ types, enums, operations: operations.map(operationOf), roots }),
  };

  function beginType(element: XmlElement): string {
    const { name, attributes } = element;
    const own = `${namespace}.${required(element, "Name")}`;
    members = [];
    key = [];
    const type: MetadataType = {
      name: own,
      kind: name === "EntityType" ? "entity" : "complex",
      ...(attributes.BaseType === undefined ? {} : { base: names.qualified(attributes.BaseType) }),
      abstract: attributes.Abstract === "true",
      open: attributes.OpenType === "true",
      stream: attributes.HasStream === "true",
      key,
      members,
      line: element.line,
      column: element.column,
    };
    types[own] ??= type;
    return own;
  }

  function beginEnum(element: XmlElement): string {
    const own = `${namespace}.${required(element, "Name")}`;
    enumMembers = [];
    const flags = element.attributes.IsFlags === "true";
    const { line, column } = element;
    enums[own] ??= { name: own, flags, members: enumMembers, line, column };
    return own;
  }

  /** A part of the type, enumeration, operation or root that was begun last; undefined for any other element. */
  function beginPart(element: XmlElement): string | undefined {
    const { name } = element;
    if (name === "Property" || name === "NavigationProperty") {
      const own = required(element, "Name");
      const member: MetadataMember = {
        name: own,
        type: typeOf(element, names),
        navigation: name === "NavigationProperty",
        contained: element.attributes.ContainsTarget === "true",
        line: element.line,
        column: element.column,
      };
      members.push(withNullable(member, element));
      return `/${own}`;
    }
    if (name === "Member") {
      const own = required(element, "Name");
      const next = (enumMembers.at(-1)?.value ?? -1) + 1;
      const value = Number(element.attributes.Value ?? next);
      enumMembers.push({
        name: own,
        value: Number.isFinite(value) ? value : next,
        line: element.line,
        column: element.column,
      });
      return `/${own}`;
    }
    if (name === "Parameter") {
      const own = required(element, "Name");
      const parameter = {
        name: own,
        type: typeOf(element, names),
        line: element.line,
        column: element.column,
      };
      operations.at(-1)?.parameters.push(withNullable(parameter, element));
      return `/${own}`;
    }
    if (name === "PropertyRef") key.push(required(element, "Name"));
    if (name === "NavigationPropertyBinding") bindings.push(bindingOf(element, names));
    const operation = name === "ReturnType" ? operations.at(-1) : undefined;
    if (operation) operation.returns = typeOf(element, names);
    return undefined;
  }
}

function rootOf(element: XmlElement, container: string, names: Names): Omit<MetadataRoot, "bindings"> {
  const { name, line, column } = element;
  const own = required(element, "Name");
  const shared = { name: own, target: `${container}/${own}`, line, column };
  if (name === "Singleton") return { ...shared, kind: "singleton", type: typeOf(element, names) };
  if (name === "EntitySet") {
    const type = { ...names.typeRef(required(element, "EntityType")), collection: true };
    return { ...shared, kind: "set", type };
  }
  const called = required(element, name === "FunctionImport" ? "Function" : "Action");
  return { ...shared, kind: "import", type: names.typeRef(called) };
}

/** A target may begin with the qualified name of the container; there is no other that one could mean. */
function bindingOf(element: XmlElement, names: Names): NavigationBinding {
  const path = required(element, "Path").split("/").map(names.qualified).join("/");
  const [first = "", ...rest] = required(element, "Target").split("/");
  return { path, target: (first.includes(".") ? rest : [first, ...rest]).join("/") };
}

/** The first parameter of a bound operation is what it is called on. */
function operationOf({ element, name, parameters, returns }: OpenOperation): MetadataOperation {
  const { attributes, line, column } = element;
  const bound = attributes.IsBound === "true";
  const [binding] = bound ? parameters : [];
  return {
    name,
    kind: element.name === "Action" ? "action" : "function",
    ...(binding ? { binding: binding.type } : {}),
    parameters: bound ? parameters.slice(1) : parameters,
    ...(returns ? { returns } : {}),
    composable: attributes.IsComposable === "true",
    line,
    column,
  };
}

function typeOf({ attributes }: XmlElement, names: Names): MetadataTypeRef {
  return names.typeRef(attributes.Type ?? "Edm.String");
}

/** By whatever name: to make one of a map at the end takes as long again. */
export function noRecords<Value>(): Record<string, Value> {
  return Object.create(null);
}

function withNullable<Member extends object>(member: Member, { attributes }: XmlElement): Member {
  const { Nullable: written } = attributes;
  return written === undefined ? member : { ...member, nullable: written !== "false" };
}

/** @throws UsageError where the element lacks the attribute. */
export function required({ name, attributes, file, line }: XmlElement, attribute: string): string {
  const value = attributes[attribute];
  if (value !== undefined && value !== "") return value;
  throw new UsageError(`${file}:${line} is no CSDL: <${name}> lacks its ${attribute}`);
}
