import { createHash } from "node:crypto";

/** What a finding is about, wherever it stands and however it is worded. */
export interface FindingIdentity {
  readonly rule: string;
  readonly version: string;
  /** The operation's id, a type's name, or a page's file name where there is neither. */
  readonly subject: string;
  /** The page, of the second and further ones that document the operation. */
  readonly page?: string;
  readonly example?: string;
  readonly pointer?: string;
  /** Tells findings of one rule at one subject apart that have no pointer. */
  readonly cause?: string;
}

/**
 * Twelve hex digits that name a finding across runs and edits: neither message text, nor lines, nor the place in a
 * run go into it.
 */
export function fingerprint(of: FindingIdentity): string {
  const { rule, version, subject, page, example, pointer, cause } = of;
  const place = pointer ?? (cause === undefined ? "" : `cause ${cause}`);
  return digits([rule, version, subject, example ?? "", place, ...(page === undefined ? [] : [page])]);
}

/** That of the second, third, … finding that is about the same as the first, at another place of its page. */
export function nextFingerprint(first: string, count: number): string {
  return digits([first, String(count)]);
}

function digits(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 12);
}
