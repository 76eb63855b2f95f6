import { isObject } from "../../base/is-object.ts";
import { onceFor } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { keyPropertyOf, keyText, typeOfRef } from "../../contract/names/type-named.ts";
import { nodesAlong } from "../../contract/path/find-path.ts";
import type { PathNode } from "../../contract/path/path-node.ts";
import { templateTokens } from "../../contract/path/path-tokens.ts";
import { endOf, pathTree } from "../../contract/path/path-tree.ts";
import { isCollection } from "../../contract/promise/body-fit.ts";
import { typeAtPath } from "../../contract/promise/type-at.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import { isPathParameter, readSegment } from "../../odata/path-segments.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { BoundPath, OpenPath } from "./bind-path.ts";
import { callWith, hasPlaceholder, placeholderIn, standIn, withKey } from "./path-placeholders.ts";
import { type Answer, type Lookup, writePath } from "./planned-request.ts";

/**
 * Gives the placeholders of a path values: from the documented example that shares most of the path with it, else the
 * key of the first item of the collection before it, which the service is asked for. That suits a service that holds
 * what the documentation shows.
 */
export function* bindShown(
  contract: Contract,
  { segments, file, parameters, type }: OpenPath,
): Generator<Lookup, BoundPath, Answer> {
  const shown = longestShown(contract, segments, file);
  const bound: string[] = [...shown];
  const unknown: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (index < shown.length) continue;
    const open = placeholderIn(segment);
    if (!open) {
      const called = callWith(segment, parameters);
      bound.push(called);
      if (hasPlaceholder([called])) unknown.push(called);
      continue;
    }
    const collection = open.name === undefined ? bound : [...bound, open.name];
    const key =
      unknown.length > 0 || collection.length === 0
        ? undefined
        : yield* firstKey(contract, collection, index === segments.length - 1 ? type : undefined);
    if (key === undefined) unknown.push(open.placeholder);
    bound.push(withKey(open, key ?? standIn));
  }
  return { segments: bound, unknown };
}

function* firstKey(
  contract: Contract,
  collection: readonly string[],
  wanted: string | undefined,
): Generator<Lookup, string | undefined, Answer> {
  const { json, status = 400 } = yield { kind: "lookup", target: writePath(collection) };
  if (status >= 300 || !isObject(json)) return undefined;
  const property = keyPropertyOf(typeOfRef(contract, typeAtPath(contract, `/${collection.join("/")}`)));
  const items = isCollection(json) ? json.value.filter(isObject) : [];
  const item = items.find((one) => wanted !== undefined && namedType(one) === wanted) ?? items[0];
  return keyText(item?.[property]);
}

/**
 * The values that an example has for the first segments of a path: the example that goes furthest along with it in the
 * tree of documented paths, of several such one of the page itself, else the first.
 */
function longestShown(contract: Contract, segments: readonly string[], file: string): readonly string[] {
  const shown = shownPaths(contract);
  const tree = pathTree(contract);
  for (let length = segments.length; length > 0; length--) {
    const template = segments.slice(0, length);
    const node = endOf(tree, templateTokens(`/${template.join("/")}`));
    const examples = (node && shown.get(node)) ?? [];
    const fitting = examples.filter((example) =>
      template.every((segment, index) => shows(example.segments[index], segment)),
    );
    const found = fitting.find((example) => example.file === file) ?? fitting[0];
    if (found) return found.segments.slice(0, length);
  }
  return [];
}

/** Whether a segment of an example has a value for one of a template at the same node, or is the same. */
function shows(value: string | undefined, segment: string): boolean {
  if (value === undefined || hasPlaceholder([value])) return false;
  const { key, arguments: given } = readSegment(segment);
  if (key !== undefined) return isPathParameter(key) || key === readSegment(value).key;
  if (given !== undefined) return showsCall(readSegment(value).arguments, given);
  return isPathParameter(segment) || value.toLowerCase() === segment.toLowerCase();
}

/** A call of the same overload; what the template leaves to the reader may be anything. */
function showsCall(value: string | undefined, given: string): boolean {
  if (value === undefined || !hasPlaceholder([given])) return value === given;
  const names = (list: string) => list.split(",").map((part) => part.split("=")[0]?.trim().toLowerCase());
  return names(value).join() === names(given).join();
}

interface ShownPath {
  readonly file: string;
  readonly segments: readonly string[];
}

/** The examples by the nodes that they lead to, in the order of the contract. */
const shownPaths = onceFor((contract: Contract): ReadonlyMap<PathNode, readonly ShownPath[]> => {
  const tree = pathTree(contract);
  const shown = new Map<PathNode, ShownPath[]>();
  for (const { file, request } of contract.examples) {
    const { segments } = readRequestUrl(request.url);
    for (const node of nodesAlong(tree, request.method.toUpperCase(), segments)) {
      const known = shown.get(node);
      if (known) known.push({ file, segments });
      else shown.set(node, [{ file, segments }]);
    }
  }
  return shown;
});
