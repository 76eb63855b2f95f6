import { onceFor, onceForAll } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { keyText } from "../../contract/names/type-named.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import { type ContextSegment, contextAt, contextFragment } from "../query/context-url.ts";
import type { Query } from "../query/query.ts";
import type { Call } from "../route/call.ts";
import type { ResourcePath, Step } from "../route/resource-path.ts";
import { setOf } from "../store/entity-sets.ts";
import { homeOfView } from "../store/home-path.ts";
import { referenceAt } from "../store/reference.ts";

/** What the context of a path depends on beside the path. */
interface Shown {
  readonly query: Query | undefined;
  readonly collection: boolean;
  /** What a function returns. */
  readonly type: string | undefined;
  /** The key of the user who is signed in, where the path begins with `me`. */
  readonly own: string | undefined;
}

/** The context that a path had last: most are asked for in one way only. */
const lastFragments = new WeakMap<ResourcePath, Shown & { readonly fragment: string }>();

/** The `@odata.context` of what a GET of the path returns; what a function returns goes by its type. */
export function contextOf(call: Call, collection: boolean, query?: Query): string {
  const { request, served, contract, resourcePath } = call;
  const type = resourcePath.called || query === undefined ? (call.type?.name ?? "Edm.Untyped") : undefined;
  const own = type === undefined ? ownKeyOf(call) : undefined;
  let last = lastFragments.get(resourcePath);
  if (last?.query !== query || last?.collection !== collection || last.type !== type || last.own !== own) {
    const shown = { query, collection, type, own };
    last = { ...shown, fragment: fragmentOf(contract, resourcePath, shown) };
    lastFragments.set(resourcePath, last);
  }
  return contextAt(request.origin, served.version, last.fragment);
}

function fragmentOf(contract: Contract, path: ResourcePath, { query, collection, type, own }: Shown): string {
  const listed = { ...(query ? { query } : {}), collection };
  if (type !== undefined) return contextFragment({ ...listed, segments: [], type, entity: false });
  const inSet = setSegments(contract, path);
  const segments = inSet ?? pathSegments(path, own);
  const isOne = inSet !== undefined || segments.at(-1)?.key !== undefined;
  return contextFragment({ ...listed, segments, entity: !collection && isOne });
}

/**
 * What lives in an entity set goes by the set, whichever relationship led there (OData 4.01 Protocol, sections 10.1 and
 * 10.2): the manager of a user is one of the `directoryObjects`, members behind a cast are `users`.
 */
export const setSegments = onceForAll(
  (contract: Contract, { steps, cast }: ResourcePath): readonly ContextSegment[] | undefined => {
    const [viewed, ...behind] = homeOfView(contract, steps);
    if (viewed && behind.length === 0 && steps.length > 1) return [{ name: viewed.name }];
    const end = steps.at(-1);
    const reference = end && referenceAt(contract, end.named);
    const types = reference ? [cast, reference.type] : [];
    const [ofCast, ofType] = types.map((type) => (type === undefined ? undefined : setOf(contract, type)));
    const set = [ofCast, reference?.set, ofType].find((one) => one && types.includes(one.type));
    const [root, ...inside] = set?.steps ?? [];
    if (!set || !root || inside.length > 0) return undefined;
    const name = { name: root.name };
    return cast === undefined || cast === set.type ? [name] : [name, { name: cast }];
  },
);

/** The path of what is part of something, which begins with the key of the user where a request writes `me`. */
export function pathSegments(
  { steps, cast }: ResourcePath,
  own: string | undefined,
): readonly ContextSegment[] {
  const path: readonly Pick<Step, "name" | "key">[] =
    own === undefined ? steps : [{ name: "users", key: own }, ...steps.slice(1)];
  const end = path.at(-1);
  // A cast stands before the key of one of a collection.
  return end && cast !== undefined
    ? [...path.slice(0, -1), { name: end.name }, { ...end, name: cast }]
    : path;
}

/** The key of the user whom a path names `me`; undefined for any other path. */
export function ownKeyOf({
  contract,
  resourcePath: { steps },
  served,
}: Pick<Call, "contract" | "resourcePath" | "served">): string | undefined {
  const [first, ...rest] = steps;
  if (first?.name.toLowerCase() !== "me" || first.key !== undefined) return undefined;
  if (!pathTree(contract).names.get("users")?.key) return undefined;
  return keyText(served.store.resource(rest.length === 0 ? steps : alone(first))?.id);
}

const alone = onceFor((step: Step): readonly Step[] => [step]);
