import { tableSection } from "../../support/page-text.ts";
import { pagesOf } from "../../support/pages-of.ts";

/** What a spec says of a resource page. */
export interface ResourceSketch {
  readonly rows?: readonly string[];
  readonly relationships?: readonly string[];
  readonly json?: readonly string[];
  readonly base?: string;
  readonly annotation?: string;
}

/** A resource page; its first row stands in line 11. */
export function resource(
  name: string,
  { rows = [], relationships = [], json, base, annotation = "" }: ResourceSketch,
): string {
  return [
    `# ${name} resource type`,
    "",
    "Namespace: microsoft.graph",
    "",
    base ? `Inherits from [${base}](${base}.md).` : "A resource.",
    "",
    ...tableSection("Properties", rows),
    ...tableSection("Relationships", relationships),
    "## JSON representation",
    `<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.${name}"${annotation} } -->`,
    ...(json ? ["```json", "{", ...json, "}", "```"] : []),
  ].join("\n");
}

/** What a page rule sees of the page of `run`, with others beside it. */
export function contextOf(sketch: ResourceSketch, others: Readonly<Record<string, ResourceSketch>> = {}) {
  const pages = Object.entries({ run: sketch, ...others }).map(
    ([name, other]) => [`resources/${name}.md`, resource(name, other)] as const,
  );
  return pagesOf(Object.fromEntries(pages)).context("resources/run.md");
}
