import { nearestName, nearestNames } from "../../base/nearest-name.ts";

/** The control information of a response (OData JSON Format 4.01, section 4.5), without what stands before it. */
const known: readonly string[] = [
  ...["context", "metadataEtag", "type", "count", "nextLink", "delta", "deltaLink", "removed", "id", "etag"],
  ...["editLink", "readLink", "navigationLink", "associationLink", "collectionAnnotations"],
  ...["mediaEditLink", "mediaReadLink", "mediaContentType", "mediaEtag", "error"],
];

/** A name of control information that is not written as OData has it. */
export interface WrongControl {
  /** What is wrong with it, as the end of a sentence. */
  readonly why: string;
  /** The whole name as it was meant. */
  readonly meant?: string;
  /** Only one name is that near. */
  readonly certain: boolean;
}

/**
 * What is wrong with a name that is written as control information: `@odata.nextlink`, `odata.type`, `@odata.nounce`;
 * undefined where nothing is, and for other names and annotations. In 4.01 it has no `odata.`.
 */
export function wrongControl(name: string): WrongControl | undefined {
  const bare = /^odata\.(\w+)$/.exec(name)?.[1];
  if (bare !== undefined)
    return known.includes(bare) ? { ...meaning("@odata.", bare), why: "has no @" } : undefined;
  const [, before = "", prefix = "", word = ""] = /^([^@]*)@(odata\.)?(\w+)$/i.exec(name) ?? [];
  if (word === "" || (known.includes(word) && (prefix === "odata." || prefix === ""))) return undefined;
  if (word === "bind" && prefix === "odata.") {
    return { why: "is only for requests", certain: false };
  }
  const inOtherCase = known.find((right) => right.toLowerCase() === word.toLowerCase());
  if (prefix === "" && inOtherCase === undefined) return undefined;
  return { ...meaning(`${before}@${prefix.toLowerCase()}`, word), why: "is no control information of OData" };
}

function meaning(before: string, word: string): Pick<WrongControl, "meant" | "certain"> {
  const nearest = nearestName(word, known);
  if (nearest === undefined) return { certain: false };
  return { meant: `${before}${nearest}`, certain: nearestNames(word, known).length === 1 };
}

/** True where an object has the control information under a name that is not written as OData has it. */
export function hasMisnamed(value: Readonly<Record<string, unknown>>, control: string): boolean {
  return Object.keys(value).some((name) => wrongControl(name)?.meant === `@odata.${control}`);
}
