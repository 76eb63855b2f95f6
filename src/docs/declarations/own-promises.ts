import type { Heading } from "../block.ts";
import type { PageExample, ResponsePromise } from "../page.ts";
import { type PlacedBlock, section } from "../section.ts";
import { readResponsePromises } from "./read-response-promise.ts";

/** Headings that say nothing of which example stands below them. */
const common =
  /^(?:(?:http |example |sample )*(?:requests?|responses?)(?: (?:body|headers?|message))?|examples?(?: \d+)?)\W*$/i;
const ofResponse = /^responses?\b/i;
const redirects = /\bredirect(?:s|ed|ion)?\b/i;
/** Sections of a page that are parts of its one operation. */
export const usual =
  /^(?:permissions?|prerequisites?|optional|query|request|(?:function |path |query |url )?parameters?|headers?|responses?|examples?|see also|remarks?|notes?|next steps|related|known issues|errors?|limitations?|properties)\b/i;

/**
 * What holds for an example in the place of what the page promises: the part of the Response section with its label,
 * or what a section with a request of its own says. What is said around one of several examples holds beside the
 * page's promise. Undefined where that is all there is.
 *
 *     ## Response           ## Retrieve the content
 *     ### CSV               ### HTTP request
 *     ### JSON              ### Response       The service answers with a redirect.
 */
export function ownPromises(
  placed: readonly PlacedBlock[],
  { request, response }: PageExample,
  ofPage: readonly ResponsePromise[],
  references: ReadonlyMap<string, string>,
): readonly ResponsePromise[] | undefined {
  const fence = (response ?? request)?.fence;
  const under = placed.find(({ block }) => block === fence)?.under ?? [];
  const labelled = promisesOfLabel(placed, under, references);
  if (labelled) return labelled;
  const own = under.findLast(({ level, text }) => level > 1 && !common.test(text.trim()));
  if (!own) return undefined;
  const within = placed.filter((block) => block.under.includes(own));
  const said = readResponsePromises(within, references).filter(({ status }) => status < 400);
  if (under.some(({ text }) => /\b(?:examples?|samples?)\b/i.test(text))) {
    const added = said.filter(({ status }) => !ofPage.some((promise) => promise.status === status));
    return added.length > 0 ? [...ofPage, ...added] : undefined;
  }
  const asks = within.some((block) => block.under.some(({ text }) => /^http requests?\b/i.test(text.trim())));
  if (usual.test(own.text.trim()) || !asks) return undefined;
  return said.length > 0 ? said : redirectIn(within);
}

/** That there is a redirect is said in words; of anything else nothing is said. */
function redirectIn(within: readonly PlacedBlock[]): ResponsePromise[] {
  for (const { block } of within) {
    if (block.kind !== "paragraph" || !redirects.test(block.text)) continue;
    return [{ status: 302, sentence: block.text.split("\n", 1)[0] ?? "", location: block.location }];
  }
  return [];
}

/** The promise of the one part of the Response section whose label stands over the example, too. */
function promisesOfLabel(
  placed: readonly PlacedBlock[],
  under: readonly Heading[],
  references: ReadonlyMap<string, string>,
): readonly ResponsePromise[] | undefined {
  const outside = section(placed, ofResponse).filter(
    (block) => !block.under.some(({ text }) => /\bexamples?\b/i.test(text)),
  );
  const labels = [...new Set(outside.flatMap((block) => labelOf(block) ?? []))];
  if (labels.length < 2 || !under.some(({ text }) => /\bexamples?\b/i.test(text))) return undefined;
  const fitting = labels.filter((label) => under.some(({ text }) => hasWords(text, label.text)));
  const [label] = fitting;
  if (!label || fitting.length > 1) return undefined;
  const said = readResponsePromises(
    outside.filter((block) => block.under.includes(label)),
    references,
  );
  return said.length > 0 ? said : undefined;
}

/** The heading right below that of the Response section. */
function labelOf({ under }: PlacedBlock): Heading | undefined {
  return under[under.findIndex(({ text }) => ofResponse.test(text.trim())) + 1];
}

function hasWords(text: string, label: string): boolean {
  const words = (written: string) => ` ${(written.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(" ")} `;
  return words(label).trim() !== "" && words(text).includes(words(label));
}
