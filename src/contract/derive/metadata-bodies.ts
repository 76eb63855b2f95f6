import { declaredType } from "../../metadata/declared.ts";
import type { Metadata, MetadataOperation, MetadataTypeRef } from "../../metadata/metadata.ts";
import type { Operation, Property, TypeRef } from "../contract.ts";
import { shortName } from "../names/short-name.ts";
import { metadataPath } from "../path/metadata-path.ts";

/**
 * Operations with what the metadata knows of their request bodies: the parameters of an action that the page does not
 * list; and where the page says nothing of a body, the type of what a PATCH or PUT changes, or a POST adds to.
 */
export function mergeBodies(
  operations: readonly Operation[],
  metadata: Metadata,
  refOf: (type: MetadataTypeRef) => TypeRef,
): readonly Operation[] {
  return operations.map((operation) => {
    if (!/^(?:POST|PATCH|PUT)$/.test(operation.method)) return operation;
    const called = actionOf(metadata, operation);
    if (called) return withParameters(operation, called);
    const body = bodyOf(metadata, operation);
    return body ? { ...operation, requestBody: refOf(body), bodyFromMetadata: true as const } : operation;
  });

  function withParameters(operation: Operation, { parameters }: MetadataOperation): Operation {
    const listed = new Set(operation.parameters.map(({ name }) => name.toLowerCase()));
    const added = parameters
      .filter(({ name }) => !listed.has(name.toLowerCase()))
      .map(
        ({ name, type, line, column }): Property => ({
          name,
          type: refOf(type),
          navigation: false,
          fromMetadata: ["property"],
          location: { file: metadata.file, line, column },
        }),
      );
    return added.length === 0 ? operation : { ...operation, parameters: [...operation.parameters, ...added] };
  }
}

/** The action that a POST calls; in an extract without a container, the only one of that name. */
function actionOf(metadata: Metadata, { method, path }: Operation): MetadataOperation | undefined {
  if (method !== "POST") return undefined;
  const found = metadataPath(metadata, path);
  if (found?.exists) return found.calls?.kind === "action" ? found.calls : undefined;
  if (Object.keys(metadata.roots).length > 0) return undefined;
  const name = shortName(path.slice(path.lastIndexOf("/") + 1)).toLowerCase();
  const [only, ...others] = metadata.operations.filter((one) => shortName(one.name).toLowerCase() === name);
  return others.length === 0 && only?.kind === "action" ? only : undefined;
}

function bodyOf(metadata: Metadata, operation: Operation): MetadataTypeRef | undefined {
  const { method, path, requestBody, parameters } = operation;
  const found = requestBody || parameters.length > 0 ? undefined : metadataPath(metadata, path);
  // A target is what is stored there; what a function returns is not, and a stream is sent as such.
  if (!found?.exists || found.target === undefined || !found.type) return undefined;
  const isEntity = declaredType(metadata, found.type.name)?.kind === "entity";
  if (!isEntity || found.type.collection !== (method === "POST")) return undefined;
  return { ...found.type, collection: false };
}
