import { guid, type PropertyKind, propertyKinds } from "./property-kind.ts";

/** A resource type of a family, with the collection in which it lives. */
export interface ResourceKind {
  readonly name: string;
  readonly collection: string;
  readonly properties: readonly PropertyKind[];
  /** The name of the kind that contains it; at the top when there is none. */
  readonly parent?: string;
}

const first = (count: number): readonly PropertyKind[] => propertyKinds.slice(0, count);

/** Every family has these: collections one, two and three deep, types of 10 to 18 properties beside their key. */
export const resourceKinds: readonly ResourceKind[] = [
  { name: "depot", collection: "depots", properties: first(18) },
  { name: "shipment", collection: "shipments", properties: first(14), parent: "depot" },
  { name: "parcel", collection: "parcels", properties: first(10), parent: "shipment" },
  { name: "inspector", collection: "inspectors", properties: first(12), parent: "depot" },
];

/** The key of the n-th resource of a kind in a family. */
export function keyOf(kind: ResourceKind, family: number, n: number): string {
  return guid(family * 1000 + resourceKinds.indexOf(kind) * 100 + n);
}

/** The n-th resource of a kind in a family, with all of its properties. */
export function resourceOf(kind: ResourceKind, family: number, n: number): Record<string, unknown> {
  const values = kind.properties.map(({ name, value }): [string, unknown] => [name, value(family * 10 + n)]);
  return { id: keyOf(kind, family, n), ...Object.fromEntries(values) };
}
