import type { Metadata, MetadataMember, MetadataType } from "./metadata.ts";

/** A member of a type, and the type that declares it. */
export interface DeclaredMember {
  readonly member: MetadataMember;
  readonly owner: string;
}

/** The declared type of that qualified name. */
export function metadataType(metadata: Metadata, name: string | undefined): MetadataType | undefined {
  return name !== undefined && Object.hasOwn(metadata.types, name) ? metadata.types[name] : undefined;
}

/** A type and its base types, the nearest first; a circle ends where it closes. */
export function lineOf(metadata: Metadata, name: string): readonly MetadataType[] {
  const line: MetadataType[] = [];
  let type = metadataType(metadata, name);
  while (type && !line.includes(type)) {
    line.push(type);
    type = metadataType(metadata, type.base);
  }
  return line;
}

/** All members of a type by name, inherited ones first. */
export function membersOf(metadata: Metadata, name: string): ReadonlyMap<string, DeclaredMember> {
  const members = new Map<string, DeclaredMember>();
  for (const type of [...lineOf(metadata, name)].reverse()) {
    for (const member of type.members) {
      if (!members.has(member.name)) members.set(member.name, { member, owner: type.name });
    }
  }
  return members;
}

/** Whether the type, or one that it derives from, is open. */
export function isOpen(metadata: Metadata, name: string): boolean {
  return lineOf(metadata, name).some(({ open }) => open);
}

/** Whether a type is the other, or derives from it. */
export function isOrDerives(metadata: Metadata, name: string, base: string): boolean {
  return name === base || lineOf(metadata, name).some((type) => type.name === base || type.base === base);
}
