import { endOfSentence } from "./sentence.ts";

// Pages also write "include - unknown -enum-members".
const preference = /include[\s-]*unknown[\s-]*enum[\s-]*members/i;

/**
 * The members that a description names as coming only with `Prefer: include-unknown-enum-members`, and the
 * description without the sentence that says so: that one repeats members which the list before it has.
 */
export function readMembersOnRequest(description: string): { rest: string; onRequest?: string[] } {
  const text = description.replace(/\[([^\][]*)\]\([^()\s]*\)/g, "$1");
  const match = preference.exec(text);
  if (!match) return { rest: description };
  // The header stands in ticks itself; the sentence goes on behind the closing one.
  const behind = match.index + match[0].length + (text[match.index + match[0].length] === "`" ? 1 : 0);
  const breakAfter = text.slice(behind).search(/<\/?br/i);
  const end = Math.min(endOfSentence(text, behind), breakAfter === -1 ? text.length : behind + breakAfter);
  const onRequest = [...text.slice(behind, end).matchAll(/`([^`]+)`/g)]
    .flatMap((ticked) => (ticked[1] ?? "").split(","))
    .map((name) => name.trim())
    .filter((name) => /^\w+$/.test(name));
  const start = startOfSentence(text, match.index);
  const rest = text.slice(0, start) + text.slice(end);
  return onRequest.length > 0 ? { rest, onRequest } : { rest };
}

function startOfSentence(text: string, at: number): number {
  const before = text.slice(0, at);
  return Math.max(before.lastIndexOf(". ") + 1, before.lastIndexOf(">") + 1, 0);
}
