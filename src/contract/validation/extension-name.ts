import { isObject } from "../../base/is-object.ts";
import type { TypeContract } from "../contract.ts";
import { keyPropertyOf } from "../names/type-named.ts";

/**
 * True for a name that an application has added to the resources of a directory: a directory extension
 * (`extension_<appId>_shoeSize`), which is a property, or a schema extension (`extkvbmkofy_course`, or under a domain
 * `contoso_course`), which is an object. Only entities have them; whether this one does, no page says.
 */
export function isExtension(type: TypeContract, name: string, value: unknown): boolean {
  if (!name.includes("_") || !type.properties.some(({ name: key }) => key === keyPropertyOf(type))) {
    return false;
  }
  return /^extension_[^_]+_./i.test(name) || (/^[a-z][a-z\d]*_\w+$/i.test(name) && isObject(value));
}
