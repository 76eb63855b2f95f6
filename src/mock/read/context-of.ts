import { onceForAll } from "../../base/once-for.ts";
import type { Contract } from "../../contract/contract.ts";
import { keyText } from "../../contract/names/type-named.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import { type ContextSegment, contextUrl } from "../query/context-url.ts";
import type { Query } from "../query/query.ts";
import type { Call } from "../route/call.ts";
import type { ResourcePath, Step } from "../route/resource-path.ts";
import { setOf } from "../store/entity-sets.ts";
import { homeOfView } from "../store/home-path.ts";
import { referenceAt } from "../store/reference.ts";

/** The `@odata.context` of what a GET of the path returns; what a function returns goes by its type. */
export function contextOf(call: Call, collection: boolean, query?: Query): string {
  const { request, served, contract, resourcePath, type } = call;
  const service = { origin: request.origin, version: served.version, collection };
  if (resourcePath.called || query === undefined) {
    const named = { segments: [], type: type?.name ?? "Edm.Untyped", entity: false };
    return contextUrl({ ...service, ...named, ...(query ? { query } : {}) });
  }
  const inSet = setSegments(contract, resourcePath);
  const segments = inSet ?? pathSegments(call);
  const isOne = inSet !== undefined || segments.at(-1)?.key !== undefined;
  return contextUrl({ ...service, segments, query, entity: !collection && isOne });
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
    const set = types.flatMap((type) => (type === undefined ? [] : (setOf(contract, type) ?? [])))[0];
    if (!set || !types.includes(set.type)) return undefined;
    const name = { name: set.step.name };
    return cast === undefined || cast === set.type ? [name] : [name, { name: cast }];
  },
);

/** The path of what is part of something, which begins with the key of the user where a request writes `me`. */
export function pathSegments({
  contract,
  resourcePath: { steps, cast },
  served,
}: Pick<Call, "contract" | "resourcePath" | "served">): readonly ContextSegment[] {
  const [first, ...rest] = steps;
  const own = first?.name.toLowerCase() === "me" && first.key === undefined ? ownKey() : undefined;
  const path: readonly Pick<Step, "name" | "key">[] =
    own === undefined ? steps : [{ name: "users", key: own }, ...rest];
  const end = path.at(-1);
  // A cast stands before the key of one of a collection.
  return end && cast !== undefined
    ? [...path.slice(0, -1), { name: end.name }, { ...end, name: cast }]
    : path;

  function ownKey(): string | undefined {
    if (!pathTree(contract).names.get("users")?.key) return undefined;
    return keyText(served.store.resource(rest.length === 0 ? steps : steps.slice(0, 1))?.id);
  }
}
