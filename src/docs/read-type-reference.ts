import { plainText, readLinks } from "./inline.ts";
import type { Location } from "./location.ts";
import type { TypeReference } from "./page.ts";

const collectionOf = /^(?:edm\.)?collection\s*\(\s*(.*?)\s*\)?$/i;
const collectionBefore = /^(?:a\s+)?(?:collection|list|array)\s+of\s+/i;
const collectionAfter = /\s*(?:\(?collection\)?|collections|array)\s*$/i;

/**
 * Reads a type as a table cell writes it: `String`, `[run](run.md) collection`, `Collection(Edm.String)`,
 * `[T][]`, `microsoft.graph.user`, `` `Edm.Int32` ``. The text names the type, the link is kept beside it.
 */
export function readTypeReference(
  cell: string,
  location: Location,
  references: ReadonlyMap<string, string>,
): TypeReference {
  const [link] = readLinks(cell, location, references);
  let name = plainText(cell.replace(/\[([^\]]+)\]\[\]/g, "$1")).replace(/^#/, "");
  let collection = false;
  for (const form of [collectionOf, collectionBefore, collectionAfter]) {
    const inner = form === collectionOf ? form.exec(name)?.[1] : name.replace(form, "");
    if (inner !== undefined && inner !== name) {
      name = inner;
      collection = true;
    }
  }
  if (name.endsWith("[]")) {
    name = name.slice(0, -2);
    collection = true;
  }
  name = name.replace(/\s+(?:resource|object|objects|type|enum|entity|value)s?$/i, "").replace(/[.,;]$/, "");
  const none = /^(none|n\/a|not applicable|-|void|nothing)?$/i.test(name);
  return { name: none ? "" : name, collection, ...(link ? { link } : {}), location };
}
