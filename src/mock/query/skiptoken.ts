import { createHash } from "node:crypto";

/** Where a page begins, as a next link carries it. */
export interface PageStart {
  /** How many of the filtered and sorted items come before it. */
  readonly position: number;
  /** The page size that the first request preferred, when it did. */
  readonly pageSize?: number;
}

/**
 * Writes a `$skiptoken`, opaque to clients. `scope` says which list it leads through (path, filter, order): the token
 * is good for that list only.
 */
export function writeSkiptoken({ position, pageSize }: PageStart, scope: string): string {
  const start = `${position}.${pageSize ?? ""}`;
  return Buffer.from(`${start}.${sealOf(start, scope)}`).toString("base64url");
}

/** Reads a `$skiptoken`; undefined for one that was changed, cut short, or written for another list. */
export function readSkiptoken(token: string, scope: string): PageStart | undefined {
  const text = Buffer.from(token, "base64url").toString("latin1");
  const [, position = "", pageSize = ""] = /^(\d{1,15})\.(\d{0,9})\.[\w-]+$/.exec(text) ?? [];
  if (position === "") return undefined;
  const start = {
    position: Number(position),
    ...(pageSize === "" ? {} : { pageSize: Number(pageSize) }),
  };
  return writeSkiptoken(start, scope) === token ? start : undefined;
}

/** Guards against mistakes, not against forgery: the data is nobody's secret. */
function sealOf(start: string, scope: string): string {
  return createHash("sha256").update(`${start}\n${scope}`).digest("base64url").slice(0, 16);
}
