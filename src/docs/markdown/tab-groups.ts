import { type Span, spanAt } from "../../base/span.ts";
import type { Flaw } from "../page.ts";
import { openingFence } from "./fence.ts";

interface Tab {
  readonly id: string;
  readonly span: Span;
  /** Whether anything stands in it. */
  filled: boolean;
}

interface TabGroup {
  readonly tabs: Tab[];
  /** An HTTP fence stands right above it. */
  readonly beside: boolean;
}

const tab = /^ {0,3}#{1,6}[ \t]*\[[^\]]*\]\(#tabs?\/([^)]*)\)/i;
const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const message = /^(?:http |example )*(?:request|response)s?\b|^examples?\b/i;
const response = /^\s*<!--.*"blockType"\s*:\s*"response"|^\s*"blockType"\s*:\s*"response"/i;

/** Tab groups that are broken, each at its first tab: a tab twice, the HTTP fence beside the tabs, no line at the end. */
export function tabFlaws(text: string, file: string): Flaw[] {
  if (!/\(#tabs?\//i.test(text)) return [];
  const flaws: Flaw[] = [];
  let group: TabGroup | undefined;
  let fence: string | undefined;
  /** The last thing above, blank lines left out, is an HTTP fence outside of all tabs. */
  let besideHttp = false;
  let isHttp = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (fence !== undefined) {
      if (line.trim() === fence) {
        fence = undefined;
        besideHttp = isHttp && !group;
      }
      continue;
    }
    if (line.trim() === "") continue;
    const opening = openingFence(line);
    const id = tab.exec(line)?.[1]?.toLowerCase();
    if (id !== undefined) {
      const span = spanAt({ file, line: index + 1, column: 1 }, line.trimEnd().length);
      group ??= { tabs: [], beside: besideHttp };
      group.tabs.push({ id, span, filled: false });
    } else if (rule.test(line)) {
      if (group) end(group, "");
      group = undefined;
    } else if (group && endsBy(line)) {
      end(group, line.trim().replace(/^#+\s*/, ""));
      group = undefined;
    } else {
      const last = group?.tabs.at(-1);
      if (last) last.filled = true;
    }
    besideHttp = false;
    if (opening) {
      fence = opening.marker;
      isHttp = /^(?:http|msgraph-interactive)?$/i.test(opening.info);
    }
  }
  if (group) end(group, "the end of the page");
  return flaws;

  function end({ tabs, beside }: TabGroup, swallowed: string): void {
    const [first] = tabs;
    const told = first && brokenBy(tabs, beside, swallowed);
    if (first && told) flaws.push({ rule: "page/tabs", message: told, span: first.span });
  }
}

/** A heading of an example, or what describes a response, stands in no tab. */
function endsBy(line: string): boolean {
  const [, marks = "", text = ""] = heading.exec(line) ?? [];
  return response.test(line) || (marks !== "" && (marks.length < 3 || message.test(text)));
}

function brokenBy(tabs: readonly Tab[], beside: boolean, swallowed: string): string | undefined {
  if (swallowed !== "") {
    const what =
      swallowed.startsWith("<!--") || swallowed.startsWith('"') ? "the response" : JSON.stringify(swallowed);
    return `no line "---" ends the tab group, so that ${swallowed === "the end of the page" ? "it goes on to the end of the page" : `${what} falls into its last tab`}`;
  }
  const twice = tabs.find(({ id }, index) => tabs.findIndex((other) => other.id === id) < index);
  if (twice) return `the tab "${twice.id}" is twice in one group`;
  const http = tabs.find(({ id }) => /^https?$/.test(id));
  if (beside && !http?.filled) return "the HTTP fence of the example stands beside its tabs, in none of them";
  return undefined;
}
