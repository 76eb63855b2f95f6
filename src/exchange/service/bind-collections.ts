import { groupBy } from "../../base/group-by.ts";
import type { Contract } from "../../contract/contract.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { isPathParameter, splitPath } from "../../odata/path-segments.ts";
import { type AskedListing, ListedBinding } from "./bind-listed.ts";
import type { Bind, KnownValues, OpenPath } from "./bind-path.ts";
import { listAhead, type PathsToBind } from "./list-ahead.ts";
import type { ListedAhead } from "./listing.ts";
import { placeholderIn } from "./path-placeholders.ts";
import { type PlannedRequest, purposeOf, type Script, writePath } from "./planned-request.ts";

/** What binds the paths of a plan to what a service lists. */
export interface Binding {
  readonly bind: Bind;
  /** Bind all paths before anything else is asked, those below each root on their own. */
  readonly scripts: readonly Script[];
  /** What is asked for before, a wave behind the other, so that the scripts have less to wait for. */
  readonly ahead: Iterable<readonly Script[]>;
}

/**
 * Binds paths to what a service lists. All of them are bound at first, so that which place a path gets depends on no
 * order of answers.
 */
export function listedBinding(contract: Contract, values: KnownValues, paths: readonly OpenPath[]): Binding {
  const shared = sharedPlaceholders(contract);
  const bindings = new Map<string, ListedBinding>();
  const listed = new Map<string, ListedAhead>();
  const bindingOf = (path: OpenPath): ListedBinding => {
    const root = rootOf(path);
    const known = bindings.get(root) ?? new ListedBinding(contract, values, shared, listed.get(root));
    bindings.set(root, known);
    return known;
  };
  const roots = [...groupBy(paths, rootOf)].filter(([, own]) => own.some(({ elsewhere }) => !elsewhere));
  const groups = roots.map(([root, own]): PathsToBind => {
    const ahead: ListedAhead = new Map();
    listed.set(root, ahead);
    return { paths: own, ahead, fresh: () => new ListedBinding(contract, values, shared, ahead) };
  });
  return {
    bind: (path) => bindingOf(path).bind(path),
    scripts: groups.map((group) => bindAll(contract, bindingOf, group.paths)),
    ahead: listAhead(contract, groups),
  };
}

function* bindAll(
  contract: Contract,
  bindingOf: (path: OpenPath) => ListedBinding,
  paths: readonly OpenPath[],
): Script {
  const plain = new Set<string>();
  const asked = new Set<AskedListing>();
  for (const path of paths) {
    const binding = bindingOf(path);
    const { segments, unknown } = yield* binding.bind(path);
    if (unknown.length === 0 && path.isRead) plain.add(writePath(segments));
    for (const listing of binding.asked) asked.add(listing);
  }
  // The plan asks for the others anyway; these answers are here by now, and are not asked for again.
  const others = [...asked].filter(({ target }) => !plain.has(target));
  const names = new Map<string, number>();
  for (const listing of others) {
    const request = requestFor(contract, listing, names);
    if (!listing.path.elsewhere) yield request;
  }
}

/** What was asked for to bind a path is an answer like any other. */
function requestFor(
  contract: Contract,
  { target, template, path }: AskedListing,
  names: Map<string, number>,
): PlannedRequest {
  const operation = matchOperation(contract, "GET", { segments: template });
  const { file, title, location } = path;
  const purpose = operation
    ? purposeOf(operation, "asked for to bind")
    : purposeOf({ file, title, location }, `/${template.join("/")}, asked for to bind`);
  const count = (names.get(`${purpose.file} ${purpose.name}`) ?? 0) + 1;
  names.set(`${purpose.file} ${purpose.name}`, count);
  const again = count === 1 ? "" : `, ${count}`;
  return {
    ...purpose,
    name: `${purpose.name}${again}`,
    title: `${purpose.title}${again}`,
    kind: "request",
    method: "GET",
    target,
    headers: {},
    ...(operation ? {} : { probe: "listing" }),
  };
}

function rootOf({ segments }: OpenPath): string {
  return (segments[0] ?? "").replace(/\(.*$/s, "").toLowerCase();
}

/** The placeholders that stand behind several collections of a contract. */
function sharedPlaceholders({ operations }: Contract): ReadonlySet<string> {
  const places = new Map<string, Set<string>>();
  for (const { path } of operations) {
    const segments = splitPath(path);
    for (const [index, segment] of segments.entries()) {
      const placeholder = placeholderIn(segment)?.placeholder.toLowerCase();
      if (placeholder === undefined) continue;
      const before = segments.slice(0, index).map((one) => (isPathParameter(one) ? "{}" : one.toLowerCase()));
      const known = places.get(placeholder) ?? new Set();
      places.set(placeholder, known.add(before.join("/")));
    }
  }
  return new Set([...places].filter(([, all]) => all.size > 1).map(([placeholder]) => placeholder));
}
