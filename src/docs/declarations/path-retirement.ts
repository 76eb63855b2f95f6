import type { RequestTemplate } from "../operation-declaration.ts";
import type { PlacedBlock } from "../section.ts";
import { noticeIn } from "./read-notice.ts";
import { sentencesOf } from "./sentence.ts";

// The `/yards` path will be retired soon. Use the `/harbours` path instead.
const retires =
  /\bthe\s+`(\/[^`\s]+)`\s+(?:path|endpoint|segment|route)\s+(?:will\s+(?:soon\s+)?be|is\s+being|is\s+going\s+to\s+be|has\s+been|is)\s+(?:retired|deprecated|removed)\b/i;

/** Requests with the announcement, beside them, that their path goes: one of several to the same thing. */
export function withRetirements(
  requests: readonly RequestTemplate[],
  beside: readonly PlacedBlock[],
): RequestTemplate[] {
  const announced = beside.flatMap(({ block }) => {
    if (block.kind !== "paragraph" || !block.text.includes("`/")) return [];
    const sentences = sentencesOf(block.text.replace(/\s*\n>?\s*/g, " "));
    return sentences.flatMap((sentence) => {
      const piece = retires.exec(sentence)?.[1];
      return piece === undefined ? [] : { piece, ...noticeIn([sentence]), location: block.location };
    });
  });
  return requests.map((request) => {
    const found = announced.find(({ piece }) => hasPiece(request.path, piece));
    if (!found) return request;
    const { piece: _, ...retiring } = found;
    return { ...request, retiring };
  });
}

function hasPiece(path: string, piece: string): boolean {
  return `${path}/`.toLowerCase().includes(`${piece.replace(/\/+$/, "")}/`.toLowerCase());
}
