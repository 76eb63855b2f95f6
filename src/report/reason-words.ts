import type { Reason } from "../rules/reason.ts";

export interface ReasonWords {
  readonly why: string;
  /** What would have it verified. */
  readonly change: string;
}

/** Why something was not verified, as a reader is told who has not read of it before. */
export const reasonWords: Readonly<Record<Reason, ReasonWords>> = {
  "missing-permission": {
    why: "the application lacks the permission",
    change: "grant what `gate --plan` names",
  },
  "not-licensed": { why: "the tenant has no licence for it", change: "gate a tenant that has one" },
  "not-available": {
    why: "this tenant, or this cloud, does not have it",
    change: "gate one that has, or --exclude it",
  },
  "no-data": {
    why: "nothing came that could be held to the promise",
    change: "have such a resource in the tenant, or --bind one",
  },
  throttled: {
    why: "the service asked to wait for too long",
    change: "gate again, with a lower --concurrency",
  },
  "service-error": { why: "the service failed (5xx)", change: "gate again; where it stays, report it" },
  "write-not-allowed": { why: "it would write", change: "--allow-writes, in a tenant for tests" },
  "no-credentials": { why: "the service did not take the token", change: "see who signs in, and where" },
  placeholder: {
    why: "the example has a placeholder where a value should stand",
    change: "write a value there",
  },
  "not-in-folder": {
    why: "the page that would tell is not among those that were read",
    change: "judge with the whole api-reference (--context), or --metadata",
  },
  unreadable: { why: "it could not be read", change: "the report tells where, and why" },
  "open-type": {
    why: "the type is open: a name that no page declares may be right",
    change: "have its page declare it",
  },
  undocumented: { why: "no page says what would have to hold", change: "document it, or add --metadata" },
  budget: {
    why: "the run had used up its requests, or its time",
    change: "raise --budget or --time-limit, or share it out by --shard",
  },
};
