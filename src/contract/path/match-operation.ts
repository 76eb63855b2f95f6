import type { Contract, Operation } from "../contract.ts";
import { canonicalTokens } from "./canonical-path.ts";
import { jointOperation } from "./joint-operation.ts";
import { findPath, indexPaths, type PathIndex } from "./path-index.ts";
import { requestTokens, templateTokens } from "./path-tokens.ts";

/** `GET /users/{}/messages`: method and template with its keys emptied, without a trailing slash. */
export function operationId(method: string, path: string): string {
  const emptied = path.replace(/\{+[^{}]*\}+/g, "{}").replace(/(?<=.)\/+$/, "");
  return `${method.toUpperCase()} ${emptied}`;
}

/**
 * The documented operation that a request calls, by its URL as `readRequestUrl` takes it apart. What several pages say of it is
 * put together. The letter comes first; then the other addresses of the same resource, and casts that the template does not write. Undefined when no
 * template fits.
 */
export function matchOperation(
  contract: Contract,
  method: string,
  url: { readonly segments: readonly string[] },
): Operation | undefined {
  const index = indexOf(contract);
  const tokens = requestTokens(url.segments);
  const verb = method.toUpperCase();
  return (
    findPath(index.written, verb, tokens, { casts: false }) ??
    findPath(index.canonical, verb, canonicalTokens(tokens), { casts: true })
  );
}

/** Each method and path once, with what all its pages say of it. */
function jointOperations(contract: Contract): Operation[] {
  const alike = new Map<string, [Operation, ...Operation[]]>();
  for (const operation of contract.operations) {
    const id = operation.id.toLowerCase();
    const known = alike.get(id);
    if (!known) alike.set(id, [operation]);
    // A page that writes the same path twice says it once.
    else if (known.every(({ file }) => file !== operation.file)) known.push(operation);
  }
  return [...alike.values()].map((operations) => jointOperation(contract, operations));
}

interface OperationIndex {
  readonly written: PathIndex<Operation>;
  readonly canonical: PathIndex<Operation>;
}

const indexes = new WeakMap<Contract, OperationIndex>();

function indexOf(contract: Contract): OperationIndex {
  const known = indexes.get(contract);
  if (known) return known;
  const entries = jointOperations(contract).map((operation) => ({
    method: operation.method.toUpperCase(),
    tokens: templateTokens(operation.path),
    found: operation,
  }));
  const canonical = entries.map((entry) => ({ ...entry, tokens: canonicalTokens(entry.tokens) }));
  const index = { written: indexPaths(entries), canonical: indexPaths(canonical) };
  indexes.set(contract, index);
  return index;
}
