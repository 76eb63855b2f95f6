import type { Contract, Operation, TypeRef } from "../../contract/contract.ts";
import { singularOf } from "../../contract/names/singular-of.ts";
import { findType } from "../../contract/names/type-name.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import { documentedPaths, matchOperation } from "../../contract/path/match-operation.ts";
import { promisedBody } from "../../contract/promise/promised-body.ts";
import { isPathParameter } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";

/** A place in the tree of paths that a contract documents. */
export interface PathNode {
  /** The template that leads here, keys as `{}`. */
  readonly template: readonly string[];
  /** By lower-case name. */
  readonly names: Map<string, PathNode>;
  key?: PathNode;
}

/** Builds the tree of the templates; a request walks it in as many steps as its path has segments. */
export function pathTree(contract: Contract): PathNode {
  const root: PathNode = { template: [], names: new Map() };
  for (const { tokens } of documentedPaths(contract)) {
    let node = root;
    for (const { kind, text, written = text } of tokens) {
      if (kind === "key") node = keyBelow(node);
      else if (kind === "name") node = nameBelow(node, written);
      else break;
    }
  }
  return root;
}

/** A place behind a name or a key that no documented path has. */
export function placeBelow(node: PathNode, segment: string): PathNode {
  return { template: [...node.template, segment], names: new Map() };
}

function keyBelow(node: PathNode): PathNode {
  node.key ??= placeBelow(node, "{}");
  return node.key;
}

function nameBelow(node: PathNode, name: string): PathNode {
  const known = node.names.get(name.toLowerCase());
  const next = known ?? placeBelow(node, name);
  if (!known) node.names.set(name.toLowerCase(), next);
  return next;
}

const types = new WeakMap<PathNode, { readonly type: TypeRef | undefined }>();

/**
 * What a GET of that place returns, by the same witnesses by which its answers are judged; where none speaks, it is
 * the type that a collection is named after (`workflows` holds a `workflow`).
 */
export function typeAt(contract: Contract, node: PathNode): TypeRef | undefined {
  const known = types.get(node);
  if (known) return known.type;
  const type = promisedAt(contract, node) ?? namesake(contract, node);
  types.set(node, { type });
  return type;
}

function promisedAt(contract: Contract, node: PathNode): TypeRef | undefined {
  const { template: segments } = node;
  const operation = matchOperation(contract, "GET", { segments });
  const { type } = promisedBody(contract, {
    method: "GET",
    segments,
    ...(operation ? { operation } : {}),
    body: operation && shownBody(contract, operation),
    location: operation?.location ?? nowhere,
    locate: () => nowhere,
  });
  if (type?.kind !== "type") return type;
  const collection = type.collection || (operation === undefined && node.key !== undefined);
  // Behind a key stands one resource, whatever the page says.
  return { ...type, collection: collection && !isPathParameter(segments.at(-1) ?? "") };
}

const nowhere = { file: "", line: 1, column: 1 };

/** One example shows one of the types that a collection may hold: it speaks where the page does not say a type. */
function shownBody(contract: Contract, { id, responses, ...operation }: Operation): unknown {
  if (responses.some(({ status, body }) => status < 300 && body?.kind === "type")) return undefined;
  const shown = examplesOfOperation(contract, { id, responses, ...operation }).find(
    ({ request, response }) =>
      (response?.status ?? 0) < 300 &&
      matchOperation(contract, request.method, readRequestUrl(request.url))?.id === id,
  );
  return shown?.response?.body?.json?.value;
}

function namesake(contract: Contract, { template, key }: PathNode): TypeRef | undefined {
  const last = template.at(-1) ?? "";
  const isKey = isPathParameter(last);
  const collection = isKey ? (template.at(-2) ?? "") : last;
  if (!isKey && !key) return undefined;
  const singular = singularOf(collection);
  const type = singular === collection ? undefined : findType(contract, singular);
  return type?.kind === "type" ? { ...type, collection: !isKey } : undefined;
}
