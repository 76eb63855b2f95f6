import type { GraphVersion } from "../page.ts";

/** Which page of the documentation site a saved page is. */
export interface SiteAddress {
  readonly version: GraphVersion;
  readonly folder: "api" | "resources";
  /** Lower case, without extension: `identitygovernance-run`. */
  readonly name: string;
}

/** What a saved page says of itself stands in its head, before any of its text. */
const head = 40_000;
const source = /\/?api-reference\/(v1\.0|beta)\/(api|resources)\/([\w.-]+?)\.md\b/i;
const onSite =
  /^https?:\/\/(?:learn|docs)\.microsoft\.com\/(?:[a-z]{2,3}(?:-[a-z\d]+)*\/)?graph\/api\/(?:api\/)?(resources\/)?([\w.-]+?)\/?(?:\?([^#]*))?(?:#.*)?$/i;
const ofGraph = /^https?:\/\/(?:learn|docs)\.microsoft\.com\/(?:[a-z]{2,3}(?:-[a-z\d]+)*\/)?graph\//i;
/** Where a page names itself: what a browser writes, the page's own links to its source, its address. */
const marks: readonly RegExp[] = [
  /<meta name="(?:original_content_git_url|gitcommit|source_path)" content="([^"]*)"/gi,
  /<!-- saved from url=\(\d+\)(\S+)/gi,
  /<meta property="og:url" content="([^"]*)"/gi,
  /<link rel="canonical" href="([^"]*)"/gi,
];

/** Reads which page of the site a saved page is; undefined where it does not say. */
export function addressOfPage(html: string): SiteAddress | undefined {
  const beginning = html.slice(0, head);
  for (const mark of marks) {
    for (const [, value = ""] of beginning.matchAll(mark)) {
      const url = value.replaceAll("&amp;", "&");
      const [, version, folder, name] = source.exec(url) ?? [];
      if (version && folder && name) {
        const known = folder.toLowerCase() === "api" ? "api" : "resources";
        return { version: versionNamed(version), folder: known, name: name.toLowerCase() };
      }
      const address = addressOfUrl(url, versionSaid(beginning) ?? "v1.0");
      if (address) return address;
    }
  }
  return undefined;
}

/** The page of the documentation that an absolute URL leads to; `version` where the URL names none. */
export function addressOfUrl(url: string, version: GraphVersion): SiteAddress | undefined {
  const [, resources, name, query = ""] = onSite.exec(url) ?? [];
  if (!name) return undefined;
  const view = /(?:^|&)view=graph-rest-(1\.0|beta)\b/i.exec(query)?.[1];
  return {
    version: view ? versionNamed(view) : version,
    folder: resources ? "resources" : "api",
    name: name.toLowerCase(),
  };
}

/** The version that a saved page is for, in the words of its head; undefined where it has none. */
export function versionSaid(html: string): GraphVersion | undefined {
  const beginning = html.slice(0, head);
  const said =
    /<meta name="(?:monikers|default_moniker|monikerRange)" content="(?:&gt;= ?)?graph-rest-(1\.0|beta)"/i.exec(
      beginning,
    ) ??
    /[?&;]view=graph-rest-(1\.0|beta)\b/i.exec(beginning) ??
    /<title>[^<]* - Microsoft Graph (?:v?(1\.0)|(beta)) \|/i.exec(beginning);
  const version = said?.[1] ?? said?.[2];
  return version ? versionNamed(version) : undefined;
}

/**
 * True for a page of the site's documentation of Graph, whichever it is. What does not say where it is from is one
 * when it speaks of Graph's namespace or service.
 */
export function isGraphPage(html: string): boolean {
  const beginning = html.slice(0, head);
  const named = marks.flatMap((mark) => [...beginning.matchAll(mark)].map(([, value = ""]) => value));
  if (named.some((url) => source.test(url) || ofGraph.test(url))) return true;
  return (
    named.every((url) => !/^https?:/i.test(url)) &&
    /\bmicrosoft\.graph\b|\bgraph\.microsoft\.com\b/i.test(html)
  );
}

/** One text for one page of the site, to find it by. */
export function addressKey({ version, folder, name }: SiteAddress): string {
  return `${version}/${folder}/${name}`;
}

function versionNamed(version: string): GraphVersion {
  return version.toLowerCase() === "beta" ? "beta" : "v1.0";
}
