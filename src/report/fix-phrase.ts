import { groupBy } from "../base/group-by.ts";
import type { Edit } from "../base/span.ts";

/** So many different edits are told. */
const few = 3;
const longest = 200;

/** `insert ",", write "runs" (2 times)`: what a fix does to a page, by its edits. */
export function fixPhrase(edits: readonly Edit[]): string {
  const done = [...groupBy(edits, editPhrase)].map(
    ([phrase, { length }]) => `${phrase}${length === 1 ? "" : ` (${length} times)`}`,
  );
  const left = done.length - few;
  return [...done.slice(0, few), ...(left > 0 ? [`and ${left} edits more`] : [])].join(", ");
}

function editPhrase({ span: { start, end }, text }: Edit): string {
  if (text === "") return "remove what stands there";
  const written = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const isInserted = start.line === end.line && start.column === end.column;
  return `${isInserted ? "insert" : "write"} ${written.trim()}`;
}
