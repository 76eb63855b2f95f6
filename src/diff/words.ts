import type { Contract } from "../contract/contract.ts";
import type { Between } from "./change-rule.ts";
import type { Difference } from "./difference.ts";
import { type Fact, partOf } from "./fact.ts";

/** The fact that a difference is about; the later one where there are two. */
export function factOf({ before, after }: Difference): Fact {
  const fact = after ?? before;
  if (!fact) throw new Error("a difference has neither side");
  return fact;
}

/** The innermost fact of a kind under which a difference stands, or the one that it is. */
export function around(difference: Difference, ...kinds: readonly Fact["kind"][]): Fact | undefined {
  return [...difference.within, factOf(difference)].findLast(({ kind }) => kinds.includes(kind));
}

/** Whether a difference is one of what clients send and never get: then more of it breaks nobody. */
export function isOnlySent({ within }: Difference): boolean {
  return within.some(({ kind }) => kind === "parameter");
}

/** Where a fact stands, in words: `microsoft.graph.user`, `GET /users/{}`, `"mail" of microsoft.graph.user`. */
export function placeOf(within: readonly Fact[]): string {
  const last = within.at(-1);
  if (!last) return "the contract";
  const outer = within.slice(0, -1);
  switch (last.kind) {
    case "path":
      return spellingOf(last);
    case "operation":
      return `${last.name} ${placeOf(outer)}`;
    case "type":
    case "enum":
    case "action":
    case "function":
      return last.name;
    case "overload":
      return `${placeOf(outer)}${last.name}`;
    case "returns":
      return `what ${placeOf(outer)} returns`;
    case "value-type":
    case "members":
    case "body":
    case "query-options":
    case "filter":
      return last.kind === "body" ? `the body of ${placeOf(outer)}` : placeOf(outer);
    case "request-body":
      return `the request body of ${placeOf(outer)}`;
    case "status":
      return `${last.name} of ${placeOf(outer)}`;
    case "scheme":
      return `${schemeName(last.name)} permissions of ${placeOf(outer)}`;
    case "deprecation":
      return placeOf(outer);
    case "member":
    case "property":
      return `"${last.name}" of ${placeOf(outer)}`;
    case "parameter":
      return `parameter "${last.name}" of ${placeOf(outer)}`;
    case "header":
      return `header "${last.name}" of ${placeOf(outer)}`;
    default:
      return `${last.kind} of ${placeOf(outer)}`;
  }
}

/** A path as its pages write it. */
export function spellingOf(path: Fact): string {
  const spelling = partOf(path, "spelling")?.value;
  return typeof spelling === "string" ? spelling : path.name;
}

/** What a permission table calls the kind of account. */
export function schemeName(scheme: string): string {
  const names: Readonly<Record<string, string>> = {
    "delegated-work": "delegated (work or school)",
    "delegated-personal": "delegated (personal)",
    application: "application",
  };
  return names[scheme] ?? scheme;
}

/** Whether metadata alone tells both sides: then what differs is the service, and no wording of a page. */
export function isDeclaredOnly({ before, after }: Between): boolean {
  return before.toldBy === "metadata" && after.toldBy === "metadata";
}

/** What a contract does with what is in it: pages document, metadata declares. */
export function toldAs({ toldBy }: Contract): "documented" | "declared" {
  return toldBy === "metadata" ? "declared" : "documented";
}
