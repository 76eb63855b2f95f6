import type { RecordedEntry } from "./recorded-entry.ts";

/** The names under which a body, a form or a URL carries what signs somebody in. */
const named =
  /(?:access_?token|refresh_?token|id_?token|client_?secret|client_?assertion|tempauth|sharingtoken|\bassertion|\bpassword|\bsig|\bcode)(?:\\?["'])?\s*(?:=|:)\s*(?:\\?["'])?([^\s"'\\&<>]{8,})/gi;

/**
 * What of a recording signs somebody in: bearer tokens, cookies, and what stands under a name that says so, in any of
 * its messages. What is secret in one is secret in all.
 */
export function secretsIn(entries: readonly RecordedEntry[]): readonly string[] {
  const found = new Set<string>();
  for (const { sent, outcome } of entries) {
    const received = "status" in outcome ? outcome : undefined;
    for (const [name, value] of [...sent.headers, ...(received?.headers ?? [])]) {
      for (const secret of secretsOfHeader(name, value)) found.add(secret);
    }
    for (const text of [sent.url, sent.body ?? "", received?.body ?? ""]) {
      for (const [, secret = ""] of text.matchAll(named)) found.add(decoded(secret));
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

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
