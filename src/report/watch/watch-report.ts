import type { Contract } from "../../contract/contract.ts";
import type { GraphVersion } from "../../docs/page.ts";
import type { Comparison } from "../../profile/compare-profiles.ts";
import { type PromiseOfChange, promiseOfChange, type Standing } from "../../profile/promise-of-change.ts";
import { enough, type ShapeChange } from "../../profile/shape-change.ts";
import { counted, grouped } from "../phrases.ts";
import type { Report } from "../report.ts";
import { changeSentence } from "./change-sentence.ts";

/** What changed in what a service answers, for a person and for a machine. */
export interface WatchReport {
  readonly format: 1;
  readonly tool: Report["tool"];
  /** As they were named. */
  readonly before: string;
  readonly after: string;
  /** What the changes were held to, as it was named. */
  readonly contract?: string;
  readonly failOn: WatchFailOn;
  readonly summary: WatchSummary;
  /** What could be compared. */
  readonly compared: Omit<Comparison, "changes">;
  /** What breaks a promise first. */
  readonly changes: readonly WatchedChange[];
  /** What may have changed, but was seen too seldom to say so. */
  readonly unsure: readonly WatchedChange[];
}

export interface WatchSummary {
  readonly verdict: "unchanged" | "changed" | "broken" | "nothing compared";
  readonly sentence: string;
  readonly counts: Readonly<Record<Standing, number>>;
}

export interface WatchedChange extends ShapeChange {
  readonly message: string;
  readonly standing: Standing;
  /** What the contract says of it, where there is one. */
  readonly promise?: Omit<PromiseOfChange, "standing">;
}

/** The mildest change that makes the exit code 1: one that breaks a promise, one that nothing promises, any, none. */
export type WatchFailOn = "broken" | "unpromised" | "any" | "none";

export interface WatchInput extends Pick<WatchReport, "tool" | "before" | "after"> {
  readonly comparison: Comparison;
  readonly contract?: { readonly name: string; readonly of: (version: GraphVersion) => Contract };
  readonly failOn?: WatchFailOn;
}

export const standings: readonly Standing[] = ["broken", "unpromised", "promised"];

/**
 * Holds what changed to a contract, if there is one; else what the profiles themselves know of theirs has to do. Where
 * there is none, nothing is known to break a promise, and what is not documented makes it fail.
 */
export function makeWatchReport({
  tool,
  before,
  after,
  comparison,
  contract,
  failOn,
}: WatchInput): WatchReport {
  const { changes: found, ...compared } = comparison;
  const watched = found.map((change) => watchedChange(change, contract?.of(change.version)));
  const sorted = standings.flatMap((standing) => watched.filter((change) => change.standing === standing));
  const changes = sorted.filter(({ unsure }) => !unsure);
  const unsure = sorted.filter((change) => change.unsure);
  const mildest = failOn ?? (contract ? "broken" : "unpromised");
  return {
    format: 1,
    tool,
    before,
    after,
    ...(contract ? { contract: contract.name } : {}),
    failOn: mildest,
    summary: summarise(changes, unsure, { compared, failOn: mildest, held: contract !== undefined }),
    compared,
    changes,
    unsure,
  };
}

/** 1 where something changed that `failOn` does not let pass, and where nothing could be compared; else 0. */
export function watchExitCode({ summary: { verdict } }: WatchReport): 0 | 1 {
  return verdict === "broken" || verdict === "nothing compared" ? 1 : 0;
}

function watchedChange(change: ShapeChange, contract: Contract | undefined): WatchedChange {
  const message = changeSentence(change);
  if (contract) {
    const { standing, ...promise } = promiseOfChange(contract, change);
    return { ...(standing === "broken" ? decided(change) : change), message, standing, promise };
  }
  const isNew = change.kind === "property" || change.kind === "member" || change.kind === "type";
  // The sentinel is documented, and what it stands for may be not.
  const isDocumented = !change.undocumented && !/^unknownFutureValue$/i.test(change.what ?? "");
  return { ...change, message, standing: isNew && isDocumented ? "promised" : "unpromised" };
}

/** Whether a text looks otherwise by chance is no question where the contract says what it looks like. */
function decided(change: ShapeChange): ShapeChange {
  const isSeen = change.places.some(({ before }) => before.of >= enough);
  if (change.kind !== "format" || !change.unsure || !isSeen) return change;
  const { unsure: _, ...sure } = change;
  return sure;
}

interface Compared extends Pick<WatchReport, "compared" | "failOn"> {
  /** Whether there is a contract to hold it to. */
  readonly held: boolean;
}

function summarise(
  changes: readonly WatchedChange[],
  unsure: readonly WatchedChange[],
  { compared, failOn, held }: Compared,
): WatchSummary {
  const countOf = (standing: Standing) => changes.filter((change) => change.standing === standing).length;
  const counts = {
    broken: countOf("broken"),
    unpromised: countOf("unpromised"),
    promised: countOf("promised"),
  };
  const left = unsure.length === 0 ? "" : `; ${grouped(unsure.length)} not known, seen too seldom to say`;
  if (compared.objects.after === 0 && changes.length === 0) {
    const sentence = `Nothing could be compared: the two have seen no objects of the same operation${left}.`;
    return { verdict: "nothing compared", sentence, counts };
  }
  const fails =
    (failOn !== "none" && counts.broken > 0) ||
    ((failOn === "unpromised" || failOn === "any") && counts.unpromised > 0) ||
    (failOn === "any" && changes.length > 0);
  const words = standingWords(held);
  const phrases = standings.flatMap((one) =>
    counts[one] > 0 ? `${grouped(counts[one])} ${words[one]}` : [],
  );
  const sentence =
    changes.length === 0
      ? `Nothing changed${left}.`
      : `${counted(changes.length, "change")}: ${phrases.join(", ")}${left}.`;
  return { verdict: fails ? "broken" : changes.length === 0 ? "unchanged" : "changed", sentence, counts };
}

/** What each standing is called in a sentence; without a contract nothing is known to be promised or not. */
function standingWords(held: boolean): Readonly<Record<Standing, string>> {
  return held
    ? { broken: "breaking a promise", unpromised: "not promised", promised: "within the promise" }
    : { broken: "breaking a promise", unpromised: "to look at", promised: "documented" };
}

/** What each standing is called above its changes. */
export function standingTitles({
  contract,
}: Pick<WatchReport, "contract">): Readonly<Record<Standing, string>> {
  return contract === undefined
    ? { broken: "Breaks a promise", unpromised: "To look at", promised: "Documented" }
    : { broken: "Breaks a promise", unpromised: "Not promised", promised: "Within the promise" };
}
