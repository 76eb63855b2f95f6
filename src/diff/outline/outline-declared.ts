import { groupBy } from "../../base/group-by.ts";
import type { Location } from "../../base/location.ts";
import type { Contract } from "../../contract/contract.ts";
import type { Metadata, MetadataOperation, MetadataTypeRef } from "../../metadata/metadata.ts";
import { type Fact, fact } from "../fact.ts";

/** What only metadata declares beside types: actions and functions by what they are bound to, and where paths begin. */
export function declaredFacts({ toldBy, metadata }: Contract): Fact[] {
  if (toldBy !== "metadata" || !metadata) return [];
  const named = groupBy(metadata.operations, (operation) => `${operation.kind} ${calledName(operation)}`);
  return [
    ...[...named.values()].flatMap((all) => callFact(all, metadata)),
    ...Object.values(metadata.roots).map(({ name, type, line, column }) =>
      fact("root", name, { value: typeText(type), location: { file: metadata.file, line, column } }),
    ),
  ];
}

/** `microsoft.graph.assignLicense of microsoft.graph.user`; alone where it is not bound. */
export function calledName({ name, binding }: Pick<MetadataOperation, "name" | "binding">): string {
  return binding ? `${name} of ${typeText(binding)}` : name;
}

/** The names of a function's parameters tell its overloads apart; an action has none. */
function callFact(all: readonly MetadataOperation[], metadata: Metadata): Fact[] {
  const [first] = all;
  if (!first) return [];
  const name = calledName(first);
  const location = placeIn(metadata, first);
  if (first.kind === "action") return [fact("action", name, { location, parts: promises(first, metadata) })];
  const overloads = all.map((one) => {
    const names = one.parameters.map((parameter) => parameter.name).sort();
    return fact("overload", `(${names.join(", ")})`, {
      location: placeIn(metadata, one),
      parts: promises(one, metadata),
    });
  });
  return [fact("function", name, { location, parts: overloads })];
}

function promises(operation: MetadataOperation, metadata: Metadata): Fact[] {
  const { kind, parameters, returns } = operation;
  return [
    ...parameters.map((parameter) => {
      const location = placeIn(metadata, parameter);
      // What may be null may be left out of the body of an action (OData Protocol 11.5.5.1).
      const isRequired = kind === "action" && parameter.nullable === false;
      const required = isRequired ? [fact("required", "", { location })] : [];
      return fact("parameter", parameter.name, {
        location,
        parts: [...typeParts(parameter.type, location), ...required],
      });
    }),
    ...(returns ? returnFacts(returns, placeIn(metadata, operation)) : []),
  ];
}

function returnFacts({ name, collection }: MetadataTypeRef, location: Location): Fact[] {
  return [
    fact("returns", "", {
      value: name,
      location,
      parts: collection ? [fact("collection", "", { location })] : [],
    }),
  ];
}

function typeParts({ name, collection }: MetadataTypeRef, location: Location): Fact[] {
  return [
    fact("value-type", "", { value: name, location }),
    ...(collection ? [fact("collection", "", { location })] : []),
  ];
}

function typeText({ name, collection }: MetadataTypeRef): string {
  return collection ? `Collection(${name})` : name;
}

function placeIn({ file }: Metadata, { line, column }: { readonly line: number; readonly column: number }) {
  return { file, line, column };
}
