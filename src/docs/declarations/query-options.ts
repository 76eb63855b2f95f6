import { plainText } from "../markdown/inline.ts";
import type { QueryOptions } from "../page.ts";
import type { PlacedBlock } from "../section.ts";
import { sentencesOf } from "./sentence.ts";

const known = [
  "$apply",
  "$count",
  "$expand",
  "$filter",
  "$format",
  "$orderby",
  "$search",
  "$select",
  "$skip",
  "$skiptoken",
  "$deltatoken",
  "$top",
];
const nothing =
  /^(?:none|not supported|not applicable|n\/a)\b|\b(?:does not|doesn't|do not|don't)\s+(?:currently\s+)?support\s+(?:any\s+|the\s+|optional\s+|OData\s+)*query\s+(?:parameters|options)/i;
const refused = /\b(?:not|n't|isn't|aren't)\s+(?:currently\s+)?(?:support|available)|\bunsupported\b/i;
const everything = /\bOData\s+(?:system\s+)?query\s+(?:parameters?|options?)/i;
const someOf = /\bsome\b|\b(?:including|such as|for example|e\.g\.),?\s+[`*]*\$/i;
const announces =
  /\bsupports?\s+(?:only\s+)?(?:some\s+of\s+)?the\s+following\b[^.]*\b(?:parameters?|options?)\b|\bfollowing\b[^.]*\bquery\s+(?:parameters|options)\b[^.]*\bsupported\b/i;

/**
 * The query options that a page lists: `This method supports the $select and $filter OData query parameters`,
 * `Not supported.`, or the OData query parameters in general. Options that are only mentioned (`You can use $select
 * to ...`) close no list.
 */
export function readQueryOptions(blocks: readonly PlacedBlock[]): QueryOptions {
  const [first] = blocks;
  if (!first) return { kind: "unsaid" };
  const location = first.block.location;
  const sentences = blocks.flatMap(({ block }) =>
    block.kind === "paragraph" ? plainSentences(block.text) : [],
  );
  const rows = blocks.flatMap(({ block }) =>
    block.kind === "table" ? block.rows.map((row) => row.cells[0]?.text ?? "") : [],
  );
  const named = [
    ...new Set([...sentences.filter((sentence) => !refused.test(sentence)), ...rows].flatMap(optionsIn)),
  ];
  const closed =
    sentences.some((sentence) => closesList(sentence)) ||
    (rows.some((row) => optionsIn(row).length > 0) && !sentences.some(isGeneral)) ||
    (named.length > 0 && sentences.some((sentence) => announces.test(sentence)));
  if (closed && named.length > 0) {
    return { kind: "listed", options: known.filter((option) => named.includes(option)), location };
  }
  if (sentences.some((sentence) => refusesAll(sentence)) && named.length === 0)
    return { kind: "none", location };
  const mentioned = named.length > 0 || sentences.some((sentence) => everything.test(sentence));
  if (!mentioned) return { kind: "unsaid", location };
  const among = new Set(sentences.filter(namesAmong).flatMap(optionsIn));
  return { kind: "all", ...(among.size > 0 ? { options: [...among].sort() } : {}), location };
}

/** This method supports the OData query parameters ..., including `$search` and `$count`: others may do, too. */
function namesAmong(sentence: string): boolean {
  return /\bsupports?\b/i.test(sentence) && someOf.test(sentence) && !refused.test(sentence);
}

/** This method supports (or requires) the `$select` and `$filter` OData query parameters ... */
function closesList(sentence: string): boolean {
  if (/\bother\b/i.test(sentence) && refused.test(sentence)) return true;
  if (refused.test(sentence) || someOf.test(sentence)) return false;
  return (/\bsupports?\b/i.test(sentence) || requiresOption.test(sentence)) && optionsIn(sentence).length > 0;
}

/** This method requires the `$filter` query parameter; and not: `$search` requires `$count`. */
const requiresOption =
  /\b(?:methods?|apis?|operation|function|action|request)\s+requires?\s+(?:the\s+)?[`*]*\$\w/i;

function isGeneral(sentence: string): boolean {
  return (
    /\bsupports?\b/i.test(sentence) &&
    everything.test(sentence) &&
    optionsIn(sentence).length === 0 &&
    !announces.test(sentence)
  );
}

function refusesAll(sentence: string): boolean {
  if (/\bother\b/i.test(sentence)) return false;
  return nothing.test(sentence) || (refused.test(sentence) && everything.test(sentence));
}

/** Options by their names; in a sentence of support also without the `$`. */
function optionsIn(text: string): string[] {
  const supported = /\bsupports?\b/i.test(text);
  return known.filter((option) => {
    if (new RegExp(`\\${option}(?![\\w.-])`, "i").test(text)) return true;
    return supported && new RegExp(`\`\\[?${option.slice(1)}\\]?\``, "i").test(text);
  });
}

/** True where the text has the name of a query option. */
export function namesOption(text: string): boolean {
  return optionsIn(text).length > 0;
}

/** The sentences of a paragraph as Markdown without links; a list item has one or several of its own. */
function plainSentences(paragraph: string): string[] {
  const text = paragraph.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, "").replaceAll("\n", " ");
  return sentencesOf(text)
    .map((sentence) =>
      sentence
        .replace(/\[([^\][]*)\](?:\([^()]*\))?/g, "$1")
        .trim()
        .replace(/^>+\s*/, ""),
    )
    .filter((sentence) => plainText(sentence) !== "");
}
