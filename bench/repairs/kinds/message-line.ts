import type { LinePair } from "../hunks.ts";
import type { Place } from "../place.ts";
import { type Kind, sectionOf, toldIf, type Year } from "../year.ts";

const requestLine = /^\s*(GET|POST|PATCH|PUT|DELETE)\s+(\S+)/;

/** A request line of an example, or a status line. */
export function messageLineKind(pair: LinePair, { heading, fence }: Place, year: Year): Kind | undefined {
  const { before, after } = pair;
  if (before === "")
    return /^HTTP\/1/.test(after) && /^\s*(?:content-|[{[])/i.test(fence?.text ?? "")
      ? { kind: "no status line" }
      : undefined;
  if (/^HTTP\/1/.test(before) && after !== "") return statusKind(pair, year);
  if (requestLine.test(before) && requestLine.test(after) && !/^http request/i.test(heading))
    return requestKind(pair, year);
  return undefined;
}

function statusKind({ before, after, file }: LinePair, year: Year): Kind | undefined {
  const code = /\b\d{3}\b/.exec(before)?.[0];
  if (code === undefined) return undefined;
  if (code === /\b\d{3}\b/.exec(after)?.[0]) {
    const isOff = before.trim().toLowerCase() !== after.trim().toLowerCase();
    return isOff ? { kind: "reason phrase", excluded: "mild: nobody's promise" } : undefined;
  }
  const section = sectionOf(year.text(file), /^response\s*$/i);
  return toldIf("status", !section.includes(code), "the page promised it");
}

function requestKind({ before, after, file }: LinePair, year: Year): Kind | undefined {
  const [, method = "", url = ""] = requestLine.exec(before) ?? [];
  const [, later = "", laterUrl = ""] = requestLine.exec(after) ?? [];
  const templates = templatesOf(year.text(file));
  const isApi = file.startsWith("api/");
  if (method !== later) {
    // What a page leaves out of a path's beginning is no matter of the method.
    const isOf = (path: string) =>
      fits(pathOf(url), path) || pathOf(url).toLowerCase().endsWith(path.toLowerCase());
    const has = templates.some((each) => each.method === method && isOf(each.path));
    return toldIf("method of a request", isApi && !has, "the page's own templates have it");
  }
  const version = versionOf(url);
  if (version !== versionOf(laterUrl) && version !== undefined && !version.includes("{"))
    return { kind: "version of a request" };
  const [one, other] = [pathOf(url), pathOf(laterUrl)];
  if (one === other)
    return url === laterUrl
      ? undefined
      : { kind: "query of a request", excluded: "both are legal as far as the pages say" };
  const isLeft = /[{<]/.test(url);
  if (isLeft && !/[{<]/.test(laterUrl)) return { kind: "placeholder in a URL" };
  if (one.replace(/\{[^}]*\}/g, "{}") === other.replace(/\{[^}]*\}/g, "{}"))
    return { kind: "placeholder in a URL", excluded: "another placeholder" };
  if (!isApi) return { kind: "path of a request", excluded: "a resource page promises no path" };
  if (one.toLowerCase() === other.toLowerCase()) {
    const has = (path: string) => templates.some((each) => fits(path, each.path, true));
    return toldIf(
      "path of a request, letters",
      has(other) && !has(one),
      "the page's own templates have its letters",
    );
  }
  if (one.replace(/\(\)$/, "") === other) return { kind: "an action with parentheses" };
  const has = templates.some((each) => each.method === method && fits(one, each.path));
  return toldIf("path of a request", !has, "the page's own templates have it");
}

function templatesOf(text: string): { method: string; path: string }[] {
  return [...text.matchAll(/^#+ *HTTP request[\s\S]*?(?=^#)/gim)].flatMap(([section]) =>
    section.split("\n").flatMap((line) => {
      const [, method, url] = requestLine.exec(line) ?? [];
      return method && url ? [{ method, path: pathOf(url) }] : [];
    }),
  );
}

function pathOf(url: string): string {
  return (
    url
      .replace(/^https?:\/\/[^/]+/i, "")
      .replace(/^\/(?:v1\.0|beta|\{version\})(?=\/)/i, "")
      .split("?")[0] ?? ""
  ).replace(/\/$/, "");
}

function versionOf(url: string): string | undefined {
  return /^https?:\/\/[^/]+\/([^/?]+)/i.exec(url)?.[1]?.toLowerCase();
}

/** Whether a template has as many segments, and the same where neither is a key. */
function fits(path: string, template: string, exact = false): boolean {
  const folded = (text: string) => (exact ? text : text.toLowerCase()).split("/").filter(Boolean);
  const [segments, others] = [folded(path), folded(template)];
  return (
    others.length === segments.length &&
    others.every(
      (other, index) => /[{(]/.test(other) || other === segments[index] || /^\{/.test(segments[index] ?? ""),
    )
  );
}
