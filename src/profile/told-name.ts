import type { TypeContract } from "../contract/contract.ts";
import { guid, isTypeName } from "../contract/names/plain-word.ts";
import { keyPropertyOf } from "../contract/names/type-named.ts";

/** What stands for names that an application has given. */
export const extensionName = "{extension}";
/** What stands for the names of an object whose names are data: ids, words of somebody. */
const keyName = "{key}";
/** What stands for a name that may be data, where only names of Graph should be. */
export const otherName = "{name}";

/**
 * What a name that no page has is called in a profile: itself where it looks like a name of Graph. Applications name
 * extensions (`extension_<appId>_costCenter`, `contoso_course`), and an open type that declares hardly a name of its own
 * is there for names that are data (`plannerAssignments`, by the ids of users).
 */
export function toldName(name: string, type: TypeContract | undefined): string {
  if (type?.properties.some((property) => property.name.toLowerCase() === name.toLowerCase())) return name;
  if (name.includes("_")) return extensionName;
  if (!type || holdsKeys(type)) return keyName;
  return looksLikeName(name) ? name : otherName;
}

/** True for what stands in the place of names, of which no two need to be one property. */
export function isCollective(name: string): boolean {
  return name === extensionName || name === keyName;
}

/** What only an example shows of an open type is one of the names that are data: `Author` of a list item's fields. */
function holdsKeys(type: TypeContract): boolean {
  const key = keyPropertyOf(type);
  const own = type.properties.filter(
    ({ name, navigation, row, fromMetadata }) =>
      !navigation && name !== key && (row !== undefined || fromMetadata?.includes("property")),
  );
  return own.length < (type.open ? 2 : 1);
}

// Graph's names have few digits: `sha256Hash`, `address2`; ids have many.
function looksLikeName(name: string): boolean {
  const digits = name.match(/\d+/g) ?? [];
  return (
    /^[a-z][A-Za-z\d]{1,39}$/.test(name) && digits.length < 3 && digits.every(({ length }) => length < 4)
  );
}

/** The name of a type that no page has as a profile tells it: Graph's own; undefined for any other. */
export function toldType(name: string): string | undefined {
  return isTypeName(name) && !guid.test(name) && !/\d{4}/.test(name) && name.length <= 120 ? name : undefined;
}
