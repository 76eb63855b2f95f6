import { STATUS_CODES } from "node:http";
import type { Location } from "../../base/location.ts";
import { placesIn } from "../../base/places-in.ts";
import { messageKind, readResponse } from "../../http/read-http-message.ts";
import type { ResponsePromise, TypeReference } from "../page.ts";
import type { PlacedBlock } from "../section.ts";
import { readPromisedBody } from "./promised-type.ts";
import { endOfSentence } from "./sentence.ts";

const longestSentence = 300;
const number = /(?<![\w.\-/#])[1-5]\d\d(?![\w/-]|\.\d)/g;
const setOff = /(?:`|\*\*)\s*(?:HTTP(?:\/\d(?:\.\d)?)?\s+)?$/i;
/** The mark that opens what the number stands in: the sentence begins with it. */
const opened = /(?:`|\*\*)(?:HTTP(?:\/\d(?:\.\d)?)?\s+)?$/i;
const announced = /\b(?:HTTP|status|error|response|code)\s+(?:codes?\s+|status\s+)?(?:of\s+|is\s+)?$/i;
const explained = /^(?:[,\s`*]|and\b|or\b|[1-5]\d\d\b)*(?:HTTP\s+)?(?:status|response|error|code)/i;

/**
 * What the Response prose promises: `200 OK` with a type, `204 No Content` without. Other numbers promise nothing.
 * Where the prose names a type and no status, the response that stands below it shows the status.
 */
export function readResponsePromises(
  blocks: readonly PlacedBlock[],
  references: ReadonlyMap<string, string>,
): ResponsePromise[] {
  const promises: ResponsePromise[] = [];
  for (const { block } of blocks) {
    if (block.kind !== "paragraph") continue;
    for (const promise of promisesIn(block.text, block.location, references)) {
      const at = promises.findIndex(({ status }) => status === promise.status);
      const said = promises[at];
      if (!said) promises.push(promise);
      // The status is said once more, and a header with it.
      else if (namesHeader.test(promise.sentence) && !namesHeader.test(said.sentence))
        promises[at] = { ...promise, ...(said.body ? { body: said.body } : {}) };
    }
  }
  return promises.length > 0 ? promises : promiseShown(blocks, references);
}

function promisesIn(
  source: string,
  location: Location,
  references: ReadonlyMap<string, string>,
): ResponsePromise[] {
  const text = source.replaceAll("\n", " ");
  const place = placesIn(location, source);
  const statuses = [...text.matchAll(number)].filter((match) => isStatus(text, match.index));
  const seen = new Set<number>();
  return statuses.flatMap((match, index) => {
    const status = Number(match[0]);
    if (seen.has(status)) return [];
    seen.add(status);
    const behind = text.slice(match.index, statuses[index + 1]?.index ?? text.length);
    const at = (offset: number) => place(match.index + offset);
    const body = status < 300 && status !== 204 ? bodyBehind(behind, at, references) : undefined;
    const mark = opened.exec(text.slice(0, match.index))?.[0].length ?? 0;
    const isInTicks = mark > 0 && text[match.index - mark] === "`";
    const end = match.index + Math.min(endOfPromise(behind, isInTicks), longestSentence);
    const sentence = source.slice(match.index - mark, end);
    return [{ status, ...(body ? { body } : {}), sentence, location: place(match.index - mark) }];
  });
}

const namesHeader = /\bheader\b/i;
// The response will also contain a `Location` header. That URL is in the `Location` header of the response.
const goesOn = /^(?=.*\bheader\b)(?=.*\bresponse\b)(?!.*\b(?:if|when|unless|requests?|prefer)\b)/i;

/** Where the sentence of a status ends, or the one right behind it that speaks of a header of the same response. */
function endOfPromise(text: string, isInTicks: boolean): number {
  // The tick before the status closes behind it: it opens nothing there.
  const end = endOfSentence(text, isInTicks ? text.indexOf("`") + 1 : 0);
  const next = endOfSentence(text, end);
  return goesOn.test(text.slice(end, next)) ? next : end;
}

/** A number that reads as a status: `200 OK`, **204**, HTTP 400, "a 404 response", "the 400, 403 and 404 errors". */
function isStatus(text: string, at: number): boolean {
  const reason = STATUS_CODES[text.slice(at, at + 3)];
  if (reason === undefined) return false;
  const before = text.slice(Math.max(0, at - 40), at);
  const behind = text.slice(at + 3, at + 60);
  const word = reason.split(" ")[0]?.toLowerCase() ?? reason;
  const phrase = behind.replace(/^[\s,`*]+/, "").toLowerCase();
  return setOff.test(before) || phrase.startsWith(word) || announced.test(before) || explained.test(behind);
}

/** The type in the sentence of the status, or in one behind it that speaks of the response body. */
function bodyBehind(
  text: string,
  place: (offset: number) => Location,
  references: ReadonlyMap<string, string>,
): TypeReference | undefined {
  for (let start = 0; start < text.length; ) {
    const end = endOfSentence(text, start);
    const sentence = text.slice(start, end);
    if (saysNoBody.test(sentence)) return undefined;
    const offset = start;
    const speaks = start === 0 || speaksOfBody.test(sentence);
    const body = speaks ? readPromisedBody(sentence, (at) => place(offset + at), references) : undefined;
    if (body) return body;
    start = end;
  }
  return undefined;
}

const saysNoBody = /\b(?:no|not|nothing|empty)\b[^.]{0,100}\bbody\b|n't\b[^.]{0,100}\bbody\b|\bno content\b/i;
const speaksOfBody =
  /^\s*(?:the\s+)?(?:response body|body of the response)\s+(?:contains|includes|is|has)\b/i;

function promiseShown(
  blocks: readonly PlacedBlock[],
  references: ReadonlyMap<string, string>,
): ResponsePromise[] {
  const fences = blocks.map(({ block }) => block).filter((block) => block.kind === "fence");
  const shown = fences.filter(({ text }) => messageKind(text) === "response").map(readResponse);
  const [response] = shown;
  if (shown.length !== 1 || response?.status === undefined) return [];
  for (const { block } of blocks) {
    if (block.kind !== "paragraph" || !/\breturns?\b/i.test(block.text)) continue;
    const text = block.text.replaceAll("\n", " ");
    const body = readPromisedBody(
      text.slice(0, endOfSentence(text)),
      placesIn(block.location, block.text),
      references,
    );
    const sentence = block.text.slice(0, Math.min(endOfSentence(text), longestSentence));
    if (body) return [{ status: response.status, body, sentence, location: block.location }];
  }
  return [];
}
