import { operationId } from "../../contract/path/match-operation.ts";

/** What tells one documented path from another, and how it is written; keys have no name in either. */
export interface PathIdentity {
  /** In lower case: Graph reads paths in any letters. */
  readonly key: string;
  readonly written: string;
}

/** `/users/{id}/reminderView(startDateTime='{start}')` is `/users/{}/reminderView(startDateTime={})`. */
export function pathIdentity(path: string): PathIdentity {
  const written = operationId("", path)
    .replace(/\s+/g, "")
    // What a function's argument is called in the template, and its quotes, promise nothing.
    .replace(/=\s*(?:'[^']*'|"[^"]*"|[^,()'"]+)/g, "={}");
  return { key: written.toLowerCase(), written };
}
