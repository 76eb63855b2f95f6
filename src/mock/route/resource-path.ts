import { onceFor } from "../../base/once-for.ts";
import type { Contract, TypeRef } from "../../contract/contract.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeOfRef } from "../../contract/names/type-named.ts";
import { keyBehind, nodeBehind, type PathNode, spellingOf } from "../../contract/path/path-node.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import { castOf } from "../../contract/path/resolve-path.ts";
import { memberBehind, typeAt } from "../../contract/promise/type-at.ts";
import { readSegment } from "../../odata/path-segments.ts";
import { withAddressAsKey } from "./addressed.ts";
import { isLiteralKey } from "./literal-key.ts";

/** A name of a path with the key behind it, when it has one. */
export interface Step {
  readonly name: string;
  readonly key?: string;
  /** The property that has the key, where a request says it: `applications(appId='...')`. */
  readonly by?: string;
  /** The part of the collection that it is, by the value of a property. */
  readonly within?: { readonly property: string; readonly key: string };
  /** What the contract has behind the name, and behind the key. */
  readonly named: PathNode;
  readonly keyed?: PathNode;
}

/** Where a request's path leads. */
export interface ResourcePath {
  readonly steps: readonly Step[];
  /** The steps to what the last one belongs to. */
  readonly owner: readonly Step[];
  /** OData's own word at the end of the path. */
  readonly suffix?: "$ref" | "$count" | "$value";
  readonly node: PathNode;
  /** The type to which a cast at its end narrows what it leads to. */
  readonly cast?: string;
  /** What a GET of the path returns, without its suffix. */
  readonly type?: TypeRef;
  /** The path ends in a call of a function: `summary(from=...)`, `delta()`. */
  readonly called: boolean;
}

// Three times what Graph's longest path has: each relationship that is followed asks what it leads to.
const LONGEST = 64;

/**
 * Takes a request's path apart along the tree of documented paths, and where that ends, along the relationships of
 * the types. Names come before keys. Undefined where neither leads on, unless `documented` says that an operation's
 * template takes the path all the same.
 */
export function resourcePathOf(
  contract: Contract,
  written: readonly string[],
  documented: boolean,
): ResourcePath | undefined {
  if (written.length > LONGEST) return undefined;
  const segments = withAddressAsKey(written);
  const tree = pathTree(contract);
  const steps: Step[] = [];
  let node = tree;
  let called = false;
  let suffix: ResourcePath["suffix"];
  let cast: TypeRef | undefined;
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    if (last && isSuffix(segment)) {
      suffix = segment;
      continue;
    }
    // Of the whole it says that it is one (OData 4.01 URL Conventions, section 4.11).
    if (last && segment === "$entity") continue;
    const { name, key, arguments: given } = readSegment(segment);
    called = false;
    const bare = withoutNamespace(name);
    const child = node.names.get(name.toLowerCase()) ?? node.names.get(bare.toLowerCase());
    const before = steps.at(-1);
    const narrows = child?.functions.size ? undefined : typeOfCast(contract, name);
    if (narrows) {
      // The resources behind a cast are the same.
      cast = narrows;
      node = child ?? node;
      if (key === undefined) continue;
    } else if (
      child &&
      before?.key === undefined &&
      before?.named === node &&
      isLiteralKey(contract, child)
    ) {
      steps[steps.length - 1] = { ...before, key: spellingOf(child), keyed: child };
      node = child;
      continue;
    } else if (child) {
      node = child;
      cast = undefined;
      steps.push({ name: spellingOf(node), named: node });
      // Graph's delta is a function that most requests call without parentheses.
      called = given !== undefined || bare !== name || /^delta$/i.test(bare);
    } else if (before && before.key === undefined && takesKey(contract, node)) {
      const named = keyInText(contract, node, segment);
      const keyed = named ? { ...keyedStep(before, named.key), by: named.by } : keyedStep(before, segment);
      steps[steps.length - 1] = keyed;
      node = keyed.keyed ?? node;
      continue;
    } else {
      const next = memberBehind(contract, node, name)?.name;
      const self = name.toLowerCase() === "me" ? tree.names.get("users") : undefined;
      if (self && index === 0) {
        // What a request writes as `me`, a template may write as `users/{id}`.
        const keyed = keyedStep({ name: "users", named: self }, "me");
        steps.push(keyed);
        node = keyed.keyed ?? node;
        continue;
      }
      if (next === undefined && !documented) return undefined;
      node = nodeBehind(node, next ?? bare);
      cast = undefined;
      steps.push({ name: next ?? bare, named: node });
      called = last && given !== undefined;
    }
    const step = steps.at(-1);
    const other = key === undefined ? otherKey(node, given) : undefined;
    const own = key ?? other?.key;
    if (own === undefined || !step) continue;
    const keyed = { ...keyedStep(step, own), ...(other ? { by: other.by } : {}) };
    if (other) called = false;
    steps[steps.length - 1] = keyed;
    node = keyed.keyed ?? node;
  }
  const reached = typeAt(contract, node);
  const type = cast && reached ? { ...cast, collection: reached.collection } : reached;
  return {
    steps,
    owner: steps.slice(0, -1),
    node,
    called,
    ...(suffix ? { suffix } : {}),
    ...(cast ? { cast: cast.name } : {}),
    ...(type ? { type } : {}),
  };
}

