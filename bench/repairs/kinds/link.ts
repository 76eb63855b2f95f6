import type { LinePair } from "../hunks.ts";
import { type Kind, toldIf, type Year } from "../year.ts";

/** A link with the same text and another destination, in whatever line. */
export function linkKind({ before, after, file }: LinePair, year: Year): Kind | undefined {
  const [one, other] = [before, after].map(linksIn);
  for (const [text, target] of one ?? []) {
    const later = other?.get(text);
    if (later === undefined || later === target) continue;
    if (/^\/(?:concepts|api-reference)\//i.test(target))
      return {
        kind: "link",
        excluded: "a path of the repository, which its build turns into one of the site",
      };
    if (/^(?:\/|https?:\/\/(?:docs|learn)\.microsoft\.com)[^#?]*\.md\b/i.test(target))
      return { kind: "link" };
    if (/^(?:https?:|\/|#|mailto:)/i.test(target)) continue;
    const path = pathOf(target, file);
    if (!/^(?:api|resources)\//.test(path)) continue;
    if (path === pathOf(later, file)) continue;
    return toldIf("link", year.text(path) === "", "both pages are there");
  }
  return undefined;
}

function linksIn(line: string): ReadonlyMap<string, string> {
  return new Map(
    [...line.matchAll(/\[([^\]]+)\]\(([^)\s]+)/g)].map(([, text = "", target = ""]) => [text, target]),
  );
}

function pathOf(target: string, file: string): string {
  const [path = ""] = target.split("#");
  const directory = file.split("/")[0] ?? "";
  return path.startsWith("../") ? path.slice(3) : `${directory}/${path.replace(/^\.\//, "")}`;
}
