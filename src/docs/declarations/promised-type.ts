import type { Location } from "../../base/location.ts";
import type { TypeReference } from "../page.ts";
import { readTypeReference } from "./read-type-reference.ts";

/** How far around a name the words stand that say what it is. */
const near = 160;
const named =
  /\[[^\][]{1,120}\](?:\([^()\s]{1,300}\)|\[[^\][]{0,120}\])(?:\s+collection)?|\*\*[A-Za-z_][\w.]*\*\*|`(?:microsoft\.graph\.[\w.]+|[A-Za-z]\w*)`|\bmicrosoft\.graph\.[\w.]*\w|\b[a-z]\w*[A-Z]\w*(?=\s+(?:objects?|resources?|collection)\b)/g;
const thing = /^\s*(?:objects?|resources?|collections?|items?|entit(?:y|ies)|types?)\b/i;
const collectionBefore = /\b(?:collection|list|array|set)\s+(?:of|containing)\b|\bcollection\b[^.]*$/i;
const collectionBehind = /^[^.,]{0,12}\bcollection\b/i;
/** What a header leads to is not in the body. */
const elsewhere = /\bheader\b[^.]*$|\b(?:URIs?|URLs?|links?|location|path|pointing)\s+(?:to|of)\b[^.]*$/i;
const other = /^\s*(?:objects?|resources?)?\s*(?:,|,?\s*and\/or|,?\s*or)\s+(?:an?\s+|the\s+)?(?:\[|\*\*)/i;
const primitive =
  /(?<!\bJSON\s|base-?64\s|encoded\s)[`*]{0,2}\b(String|Boolean|Int32|Int64|Guid|DateTimeOffset|Stream)s?[`*]{0,2}(?!\s+(?:representation|of))(?=\s+(?:collection|object|value)|\s+in\s+the\s+(?:response|body))/i;

/**
 * The type that a sentence of the Response prose promises for the body. Where it names several to choose from, the
 * reference has no name: a body is promised, no certain type.
 */
export function readPromisedBody(
  sentence: string,
  place: (offset: number) => Location,
  references: ReadonlyMap<string, string>,
): TypeReference | undefined {
  for (const match of sentence.matchAll(named)) {
    const before = sentence.slice(Math.max(0, match.index - near), match.index);
    const behind = sentence.slice(match.index + match[0].length, match.index + match[0].length + near);
    const reference = readTypeReference(match[0], place(match.index), references);
    if (!isType(match[0], reference, before, behind)) continue;
    if (elsewhere.test(before)) return undefined;
    const collection = reference.collection || collectionBefore.test(before) || collectionBehind.test(behind);
    return other.test(behind) ? { ...reference, name: "", collection } : { ...reference, collection };
  }
  const simple = primitive.exec(sentence);
  if (!simple?.[1]) return undefined;
  const collection = /\bcollection\b/i.test(sentence);
  return { name: simple[1], collection, location: place(simple.index), length: simple[0].length };
}

function isType(written: string, reference: TypeReference, before: string, behind: string): boolean {
  if (/^(?:'s\b|\s+(?:propert|header|parameter|method|API|page|topic|article|status|response))/i.test(behind))
    return false;
  if (/^`?microsoft\.graph\./.test(written)) return true;
  // A name without a link is a property as often as a type.
  if (!written.startsWith("[")) return thing.test(behind) || /\b(?:collection|list)\s+of\s+$/i.test(before);
  const target = reference.link?.target;
  if (target === undefined) return !/\s/.test(reference.name);
  if (/(?:^|\/)resources\/[^/]+$/i.test(target)) return true;
  return (
    /^[\w.-]+\.md(?:#|$)/i.test(target) &&
    /^[\w.]+$/.test(reference.name) &&
    !/^(?:here|this|see)$/i.test(reference.name)
  );
}
