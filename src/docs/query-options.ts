import { plainText } from "./inline.ts";
import type { QueryOptions } from "./page.ts";
import type { PlacedBlock } from "./section.ts";

const known = ["$apply", "$count", "$expand", "$filter", "$format", "$orderby", "$search", "$select", "$skip", "$skiptoken", "$deltatoken", "$top"];

/**
 * The query options that a page lists: `This method supports the $select and $filter OData query parameters`,
 * `Not supported.`, or the OData query parameters in general.
 */
export function readQueryOptions(blocks: readonly PlacedBlock[]): QueryOptions {
  const [first] = blocks;
  if (!first) return { kind: "unsaid" };
  const location = first.block.location;
  const text = blocks
    .map(({ block }) => (block.kind === "paragraph" ? block.text : tableText(block)))
    .join("\n");
  const plain = plainText(text);
  const negative = negated(plain);
  if (negative === "all") return { kind: "none", location };
  const options = known.filter((option) => new RegExp(`\\${option}\\b`, "i").test(negative));
  if (options.length > 0) return { kind: "listed", options, location };
  const general = /\bsupports?\b.*\bOData (?:query )?(?:options|parameters)|OData query parameters/i.test(plain);
  return { kind: general ? "all" : "unsaid", location };
}

/** The text without its sentences that say what is not supported; `all` when nothing is. */
function negated(plain: string): string {
  if (/^(?:none\b|not supported\b|n\/a\b|this (?:method|operation|api|function|action)? ?(?:does not|doesn't|do not) support (?:any |the )?(?:optional |OData )?(?:OData )?query param)/i.test(plain)) {
    return "all";
  }
  return plain
    .split(/(?<=\.)\s+/)
    .filter((sentence) => !/\b(?:not|n't|isn't|aren't)\s+(?:currently\s+)?(?:support|available)|\bunsupported\b/i.test(sentence))
    .join(" ");
}

function tableText(block: PlacedBlock["block"]): string {
  if (block.kind !== "table") return "";
  return block.rows.map((row) => row.cells.map((cell) => cell.text).join(" ")).join("\n");
}
