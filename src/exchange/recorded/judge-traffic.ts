import { partition } from "../../base/partition.ts";
import { withoutTail } from "../../base/trim-characters.ts";
import type { Contract } from "../../contract/contract.ts";
import { hostName, isGraphHost } from "../../contract/path/graph-hosts.ts";
import type { GraphVersion } from "../../docs/page.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Judgement } from "../../rules/assertion.ts";
import type { Exchange } from "../../rules/exchange.ts";
import { judgeExchange } from "../../rules/judge.ts";
import { Memory } from "../../rules/memory.ts";
import { makeExchange } from "../service/make-exchange.ts";
import { redaction } from "../service/redact.ts";
import { classified } from "../unanswered/classify-exchange.ts";
import { batchParts } from "./batch-parts.ts";
import type { RecordedFile } from "./read-traffic.ts";
import { type RecordedEntry, unreadable } from "./recorded-entry.ts";
import { secretsIn } from "./secrets-in.ts";

/** The exchanges of some files that went to Graph, and how many went elsewhere. */
export interface Traffic {
  readonly exchanges: readonly Exchange[];
  /** The hosts that are no endpoint of Graph, the most frequent first. */
  readonly leftOut: readonly { readonly host: string; readonly count: number }[];
}

/**
 * What of recorded files went to a public endpoint of Graph, or to one of those named. A batch is taken apart. Secrets
 * are taken out before a message is read.
 */
export function trafficOf(files: readonly RecordedFile[], endpoints: readonly string[] = []): Traffic {
  const roots = endpoints.map((endpoint) => withoutTail(endpoint, "/").replace(/\/(?:v1\.0|beta)$/i, ""));
  const hidden = redaction(
    secretsIn(
      files.flatMap(({ entries }) => entries),
      (entry) => goesTo(entry, roots),
    ),
  );
  const leftOut = new Map<string, number>();
  const exchanges = files.flatMap(({ file, entries }) => {
    const names = new Map<string, number>();
    const [own, others] = partition(entries, (entry) => entry.sent.url === "" || goesTo(entry, roots));
    for (const { sent } of others) {
      const host = hostName(readRequestUrl(sent.url).host) || "no host";
      leftOut.set(host, (leftOut.get(host) ?? 0) + 1);
    }
    return own
      .map((entry) => belowRoot(entry, roots))
      .flatMap((entry) => batchParts(entry) ?? [entry])
      .map((entry) => exchangeOf(entry, file, { hidden, names }));
  });
  const counted = [...leftOut].map(([host, count]) => ({ host, count }));
  return { exchanges, leftOut: counted.sort((one, other) => other.count - one.count) };
}

/**
 * Judges recorded exchanges, each by the contract of its version, in their order.
 *
 * @throws Error naming the rule when a rule fails to judge: that is a defect of the rule.
 */
export function* judgeTraffic(
  exchanges: readonly Exchange[],
  contractOf: (version: GraphVersion) => Contract,
): Generator<Judgement, void, void> {
  const memory = new Memory();
  for (const exchange of exchanges) {
    const contract = contractOf(exchange.version);
    yield judgeExchange(classified(exchange, contract), contract, { memory });
  }
}

function goesTo({ sent: { url } }: RecordedEntry, roots: readonly string[]): boolean {
  return isGraphHost(readRequestUrl(url).host) || roots.some((root) => liesBelow(root, url));
}

function liesBelow(root: string, url: string): boolean {
  return url.toLowerCase().startsWith(`${root.toLowerCase()}/`);
}

/** A gateway may serve Graph below a path of its own, which no page of Graph knows. */
function belowRoot(entry: RecordedEntry, roots: readonly string[]): RecordedEntry {
  const { url } = entry.sent;
  const root = roots.find((one) => liesBelow(one, url));
  if (root === undefined || !URL.canParse(root)) return entry;
  return { ...entry, sent: { ...entry.sent, url: new URL(root).origin + url.slice(root.length) } };
}

interface Setting {
  readonly hidden: ReturnType<typeof redaction>;
  /** How often each name was given in the file. */
  readonly names: Map<string, number>;
}

function exchangeOf(entry: RecordedEntry, file: string, { hidden, names }: Setting): Exchange {
  const { location, part, sent, outcome } = entry;
  const { version: written, segments } = readRequestUrl(sent.url);
  const version = written.toLowerCase() === "beta" ? "beta" : "v1.0";
  const what = hidden.text(
    sent.url === "" ? "an entry without a request" : `${sent.method} /${segments.join("/")}`,
  );
  const before = names.get(what) ?? 0;
  names.set(what, before + 1);
  const title = part === undefined ? what : `${what}, ${hidden.text(part)} of a batch`;
  const name = before === 0 ? what : `${what}, ${before + 1}`;
  const known = sent.url === "" || /^(?:v1\.0|beta)$/i.test(written);
  const made = makeExchange(
    { source: "recorded", version, redaction: hidden },
    {
      purpose: { name, title, file, location },
      sent,
      outcome: known ? outcome : unreadable("the URL has no version of Graph, v1.0 or beta"),
    },
  );
  return { ...made, overheard: true };
}
