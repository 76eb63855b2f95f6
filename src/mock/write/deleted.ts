import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { pathTree } from "../../contract/path/path-tree.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import type { ErrorResponse } from "../errors/error-response.ts";
import type { Resource, ServiceResponse } from "../message.ts";
import { answerResource } from "../read/answer-resource.ts";
import type { Call } from "../route/call.ts";
import { keyedStep, oneOf, pathTo, type Step } from "../route/resource-path.ts";
import { setsFor } from "../store/entity-sets.ts";
import type { DeletedFact } from "../store/graph-fact.ts";
import { graphFacts } from "../store/said-nowhere.ts";
import { full } from "./write-answer.ts";

const name = "deletedItems";

/** Where a resource is kept when it is deleted, and as what. */
export interface KeptDeleted {
  readonly steps: readonly Step[];
  readonly resource: Resource;
}

/**
 * What is deleted goes to `deletedItems` beside its collection, or, of some types, to the directory's, where the contract
 * has that; undefined where it is gone for ever.
 */
export function keptDeleted(call: Call, key: string): KeptDeleted | undefined {
  const { served, resourcePath, contract } = call;
  const resource = served.store.resource(resourcePath.steps);
  const steps = beside(call, key) ?? inDirectory(call, resource, key);
  if (!resource || !steps) return undefined;
  const own = served.store.typeOf(resource);
  const end = steps.at(-1);
  const isBase = own !== undefined && own !== (end && typeAt(contract, end.keyed ?? end.named)?.name);
  const isDated = typeNamed(contract, own)?.properties.some(
    (property) => property.name === "deletedDateTime",
  );
  return {
    steps,
    resource: {
      ...(isBase ? { "@odata.type": `#${own}` } : {}),
      ...resource,
      ...(isDated
        ? {
            deletedDateTime: served
              .now()
              .toISOString()
              .replace(/\.\d+Z$/, "Z"),
          }
        : {}),
    },
  };
}

function beside({ served, resourcePath }: Call, key: string): readonly Step[] | undefined {
  const last = resourcePath.steps.at(-1);
  const before = resourcePath.owner;
  const parent = before.at(-1);
  const node = parent ? (parent.keyed ?? parent.named) : pathTree(served.contract);
  const deleted = node.names.get(name.toLowerCase());
  const named = last && deleted?.names.get(last.name.toLowerCase());
  if (!last || !deleted || !named) return undefined;
  return [...before, { name, named: deleted }, keyedStep({ name: last.name, named }, key)];
}

function inDirectory(
  { contract, served }: Call,
  resource: Resource | undefined,
  key: string,
): readonly Step[] | undefined {
  const type = resource && served.store.typeOf(resource);
  const row = graphFacts.deleted.find(({ fact }) => resource && type && isOf(fact, type, resource))?.fact;
  const [before, items] = row?.at ?? [];
  const directory = pathTree(contract).names.get(before?.toLowerCase() ?? "");
  const named = directory?.names.get(items?.toLowerCase() ?? "");
  if (before === undefined || items === undefined || !directory || !named?.key) return undefined;
  return [{ name: before, named: directory }, keyedStep({ name: items, named }, key)];
}

function isOf({ type, where }: DeletedFact, own: string, resource: Resource): boolean {
  const values = where && resource[where.property];
  return shortName(own) === type && (!where || (Array.isArray(values) && values.includes(where.has)));
}

/** The answer of the action that brings back what was deleted; undefined for any other action. */
export function restoreDeleted(call: Call, status: number): ServiceResponse | ErrorResponse | undefined {
  const { contract, served, resourcePath } = call;
  const { owner } = resourcePath;
  const end = owner.at(-1);
  const isAction = /(?:^|\.)restore$/i.test(resourcePath.steps.at(-1)?.name ?? "");
  const at = owner.findIndex((step) => step.name.toLowerCase() === name.toLowerCase());
  const resource = isAction && at >= 0 && end?.key !== undefined ? served.store.resource(owner) : undefined;
  if (!resource || end?.key === undefined) return undefined;
  const declared = typeAt(contract, end.keyed ?? end.named)?.name ?? "";
  const [set] = at === owner.length - 1 ? setsFor(contract, end.named, declared, resource) : [];
  const otherwise = set ? oneOf(set.steps, end.key) : undefined;
  const home = served.store.restore(owner, otherwise);
  if (!home) return full();
  const restored = served.store.resource(home);
  if (!restored || status === 204) return { status, headers: {} };
  const type = typeNamed(contract, served.store.typeOf(restored));
  const said = type && type.name !== declared ? { "@odata.type": `#${type.name}`, ...restored } : restored;
  return answerResource(
    { ...call, resourcePath: pathTo(contract, home), ...(type ? { resourceType: type } : {}) },
    said,
    status,
  );
}
