import { keyOf, type ResourceKind, resourceKinds } from "./resource-kind.ts";

/** A family of resources, the like of which Graph has some hundreds: a namespace, a root, the types below it. */
export interface Family {
  readonly number: number;
  readonly namespace: string;
  /** How the names of its pages begin. */
  readonly folder: string;
  /** What its permissions are named after; ten families share them, so that tokens are as long as real ones. */
  readonly area: string;
  /** The path template of a kind's collection. */
  template(kind: ResourceKind): string;
  /** The path of a kind's collection with the keys of resources that the pages show. */
  path(kind: ResourceKind): string;
}

const places = "harbour mountain river island desert forest valley prairie coastal arctic".split(" ");
const tasks = "Planning Logistics Survey Customs Storage Transit Safety Energy Supply Repair".split(" ");

/** The n-th family; ten of them share the first segment of their paths, as in `/identityGovernance/...`. */
export function familyOf(number: number): Family {
  const service = Math.floor(number / 10);
  const place = places[number % 10] ?? "";
  const task = tasks[service % 10] ?? "";
  const round = Math.floor(service / 10);
  const area = `${place}${task}${round === 0 ? "" : round + 1}`;
  const root = `/${task.toLowerCase()}${round === 0 ? "" : round + 1}/${place}`;
  return {
    number,
    namespace: `microsoft.graph.${area}`,
    folder: area.toLowerCase(),
    area: `${task}${round === 0 ? "" : round + 1}`,
    template: (kind) => pathOf(kind, root, (parent) => `{${parent.name}Id}`),
    path: (kind) => pathOf(kind, root, (parent) => keyOf(parent, number, 1)),
  };
}

function pathOf(kind: ResourceKind, root: string, key: (parent: ResourceKind) => string): string {
  const parent = resourceKinds.find(({ name }) => name === kind.parent);
  if (!parent) return `${root}/${kind.collection}`;
  return `${pathOf(parent, root, key)}/${key(parent)}/${kind.collection}`;
}
