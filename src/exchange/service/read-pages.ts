import { nextLinkIn } from "../../rules/memory.ts";
import type { Answer, PlannedRequest, Script, Step } from "./planned-request.ts";

/** How many pages of a collection are read, the first among them, where its pages are short. */
export const shortPages = 3;

/** Reads a page and the next ones, as their links say. */
export function* readPages(first: PlannedRequest): Script {
  yield* nextPages(first, yield first, shortPages);
}

/** Follows the links from the answer to a first page, and gives the answers, that one among them. */
export function* nextPages(
  first: PlannedRequest,
  answer: Answer,
  most: number,
): Generator<Step, readonly Answer[], Answer> {
  const read = [answer];
  const seen = new Set([first.target]);
  for (let page = 2; page <= most; page++) {
    const link = nextLinkIn(read.at(-1)?.json);
    if (link === undefined || !/^https?:/i.test(link) || seen.has(link)) return read;
    seen.add(link);
    const [name, title] = [`${first.name}, page ${page}`, `${first.title}, page ${page}`];
    read.push(yield { ...first, name, title, target: link });
  }
  return read;
}
