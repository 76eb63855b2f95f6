import type { Contract, Example } from "../../contract/contract.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";
import { looksLikeKey } from "../../contract/path/path-tokens.ts";
import { readSegment, splitPath } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { type OpenPath, openPathOf } from "./bind-path.ts";
import { callWith, hasPlaceholder, placeholderIn } from "./path-placeholders.ts";

/** A documented example without the ids that it names: those of the documentation exist in no tenant. */
export interface OpenExample {
  /** That of the operation which it is an example of, where there is one. */
  readonly path: OpenPath;
  /** The example's path with the values to which that path was bound. */
  filled(bound: readonly string[]): string[];
}

/** Opens the path of an example as the template of its operation is; where there is none, at what looks like a key. */
export function openExample(contract: Contract, example: Example): OpenExample {
  const { file, title, location, request } = example;
  const { segments } = readRequestUrl(request.url);
  const operation = exampleOperation(contract, example);
  const template = operation ? splitPath(operation.path) : [];
  const suffix = segments.slice(template.length);
  if (operation && template.length > 0 && suffix.every((name) => name === "$count")) {
    const path = openPathOf(operation);
    return {
      path: suffix.length === 0 ? path : { ...path, segments: [...path.segments, ...suffix], isRead: false },
      filled: (bound) =>
        segments.map((own, index) => (isOpen(template[index] ?? "") ? (bound[index] ?? own) : own)),
    };
  }
  const open = segments.map((segment) => {
    const { name, key } = readSegment(segment);
    if (key !== undefined) return `${name}('{id}')`;
    return looksLikeKey(segment) && placeholderIn(segment) === undefined ? "{id}" : segment;
  });
  const isRead = request.method === "GET" && !/\$(?:ref|value|count)$/.test(open.at(-1) ?? "");
  const { parameters = [] } = operation ?? {};
  return {
    path: { segments: open, file, title, location, parameters, isRead },
    filled: (bound) => [...bound],
  };
}

/** True for a key and for a call whose arguments are left to the reader. */
function isOpen(segment: string): boolean {
  return (
    placeholderIn(segment) !== undefined || hasPlaceholder([segment]) || callWith(segment, []) !== segment
  );
}
