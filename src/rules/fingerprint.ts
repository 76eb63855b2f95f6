import { createHash } from "node:crypto";

/** What a finding is about, wherever it stands and however it is worded. */
export interface FindingIdentity {
  readonly rule: string;
  readonly version: string;
  /** The operation's id, a type's name, or a page's file name where there is neither. */
  readonly subject: string;
  readonly example?: string;
  readonly pointer?: string;
  /** Tells findings of one rule at one subject apart that have no pointer. */
  readonly cause?: string;
}

/**
 * Twelve hex digits that name a finding across runs and edits: neither message text, nor lines, nor the place in a
 * run go into it.
 */
export function fingerprint({ rule, version, subject, example, pointer, cause }: FindingIdentity): string {
  const place = pointer ?? (cause === undefined ? "" : `cause ${cause}`);
  const identity = [rule, version, subject, example ?? "", place].join("\n");
  return createHash("sha256").update(identity).digest("hex").slice(0, 12);
}
