import { noticeOf } from "../../metadata/capabilities.ts";
import type { Metadata, MetadataEnum } from "../../metadata/metadata.ts";
import type { EnumContract, EnumValues } from "../contract.ts";

const sentinel = "unknownfuturevalue";

/** The members of an enumeration in the order of their values, and those that come only on request. */
export function membersByValue({ members }: MetadataEnum): {
  readonly members: readonly string[];
  readonly onRequest: readonly string[];
} {
  const sorted = [...members].sort((a, b) => a.value - b.value);
  const names = sorted.map(({ name }) => name);
  const at = names.findIndex((name) => name.toLowerCase() === sentinel);
  return { members: names, onRequest: at === -1 ? [] : names.slice(at + 1) };
}

/** The enumerations of the pages with the members that only the metadata has, and those that only it declares. */
export function mergeEnums(
  documented: Readonly<Record<string, EnumContract>>,
  metadata: Metadata,
): Record<string, EnumContract> {
  const { enums, file } = metadata;
  const known = new Map(Object.values(documented).map((one) => [one.name.toLowerCase(), one]));
  const merged = new Map(Object.entries(documented));
  for (const declared of Object.values(enums)) {
    const one = known.get(declared.name.toLowerCase());
    if (one) {
      merged.set(one.name, { ...one, ...mergeMembers(one, declared) });
      continue;
    }
    const { members, onRequest } = membersByValue(declared);
    const { name, flags, line, column } = declared;
    const location = { file, line, column };
    const notice = noticeOf(metadata, name);
    const notices = members.flatMap((member) => {
      const own = noticeOf(metadata, `${name}/${member}`);
      return own ? [[member, own] as const] : [];
    });
    merged.set(name, {
      name,
      members,
      onRequest,
      multiValued: flags,
      ...(notices.length > 0 ? { deprecated: Object.fromEntries(notices) } : {}),
      ...(notice ? { retired: { certain: true, ...notice, location } } : {}),
      fromMetadata: members,
      location,
    });
  }
  return Object.fromEntries(merged);
}

/** Members of the pages first: a list is complete when both are heard. */
export function mergeMembers(documented: EnumValues, declared: MetadataEnum): EnumValues {
  const { members, onRequest } = membersByValue(declared);
  const added = members.filter((name) => !documented.members.includes(name));
  return {
    members: [...documented.members, ...added],
    onRequest: [...documented.onRequest, ...onRequest.filter((name) => added.includes(name))],
    multiValued: documented.multiValued || declared.flags,
    ...(added.length > 0 ? { fromMetadata: added } : {}),
  };
}
