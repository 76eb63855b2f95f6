import { plainText } from "../markdown/inline.ts";
import type { RemovalNotice } from "./deprecation.ts";
import { sentencesOf } from "./sentence.ts";

const hint = /deprecat|obsolete|be removed|stop returning|no longer be supported/i;
const nouns = {
  property:
    "property|field|attribute|relationship|navigation property|parameter|setting|element|collection|functionality",
  member: "value|member|option|enum(?:eration)? (?:value|member)",
};
const deprecated =
  "(?:(?:is|are|was|has been|have been)\\s+(?:now\\s+|also\\s+)?(?:being\\s+|in the process of being\\s+)?(?:deprecated|obsolete)|will\\s+(?:soon\\s+)?be\\s+deprecated|will\\s+be\\s+removed|will\\s+stop\\s+returning|will\\s+no\\s+longer\\s+be\\s+supported)";
/** Words of a sentence that is about something else being deprecated. */
const aboutOthers =
  /\b(?:if|whether|when|that|which|indicates?|specif(?:y|ies)|represents?|contains?|flag|date|time|state|status|version)\b/i;
/** Deprecated. Use this instead. [Deprecated] It does nothing. AAD Device ID - to be deprecated */
const alone =
  /^[[(]?deprecated[\])]?\s*(?:$|[.,;!]|(?:[–—-]+\s*)?(?:use|please|see|replaced|in favou?r|since|as of|and|do not|don't|it|this|the)\b)|^[[(]deprecated[\])]|[–—-]\s*to be deprecated\.?$/i;
/** The first word of all, not that of a line which explains a value. */
const announcing = /^deprecated\s*(?::|[–—-])/i;
/** Starting from January 31, 2023, the property will no longer be supported. */
const fromADay =
  "(?:starting|beginning|effective|as of|from|on|after)\\b[^.;]{1,30}?\\b\\d{4}(?:-\\d\\d-\\d\\d)?,?\\s+";
const opening = new RegExp(`^${fromADay}`, "i");
const gone =
  /\b(?:be removed|removal|removed|stops?\s+(?:returning|working)|stopped|(?:no longer|not) be (?:supported|available|returned|processed|used)|(?:be )?retired?|retires|sunset|support\b.{0,40}\bend)\b/i;

/**
 * What a text says of what it describes being deprecated, or soon to be. Only a sentence about that itself counts: one
 * that names another, or says what a value tells, does not.
 */
export function readNotice(
  name: string,
  description: string,
  of: keyof typeof nouns,
): RemovalNotice | undefined {
  if (!hint.test(description)) return undefined;
  const own = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const subject = new RegExp(
    `^(?:(?:note|important|caution|warning)\\s*:?\\s+)?(?:${fromADay})?(?:(?:this|the)\\s+(?:(?:${own}|"${own}")\\s+)?(?:${nouns[of]})(?:'s \\w+)?|(?:the\\s+)?${own}(?:\\s+(?:${nouns[of]}))?|this|it)\\s+(.*?)\\b${deprecated}\\b`,
    "i",
  );
  const clauses = sentencesOf(plainText(description.replaceAll("\\", "").replace(/<br\s*\/?>/gi, "\n")))
    .flatMap((sentence) => sentence.split(/;\s+/))
    .map((clause) => clause.trim());
  const isSaid = clauses.some((clause, index) => {
    const found = subject.exec(clause);
    const isAbout = found !== null && !aboutOthers.test(found[1] ?? "");
    return isAbout || alone.test(clause) || (index === 0 && announcing.test(clause));
  });
  return isSaid ? noticeIn(clauses) : undefined;
}

/** `updatedDateTime (deprecated)` */
export function isCalledDeprecated(written: string): boolean {
  return /[([]\s*deprecated\s*[)\]]/i.test(written);
}

/** What sentences about something deprecated say of when it goes. */
export function noticeIn(sentences: readonly string[]): RemovalNotice {
  const [removal] = sentences.flatMap((sentence) => {
    const found = gone.exec(sentence);
    if (!found) return [];
    return dateIn(sentence.slice(found.index)) ?? dateIn(opening.exec(sentence)?.[0] ?? "") ?? [];
  });
  return removal === undefined ? {} : { removal };
}

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const month = `(${months.join("|")})`;
/** January 31, 2024; 31 January 2024; October, 2027; 2026-10-01 */
const dates = [
  new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, "i"),
  new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${month},?\\s+(\\d{4})\\b`, "i"),
  new RegExp(`\\b${month},?\\s+(\\d{4})\\b`, "i"),
];

function dateIn(text: string): string | undefined {
  const iso = /\b\d{4}-(?:0\d|1[0-2])-[0-3]\d\b/.exec(text);
  if (iso) return iso[0];
  const [found] = dates.flatMap((date) => {
    const match = date.exec(text);
    return match ? [match.slice(1)] : [];
  });
  if (!found) return undefined;
  const at = found.findIndex((part) => months.includes(part.toLowerCase()));
  const number = String(months.indexOf((found[at] ?? "").toLowerCase()) + 1).padStart(2, "0");
  const year = found.at(-1) ?? "";
  const day = found.length === 3 ? found[1 - at] : undefined;
  return [year, number, ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-");
}
