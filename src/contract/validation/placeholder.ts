import { isObject } from "../../base/is-object.ts";

// What the documentation writes where a value should stand, measured on its pages: a type's name with or without
// a remark ("String (timestamp)"), "datetime-value", "<guid>", "{id}", "iVBOR...", "(redacted)", "yyyy-mm-dd",
// "@odata.type: microsoft.graph.alertStatus", "score.value", "skuId-value-1".
const TYPE_NAME =
  /^(?:#?edm\.)?(?:string|bool(?:ean)?|u?int(?:eger|16|32|64)?|double|single|float|decimal|number|s?byte|guid|uuid|date|time|date-?time(?:-?offset)?|time ?of ?day|timestamp|duration|binary|base64(?: ?binary)?|stream|object|json|enum(?:eration)?|array|collection|ur[il])(?: ?\(.*\))?$/i;
const ENUM_AS_STRING = /^(?:string|enum(?:eration)?)(?: ?\(.*\))?$/i;
const NAMED_VALUE = /[\w\s-][\s.-]value(?:[\s-]?\d{1,2})?$/i;
const BRACKETED = /<[^<>]+>|\{[^{}]+\}|^\[[^[\]]+\]$|^\([^()]+\)$/;
const BRACED_GUID = /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/i;
const QUALIFIED = /^(?:@odata\.type: ?)?#?microsoft\.graph\.[\w.]+$/;
const ELLIPSIS = /\.\.\.|…/;
const MASK = /x{4,}|\*{3,}|yyyy|hh:mm/i;

/**
 * True when a value that breaks its type, format, range or members is no value at all but says what stands
 * there. `members` are those of the enumeration, when it is one: there, `Boolean` may be a wrong member and
 * only `String` says a type, and a list of members (`a | b`) says what to choose from. An object with nothing but
 * its type says what belongs there, too.
 */
export function isPlaceholder(value: unknown, members: readonly string[] = []): boolean {
  if (isObject(value)) return saysOnlyItsType(value);
  if (typeof value !== "string" || BRACED_GUID.test(value)) return false;
  const text = value.trim();
  const typeName = members.length > 0 ? ENUM_AS_STRING : TYPE_NAME;
  const patterns = [typeName, NAMED_VALUE, QUALIFIED, BRACKETED, ELLIPSIS, MASK];
  return patterns.some((pattern) => pattern.test(text)) || isChoice(text, members);
}

/** True for what may stand for a list: `"..."`, `"[...]"`, `"<list of ids>"`; not for `"String"` or `"<id>"`, which is one. */
export function standsForList(value: unknown): boolean {
  if (typeof value !== "string") return false;
  const text = value.trim();
  return /^[<>{}()[\]\s,]*(?:\.{3}|…)[<>{}()[\]\s,]*$/.test(text) || isBracketedList(text);
}

function isBracketedList(text: string): boolean {
  return (
    /^(?:<[^<>]+>|\{[^{}]+\}|\[[^[\]]+\]|\([^()]+\))$/.test(text) &&
    /\b(?:list|array|collection) of\b/i.test(text)
  );
}

/** True for `{"@odata.type": "microsoft.graph.identitySet"}`, as JSON representations have it. */
export function saysOnlyItsType(value: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(value);
  return names.length === 1 && names[0] === "@odata.type";
}

function isChoice(text: string, members: readonly string[]): boolean {
  const choices = text.split("|").map((choice) => choice.trim());
  return choices.length > 1 && choices.some((choice) => members.includes(choice));
}
