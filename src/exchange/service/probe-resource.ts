import type { TypeContract } from "../../contract/contract.ts";
import { enumNamed, keyPropertyOf } from "../../contract/names/type-named.ts";
import { matchOperation } from "../../contract/path/match-operation.ts";
import { isPathParameter, readSegment, splitPath } from "../../odata/path-segments.ts";
import { type BoundOperation, promisesOption, refusesOption, requestOf } from "./bound-operation.ts";
import { standIn } from "./path-placeholders.ts";
import { apart, type Script } from "./planned-request.ts";

type Resource = Readonly<Record<string, unknown>>;

/** What a page promises of the answer with one resource. */
export function* probeResource(target: BoundOperation, resource: Resource): Script {
  const { operation, segments, type } = target;
  const select = type && selectList(type, [resource]);
  if (select && promisesOption(target, "$select")) {
    yield apart(requestOf(target, "$select", { $select: select }));
  }
  yield* probePreference(target);
  if (type && select && refusesOption(target, "$select")) {
    yield apart(requestOf(target, "an option that the page does not list, $select", { $select: select }));
  }
  const absent = knowsItsKeys(target) && withoutKey(splitPath(operation.path), segments);
  if (absent)
    yield apart({
      ...requestOf({ ...target, segments: absent }, "a key that does not exist", {}),
      probe: "absent",
    });
}

/** The key and two more properties that the resources have. */
export function selectList(type: TypeContract, resources: readonly Resource[]): string | undefined {
  const key = keyPropertyOf(type);
  const names = type.properties
    .filter(({ name, navigation, onlyInJson }) => !navigation && !onlyInJson && name !== key)
    .filter(({ name }) => resources.every((resource) => Object.hasOwn(resource, name)))
    .slice(0, 2)
    .map(({ name }) => name);
  const own = type.properties.some(({ name }) => name === key) ? [key] : [];
  return names.length === 0 ? undefined : [...own, ...names].join(",");
}

/** Behind some collections any key means something, such as a sharing URL; what can be listed holds what it lists. */
function knowsItsKeys({ contract, operation }: BoundOperation): boolean {
  const collection = splitPath(operation.path).slice(0, -1);
  return matchOperation(contract, "GET", { segments: collection }) !== undefined;
}

/** The path with another key at its end; undefined when it does not end in one. */
function withoutKey(template: readonly string[], segments: readonly string[]): string[] | undefined {
  const last = template.at(-1) ?? "";
  if (isPathParameter(last)) return [...segments.slice(0, -1), standIn];
  const { name, key } = readSegment(last);
  return key !== undefined && isPathParameter(key)
    ? [...segments.slice(0, -1), `${name}('${standIn}')`]
    : undefined;
}

/** Asks for the members of evolvable enums that come on request only, where the type has such. */
export function* probePreference(target: BoundOperation): Script {
  const { contract, type } = target;
  const evolves = type?.properties.some(({ type: { kind, name }, values }) => {
    const declared = kind === "enum" ? (enumNamed(contract, name) ?? values) : values;
    return (declared?.onRequest.length ?? 0) > 0;
  });
  if (!evolves) return;
  const preference = "include-unknown-enum-members";
  yield apart(requestOf(target, `Prefer: ${preference}`, {}, { Prefer: preference }));
}
