import type { RequestUrl } from "../../odata/request-url.ts";
import { graphFacts } from "../store/said-nowhere.ts";

/**
 * A path in which a colon behind a host begins the way to what lives there, and another one, which may be left out at
 * the end of all, ends it, with the address as another key: `sites/{host}:/teams/hr:/lists` is
 * `sites(webUrl='https://{host}/teams/hr')/lists`. Behind the name that is kept for the root it is the way from there, on
 * whatever host that is. What has no such colon comes back as it is.
 */
export function withAddressAsKey(segments: readonly string[]): readonly string[] {
  const [set = "", host = ""] = segments;
  if (!host.endsWith(":") || host.length < 2) return segments;
  const row = graphFacts.addressed.find(({ fact: { of } }) => of === set.toLowerCase())?.fact;
  if (!row) return segments;
  const isRoot = host.toLowerCase() === `${row.root}:`;
  const end = segments.findIndex((segment, index) => index > 1 && segment.endsWith(":"));
  const names = segments
    .slice(2, end < 0 ? undefined : end + 1)
    .map((name, index) => (index + 2 === end ? name.slice(0, -1) : name))
    .filter((name) => name !== "");
  if (isRoot && names.length === 0) return segments;
  const start = isRoot ? "" : `https://${host.slice(0, -1)}`;
  const url = [start, ...names].join("/").replaceAll("'", "''");
  return [`${set}(${row.property}='${url}')`, ...(end < 0 ? [] : segments.slice(end + 1))];
}

/** The same URL with such a path; itself where it has none. */
export function addressedByKey(url: RequestUrl): RequestUrl {
  const segments = withAddressAsKey(url.segments);
  return segments === url.segments ? url : { ...url, segments };
}
