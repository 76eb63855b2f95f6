import { onceForAll } from "../../base/once-for.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Contract, Operation, Property, TypeRef } from "../contract.ts";
import { singularOf } from "../names/called-after.ts";
import { ROOT } from "../names/inheritance.ts";
import { findType } from "../names/type-name.ts";
import { typeOfRef } from "../names/type-named.ts";
import { examplesOfOperation } from "../page-content.ts";
import { matchOperation, operationAt } from "../path/match-operation.ts";
import { type PathNode, spellingOf, templateOf } from "../path/path-node.ts";
import { templateTokens } from "../path/path-tokens.ts";
import { endOf, pathTree } from "../path/path-tree.ts";
import { castOf } from "../path/resolve-path.ts";
import { promisedBody } from "./promised-body.ts";

/**
 * What a documented path leads to: what a cast says, else what a GET of it returns, by the same witnesses by which
 * answers are judged. Where none of them speaks it is one of what the path before its key leads to, or a property of
 * what is before it; and where nothing else is known, what is named alike (`workflows` holds a `workflow`).
 */
export const typeAt: (contract: Contract, node: PathNode) => TypeRef | undefined = onceForAll(findTypeAt);

/** What the path of a template leads to, where some page documents it. */
export function typeAtPath(contract: Contract, path: string): TypeRef | undefined {
  const node = endOf(pathTree(contract), templateTokens(path));
  return node && typeAt(contract, node);
}

/** The property or relationship of the type before it that a node names. */
export function memberAt(contract: Contract, { kind, before, spellings }: PathNode): Property | undefined {
  const [name] = spellings.keys();
  return kind === "name" && before && name !== undefined ? memberBehind(contract, before, name) : undefined;
}

/** The property or relationship of that name on the type that a path leads to. */
export function memberBehind(contract: Contract, node: PathNode, name: string): Property | undefined {
  const type = typeAt(contract, node);
  const lower = name.toLowerCase();
  return type?.collection
    ? undefined
    : typeOfRef(contract, type)?.properties.find((property) => property.name.toLowerCase() === lower);
}

function findTypeAt(contract: Contract, node: PathNode): TypeRef | undefined {
  const { kind, before, functions } = node;
  if (!before || kind === "rest") return undefined;
  const cast = kind === "name" ? castOf(contract, spellingOf(node)) : undefined;
  if (cast) return { ...cast, collection: typeAt(contract, before)?.collection ?? false };
  const promised = promisedAt(contract, node);
  if (promised) return promised;
  if (kind !== "name") {
    // In colons stands the way to another resource of the same kind.
    const holder = typeAt(contract, before);
    return holder && { ...holder, collection: false };
  }
  const member = memberAt(contract, node)?.type;
  return member ?? (functions.size > 0 ? undefined : namesake(contract, node));
}

function promisedAt(contract: Contract, node: PathNode): TypeRef | undefined {
  const segments = templateOf(node);
  const operation = operationAt(contract, "GET", node);
  const { type } = promisedBody(contract, {
    method: "GET",
    segments,
    ...(operation ? { operation } : {}),
    body: operation && shownBody(contract, operation),
  });
  if (type?.kind !== "type") return type;
  const collection = type.collection || (operation === undefined && node.key !== undefined);
  // Behind a key stands one resource, whatever the page says.
  return { ...type, collection: collection && node.kind !== "key" };
}

/** One example shows one of the types that a collection may hold: it speaks where the page does not say a type. */
function shownBody(contract: Contract, operation: Operation): unknown {
  const { id, responses } = operation;
  if (responses.some(({ status, body }) => status < 300 && body?.kind === "type")) return undefined;
  const shown = examplesOfOperation(contract, operation).find(
    ({ request, response }) =>
      (response?.status ?? 0) < 300 &&
      !request.url.includes("/$count") &&
      matchOperation(contract, request.method, readRequestUrl(request.url))?.id === id,
  );
  return shown?.response?.body?.json?.value;
}

/**
 * `workflows` with a key behind it are each a `workflow`; the root `auditLogs` alone is the `auditLogRoot` if there is
 * one, and `print` the type `print`, where that is an entity or a documented path goes on from it as that type does.
 */
function namesake(contract: Contract, { key, names, before, spellings }: PathNode): TypeRef | undefined {
  const [name = ""] = spellings.keys();
  const singular = singularOf(name);
  const item = singular === name ? undefined : structured(contract, singular);
  if (key) return item && { ...item, collection: true };
  if (before?.kind !== "root") return undefined;
  const candidates = [`${name}Root`, `${singular}Root`, name === "me" ? "user" : name];
  return candidates
    .flatMap((candidate) => structured(contract, candidate) ?? [])
    .find((type) => {
      const { base, keyProperty, properties = [] } = typeOfRef(contract, type) ?? {};
      const isEntity = keyProperty !== undefined || base === ROOT || type.name.endsWith("Root");
      return isEntity || properties.some((property) => names.has(property.name.toLowerCase()));
    });
}

function structured(contract: Contract, name: string): TypeRef | undefined {
  const type = findType(contract, name);
  return type?.kind === "type" ? type : undefined;
}
