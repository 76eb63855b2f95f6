import { UsageError } from "../base/usage-error.ts";
import type { GraphVersion } from "../docs/page.ts";

/** A URL as Graph has it, and the version that it is about. */
export interface GraphUrl {
  /** Absolute, with nothing between the host and the version. */
  readonly url: string;
  readonly version: GraphVersion;
}

/**
 * Reads the URL of a response. A gateway may serve Graph below a path of its own, which no page of Graph knows.
 * @param given the version where the URL has none
 * @throws UsageError where nobody says the version
 */
export function readGraphUrl(url: string, given?: GraphVersion): GraphUrl {
  const address = URL.canParse(url) ? url : `https://graph.microsoft.com${url.replace(/^(?!\/)/, "/")}`;
  const { origin } = new URL(address);
  const rest = address.slice(address.search(/(?<=^[\w+.-]+:\/\/[^/?#]*)(?:[/?#]|$)/));
  const [, written, behind = ""] = /^\/(?:[^?#]*?\/)?(v1\.0|beta)((?:[/?#].*)?)$/is.exec(rest) ?? [];
  const version = written === undefined ? given : written.toLowerCase() === "beta" ? "beta" : "v1.0";
  if (version === undefined)
    throw new UsageError(
      "the URL of the response has no version of Graph in it, v1.0 or beta: give it as { version }",
    );
  return { url: `${origin}/${version}${written === undefined ? rest : behind}`, version };
}
