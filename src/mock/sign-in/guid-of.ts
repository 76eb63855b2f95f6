import { createHash } from "node:crypto";

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The text itself, in lower case, when it is a GUID; else a GUID that is always the same for the same text. */
export function guidOf(text: string): string {
  const known = text.toLowerCase();
  if (guid.test(known)) return known;
  const digest = createHash("sha256").update(known).digest("hex");
  // Version 8 of RFC 9562 (section 5.8), whose bits are the maker's own.
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
