import type { Location } from "./location.ts";
import type { ResponsePromise, TypeReference } from "./page.ts";
import { readTypeReference } from "./read-type-reference.ts";
import type { PlacedBlock } from "./section.ts";

const status = /(?<![\d.\-/])([1-5]\d\d)(?![\d.]?\d|-|\/)(?=[\s,.`*:)]|$)/g;
const named = /\[[^\]]+\]\([^)]*\)(?:\s+collection)?|\[[^\]]+\]\[[^\]]*\](?:\s+collection)?|\*\*[A-Za-z_][\w.]*\*\*|`microsoft\.graph[\w.]+`/g;
const primitive =
  /\b(?:a|an|the)\s+(?:collection\s+of\s+)?[`*]*(String|Boolean|Int32|Int64|Guid|DateTimeOffset|Stream)s?[`*]*(?!\s+(?:representation|of))(?=\s+(?:collection|object|value)|\s+in\s+the\s+response|\.|$)/i;

/**
 * What the Response prose promises: `200 OK` with a type, `204 No Content` without.
 * Sentences about other things than a status name nothing.
 */
export function readResponsePromises(
  blocks: readonly PlacedBlock[],
  references: ReadonlyMap<string, string>,
): ResponsePromise[] {
  const promises: ResponsePromise[] = [];
  for (const { block } of blocks) {
    if (block.kind !== "paragraph") continue;
    const text = block.text;
    const statuses = [...text.matchAll(status)];
    for (const [index, match] of statuses.entries()) {
      const code = Number(match[1]);
      if (promises.some((promise) => promise.status === code)) continue;
      const rest = text.slice(match.index, statuses[index + 1]?.index ?? text.length);
      const at = lineOf(block.location, text, match.index);
      const body = code < 300 && code !== 204 ? bodyOf(sentence(rest), at, references) : undefined;
      promises.push({ status: code, ...(body ? { body } : {}), location: at });
    }
  }
  return promises;
}

function sentence(text: string): string {
  return /^(?:[^.]|\.(?!\s|$))*/.exec(text)?.[0] ?? text;
}

// ... response code and a collection of [run](run.md) objects in the response body
function bodyOf(
  text: string,
  location: Location,
  references: ReadonlyMap<string, string>,
): TypeReference | undefined {
  if (/\b(?:no|not|n't)\b[^.]*\bbody\b|\bempty\b[^.]*\bbody\b|\bno content\b/i.test(text)) return undefined;
  for (const match of text.matchAll(named)) {
    const before = text.slice(0, match.index);
    const reference = readTypeReference(match[0], location, references);
    if (reference.link && !/\.md(?:#|$)/i.test(reference.link.target)) continue;
    if (reference.link && /\/api\/|concepts/i.test(reference.link.target)) continue;
    const collection = reference.collection || /\b(?:collection|list|array|set)\s+(?:of|containing)\b|\bcollection\b[^.]*$/i.test(before);
    return { ...reference, collection: collection || /^[^.]{0,12}\bcollection\b/i.test(text.slice(match.index + match[0].length)) };
  }
  const simple = primitive.exec(text)?.[1];
  if (!simple) return undefined;
  const collection = /\bcollection\s+of\b/i.test(text) || /\bcollection\b/i.test(text);
  return { name: simple, collection, location };
}

function lineOf(start: Location, text: string, offset: number): Location {
  return { ...start, line: start.line + text.slice(0, offset).split("\n").length - 1 };
}
