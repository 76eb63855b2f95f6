import type { Location } from "../../base/location.ts";
import { plainText, readLinks } from "../markdown/inline.ts";
import type { TypeReference } from "../page.ts";

const collectionOf = /^(?:edm\.)?collection\s*\(\s*([^()]*?)\s*\)?$/i;
const collectionBefore = /^(?:an?\s+)?(?:collection|list|array)\s+of\s+/i;
const collectionAfter = /(?:\s+\(?(?:collections?|array)\)?|\s*\(collection\)|\[\])$/i;
const remark = /^\((?:optional|required)\)\s+|\s*\([\w\s-]*\)$|\s\([\w\s,-]*\)$/i;
const word = /\s+(?:resource|object|type|enum|entity|value)s?$/i;
const nothing = /^(?:none|n\/a|not applicable|-|void|nothing)?$/i;

/**
 * Reads a type as a table cell writes it: `String`, `[run](run.md) collection`, `Collection(Edm.String)`,
 * `[T][]`, `microsoft.graph.user`, `` `Edm.Int32` ``. The text names the type, the link is kept beside it.
 */
export function readTypeReference(
  cell: string,
  location: Location,
  references: ReadonlyMap<string, string>,
): TypeReference {
  if (/^(?!self\.)[A-Za-z](?:[\w.]*\w)?$/.test(cell))
    return { name: nothing.test(cell) ? "" : cell, collection: false, location, length: cell.length };
  const [link] = readLinks(cell, location, references);
  // A link whose end was forgotten still shows the name, and so does one whose target stands at the page's end.
  const whole = plainText(cell)
    .replace(/^\[([\w.]+)\]\(\S*$/, "$1")
    .replace(/\[([\w.][\w. ]*)\](?=\s|$|[.,;)])/g, "$1");
  // What follows a full stop is a description in the wrong cell.
  let name = (whole.split(/[.;]\s/)[0] ?? "").replace(/^#|[.,;]$|^self\./g, "");
  let collection = false;
  for (let before = ""; before !== name; ) {
    before = name;
    const inside = collectionOf.exec(name)?.[1];
    const bare = inside ?? name.replace(collectionBefore, "").replace(collectionAfter, "");
    if (bare !== name) collection = true;
    name = bare.replace(remark, "").replace(word, "").replace(/^#/, "");
  }
  return {
    name: nothing.test(name) ? "" : name,
    collection,
    ...(link ? { link } : {}),
    location,
    length: cell.length,
  };
}
