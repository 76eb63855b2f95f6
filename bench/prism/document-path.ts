import { decoded } from "../../src/base/decoded.ts";
import type { Contract } from "../../src/contract/contract.ts";
import { documentPaths as pathsOf } from "../../src/contract/openapi/document-paths.ts";
import { openApiPath } from "../../src/contract/openapi/openapi-path.ts";
import { matchOperation } from "../../src/contract/path/match-operation.ts";
import { readSegment, splitPath } from "../../src/odata/path-segments.ts";
import { readRequestUrl } from "../../src/odata/request-url.ts";

/** Path and query of a request as a client of the document would write them. */
export type DocumentPath = (method: string, target: string) => string;

/**
 * Graph takes `/IdentityGovernance/` for `/identityGovernance/` and a slash at the end for none; in OpenAPI these are
 * other paths. The names become those of the document, which has no version in its paths; keys, arguments and the
 * query stay as they are.
 */
export function documentPaths(contract: Contract): DocumentPath {
  const written = new Map(
    pathsOf(contract.operations).map(({ path: { identity, path } }) => [identity, path]),
  );
  return (method, target) => {
    const [path = "", ...query] = target.split(/(?=\?)/);
    const [, ...segments] = splitPath(path);
    const operation = matchOperation(contract, method, readRequestUrl(target));
    const known = operation && written.get(openApiPath(operation.path).identity);
    const names = known === undefined ? [] : splitPath(known);
    const spelt = segments.map((segment, index) => spellingOf(segment, names[index]));
    return `/${(names.length === segments.length ? spelt : segments).join("/")}${query.join("")}`;
  };
}

function spellingOf(segment: string, name = segment): string {
  const [own, documented] = [readSegment(decoded(segment)), readSegment(name)];
  if (own.name.toLowerCase() !== documented.name.toLowerCase()) return segment;
  const arguments_ = segment.indexOf("(");
  return arguments_ < 0 ? name : `${documented.name}${segment.slice(arguments_)}`;
}
