import { decoded } from "../../base/decoded.ts";
import { splitTarget } from "../message.ts";

export interface NextLink {
  /** Scheme, host and port that the client used, without a slash at the end. */
  readonly origin: string;
  /** Path and query of the request as sent. */
  readonly target: string;
  readonly skiptoken: string;
}

/**
 * The absolute URL of the next page: the request's own, with its options repeated. `$skip` is left out, since the
 * token counts from the beginning, and an earlier token makes way for the new one.
 */
export function nextLinkOf({ origin, target, skiptoken }: NextLink): string {
  const { path, query } = splitTarget(target);
  const repeated = query.split("&").filter((option) => option !== "" && !isReplaced(option));
  const options = [...repeated, `$skiptoken=${skiptoken}`].map((option) => escapeIn(option));
  return `${origin}${escapeIn(path)}?${options.join("&")}`;
}

function isReplaced(option: string): boolean {
  const name = decoded(option.split("=")[0] ?? "")
    .trim()
    .toLowerCase();
  return /^\$?skip(?:token)?$/.test(name);
}

/**
 * Escapes what must not stand in a URL (RFC 3986, section 3.3 and 3.4) and leaves the rest as it was sent: its escapes
 * already say what the client meant.
 */
function escapeIn(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/%(?![\da-f]{2})/gi, "%25")
    .replace(/[^\w\-.~!$&'()*+,;=:@/%?]+/gu, encodeURIComponent);
}
