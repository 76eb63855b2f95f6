import { decoded } from "../../base/decoded.ts";
import type { RecordedEntry } from "./recorded-entry.ts";

/** The names under which a body, a form or a URL carries what signs somebody in. */
const named =
  /(?:access_?token|refresh_?token|id_?token|client_?secret|secret_?text|client_?assertion|tempauth|\bpassword)(?:\\?["'])?\s*(?:=|:)\s*(?:\\?["'])?([^\s"'\\&<>]{8,})/gi;
/** Those that are also words of other meanings: `"code"` is an error's, too. */
const namedInQuery = /[?&](?:sig|code|assertion)=([^\s"'\\&<>]{8,})/gi;

/**
 * What of a recording signs somebody in: bearer tokens and cookies of the requests that are judged, and what stands
 * under a name that says so in any message, be it with another host. What is secret in one is secret in all.
 */
export function secretsIn(
  entries: readonly RecordedEntry[],
  isJudged: (entry: RecordedEntry) => boolean = () => true,
): readonly string[] {
  const found = new Set<string>();
  for (const entry of entries) {
    const { sent, outcome } = entry;
    const received = "status" in outcome ? outcome : undefined;
    for (const [name, value] of isJudged(entry) ? [...sent.headers, ...(received?.headers ?? [])] : []) {
      for (const secret of secretsOfHeader(name, value)) found.add(secret);
    }
    for (const text of [sent.url, sent.body ?? "", received?.body ?? ""]) {
      for (const pattern of [named, namedInQuery]) {
        for (const [, secret = ""] of text.matchAll(pattern)) found.add(decoded(secret));
      }
    }
  }
  return [...found];
}

function secretsOfHeader(name: string, value: string): readonly string[] {
  if (/^(?:proxy-)?authorization$/i.test(name)) return [value.replace(/^\s*[\w-]+\s+/, "").trim()];
  if (!/^(?:set-)?cookie2?$/i.test(name)) return [];
  const pairs = /^set-/i.test(name) ? [value.split(";", 1)[0] ?? ""] : value.split(";");
  return pairs
    .map((pair) => pair.slice(pair.indexOf("=") + 1).trim())
    .filter((secret) => secret.length >= 16);
}
