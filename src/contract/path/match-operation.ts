import { onceFor } from "../../base/once-for.ts";
import type { Contract, Operation } from "../contract.ts";
import { canonicalTokens } from "./canonical-path.ts";
import { jointOperation } from "./joint-operation.ts";
import { findPath, indexPaths, isCast, type PathEntry } from "./path-index.ts";
import { requestTokens, templateReader } from "./path-tokens.ts";

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
  const tokens = requestTokens(url.segments);
  const verb = method.toUpperCase();
  const found = findPath(writtenPaths(contract), verb, tokens, { casts: false });
  if (found) return found;
  const rewritten = canonicalTokens(tokens);
  // Without another address and without a cast it is the same search again.
  if (rewritten === tokens && !tokens.some(isCast)) return undefined;
  return findPath(canonicalPaths(contract), verb, rewritten, { casts: true });
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

/** The documented operations, what several pages say of one put together, with their templates taken apart. */
export const documentedPaths = onceFor((contract: Contract): readonly PathEntry<Operation>[] => {
  const read = templateReader();
  return jointOperations(contract).map((operation) => ({
    method: operation.method.toUpperCase(),
    tokens: read(operation.path),
    found: operation,
  }));
});

const writtenPaths = onceFor((contract: Contract) => indexPaths(documentedPaths(contract)));

const canonicalPaths = onceFor((contract: Contract) =>
  indexPaths(
    documentedPaths(contract).map(({ method, tokens, found }) => ({
      method,
      tokens: canonicalTokens(tokens),
      found,
    })),
  ),
);
