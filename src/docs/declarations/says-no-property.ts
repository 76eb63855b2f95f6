import { type PlacedBlock, section } from "../section.ts";

/** True for `None.` under the heading of the properties, or a sentence: This resource type has no properties. */
export function saysNoProperty(placed: readonly PlacedBlock[]): boolean {
  const [first] = section(placed, /^propert(?:y|ies)$/i);
  const text = first?.block.kind === "paragraph" ? first.block.text.trim() : "";
  return /^none\b/i.test(text) || /^\S+(?: \S+){0,4} (?:has|contains) no (?:own )?properties\b/i.test(text);
}
