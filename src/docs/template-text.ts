import type { Location } from "../base/location.ts";
import { spanAt } from "../base/span.ts";
import type { Block } from "./block.ts";
import { plainText } from "./markdown/inline.ts";
import type { Flaw, FrontMatterValue } from "./page.ts";
import { linesOf } from "./section.ts";

const thing =
  "(?:description|summary|title|text|content|example|code|link|permissions?|scopes?|remarks?|comment|author|alias)";
const told = "(?:description|summary|title|text|permissions?|scopes?|remarks?)";
const asked = "(?:provide|insert|enter|put|type|write|add)";
/** What a template asks of its reader, wherever it stands. */
const anywhere: readonly RegExp[] = [
  /(?<![\w/#.-])(?:TODO|FIXME|TBD|TBA)\b(?![./-]\w)/,
  /\blorem ipsum\b/i,
  new RegExp(`\\b${asked}\\s+(?:\\w+\\s+){0,4}?${thing}(?:\\s+\\w+){0,3}?\\s+here\\b`, "i"),
  new RegExp(`\\b${thing}\\s+(?:goes|go|comes)\\s+here\\b`, "i"),
  /\b(?:delete|remove)\s+this\s+(?:section|line|note|comment|row|table|paragraph)\s+(?:if|when|before|once|unless)\b/i,
];
/** What is nothing but a place for something else, where it stands alone. */
const whole: readonly RegExp[] = [
  /^\W*(?:PLACEHOLDER|XXX+|\?\?\?+)\W*$/,
  /^[\W_]*todo[\W_]*:/i,
  new RegExp(
    `^(?:please\\s+)?${asked}\\s+(?:an?\\s+|the\\s+|your\\s+)?(?:(?:brief|short|one-line|one-sentence)\\s+)?(?:description|summary|title|text)\\W*$`,
    "i",
  ),
  new RegExp(`^\\W*${thing}\\s+to\\s+be\\s+(?:added|provided|written|supplied|determined)\\W*$`, "i"),
  /^(?:brief|one-line|one-sentence)\s+description\W*$/i,
  /^\W*(?:placeholder\s+(?:text|description)|(?:description|text)\s+placeholder|description\s+here)\W*$/i,
  new RegExp(`^\\s*[{<[]\\s*(?:\\w+[ _-]){0,3}${told}\\s*[}>\\]]\\s*\\.?$`, "i"),
];
/** All that any of them needs: nearly every text of a page has nothing of it. */
const sign =
  /todo|fixme|\btb[da]\b|lorem|\bhere\b|placeholder|xxx|\?\?\?|(?:delete|remove)\s+this|\bto\s+be\b|^\W*(?:please|provide|insert|enter|put|type|write|add|brief|short|one-)|^[*_\s]*[{<[][\s\S]*(?:description|summary|title|text|content|example|code|link|permission|scope|remark|comment|author|alias|tb[da]|this)/i;

/** Text of a template that nobody has replaced: in front matter, headings, prose and tables. The same text is told once. */
export function templateText(blocks: readonly Block[], values: readonly FrontMatterValue[]): Flaw[] {
  const found = new Map<string, Flaw>();
  const look = (text: string, location: Location, shown = text) => {
    const marked = textOf(text);
    if (marked === undefined || found.has(marked)) return;
    const message = `${JSON.stringify(marked.slice(0, 60))} is text of a template, or a note to the writer`;
    found.set(marked, {
      rule: "page/template-text",
      message,
      span: spanAt(location, firstLine(shown).length),
    });
  };
  for (const { value, location, length } of values) look(value, location, "x".repeat(length));
  for (const block of blocks) {
    if (block.kind === "heading") look(block.text, block.location);
    else if (block.kind === "paragraph") for (const line of linesOf(block)) look(line.text, line.location);
    else if (block.kind === "table")
      for (const row of block.rows) for (const cell of row.cells) look(cell.text, cell.location);
  }
  return [...found.values()];
}

/** The text without code and links, where it asks for something. */
function textOf(source: string): string | undefined {
  if (!sign.test(source)) return undefined;
  const bare = source.replace(/`[^`]*`/g, " ");
  const text = /[a-z]/i.test(bare) || /\?\?\?/.test(bare) ? plainText(bare) : "";
  // An angle or a bracket is gone from plain text.
  const isTemplate =
    anywhere.some((form) => form.test(text)) ||
    whole.some((form) => form.test(text) || form.test(bare.trim()));
  return isTemplate ? text || bare.trim() : undefined;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
