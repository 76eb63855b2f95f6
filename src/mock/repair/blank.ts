import { isPlaceholder } from "../../contract/validation/placeholder.ts";

// Text with markup or of several lines; `<MWHPR1301MB2110@example.com>`, `"c:{86EB4C8E-D20D-46B9-AD41-23B8868DDA8A},0"`;
// the name of an extension.
const REAL = /<\/|\/>|\n|\d{4}|^microsoft\.graph\./;

/** True for a text that stands for a value: `String`, `<id>`, `{id}`, `...`. One that is only cut short is a value. */
export function isBlank(value: unknown): boolean {
  if (typeof value !== "string" || REAL.test(value)) return false;
  const said = value.replaceAll(/\.{3,}|…/g, "").trim();
  return said === "" ? value.trim() !== "" : isPlaceholder(said);
}