function typeOfCast(contract: Contract, name: string): TypeRef | undefined {
  const type = castOf(contract, name);
  return type?.kind === "type" ? type : undefined;
}

/** Named arguments behind a collection that takes none are another of its keys. */
function otherKey(
  { key, functions }: PathNode,
  given: string | undefined,
): { readonly by: string; readonly key: string } | undefined {
  const [, by, value] =
    (key && functions.size === 0 && /^\s*(\w+)\s*=\s*'((?:[^']|'')*)'\s*$/.exec(given ?? "")) || [];
  return by === undefined || value === undefined ? undefined : { by, key: value.replaceAll("''", "'") };
}

/** The name of a function or a type as it stands behind its namespace in a path. */
export function withoutNamespace(name: string): string {
  return name.replace(/^microsoft\.graph\.(?:.*\.)?/i, "");
}

/** A segment in the place of a key that says which property has it: `directoryRoles/roleTemplateId={id}`. */
function keyInText(
  contract: Contract,
  node: PathNode,
  segment: string,
): { readonly by: string; readonly key: string } | undefined {
  const [, by, key] = /^(\w+)=([^='"]+)$/.exec(segment) ?? [];
  if (by === undefined || key === undefined) return undefined;
  const type = typeOfRef(contract, typeAt(contract, keyBehind(node)));
  return type?.properties.some(({ name }) => name === by) ? { by, key } : undefined;
}

/** The path in the form in which the store knows it: GUIDs and names know no letter case. */
export function storePath(steps: readonly Step[]): string {
  return writtenPath(steps, steps.length).toLowerCase();
}

/** The path, in that form, of the collection that one of the steps takes a resource of. */
export function holderPath(steps: readonly Step[], index: number): string {
  const owner = writtenPath(steps, index);
  const name = steps[index]?.name ?? "";
  return (owner === "" ? name : `${owner}/${name}`).toLowerCase();
}

function writtenPath(steps: readonly Step[], length: number): string {
  let path = "";
  for (let index = 0; index < length; index++) {
    const { name = "", key } = steps[index] ?? {};
    path += index === 0 ? name : `/${name}`;
    if (key !== undefined) path += `/${key}`;
  }
  return path;
}

/** Where steps lead that no request wrote: to what an action is bound to, or what it makes. */
export function pathTo(contract: Contract, steps: readonly Step[]): ResourcePath {
  const end = steps.at(-1);
  const node = end ? (end.keyed ?? end.named) : pathTree(contract);
  return { steps, owner: steps.slice(0, -1), node, called: false };
}

/** The step to one resource of the collection that a step leads to. */
export function keyedStep({ name, named }: Step, key: string): Step {
  return { name, named, key, keyed: keyBehind(named) };
}

/** The segments by which a request writes steps. */
export function segmentsOf(steps: readonly Step[]): string[] {
  return steps.flatMap(({ name, key }) => (key === undefined ? [name] : [name, key]));
}

/** What is called at the end of a path, in small letters and without its namespace: OData takes `microsoft.graph.copy` for `copy`. */
export function calledAtEnd({ steps }: Pick<ResourcePath, "steps">): string {
  return shortName(steps.at(-1)?.name ?? "").toLowerCase();
}

/** The steps to one of the collection that steps lead to. */
export function oneOf(steps: readonly Step[], key: string): readonly Step[] {
  const last = steps.at(-1);
  return last ? [...steps.slice(0, -1), keyedStep(last, key)] : steps;
}

/** The steps to the collection that holds the resource of the last step. */
export function collectionOf(steps: readonly Step[], { name, named }: Step): readonly Step[] {
  return [...steps.slice(0, -1), { name, named }];
}

/** The same for the steps of a route, which every request with its URL has. */
export const collectionOfRoute = onceFor((steps: readonly Step[]): readonly Step[] => {
  const last = steps.at(-1);
  return last ? collectionOf(steps, last) : steps;
});

function isSuffix(segment: string): segment is "$ref" | "$count" | "$value" {
  return segment === "$ref" || segment === "$count" || segment === "$value";
}

function takesKey(contract: Contract, node: PathNode): boolean {
  return node.key !== undefined || typeAt(contract, node)?.collection === true;
}
