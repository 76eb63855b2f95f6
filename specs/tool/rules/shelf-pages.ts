import { okFence, tableSection } from "../../support/page-text.ts";

/** The page of a resource with the rows of its table. */
export function resourcePage(
  name: string,
  rows: readonly string[],
  annotation = `"@odata.type": "microsoft.graph.${name}"`,
): string {
  return [
    `# ${name} resource type`,
    "",
    "Namespace: microsoft.graph",
    "",
    "A piece of furniture.",
    "",
    ...tableSection("Properties", rows),
    "## JSON representation",
    "",
    `<!-- { "blockType": "resource", ${annotation} } -->`,
    "```json",
    "{",
    rows.map(memberOf).join(",\n"),
    "}",
    "```",
    "",
  ].join("\n");
}

/** The page that gets a shelf, with an example of the body. */
export function getPage(
  body: string,
  {
    annotation = '"@odata.type": "microsoft.graph.shelf", "truncated": true',
    template = "/shelves/{id}",
    asked = "/shelves/1",
    promise = "a [shelf](../resources/shelf.md) object",
    prefer = "",
  } = {},
): string {
  return [
    "# Get shelf",
    "",
    "## HTTP request",
    "```http",
    `GET ${template}`,
    "```",
    "## Response",
    `If successful, this method returns a \`200 OK\` response code and ${promise}.`,
    "",
    "## Example",
    '<!-- { "blockType": "request", "name": "get_shelf" } -->',
    "```http",
    `GET https://graph.microsoft.com/v1.0${asked}`,
    ...(prefer ? [prefer] : []),
    "```",
    ...okFence(annotation, body),
    "",
  ].join("\n");
}

/** A row's member of the JSON representation. */
function memberOf(row: string): string {
  const [, name = "", type = ""] = row.split("|");
  const bare = type.replace(/\[|\]\(.*?\)|collection|\s/gi, "");
  const one = /^(?:Int|Double|Decimal)/.test(bare)
    ? "1"
    : /^[a-z]/.test(bare)
      ? `{ "@odata.type": "microsoft.graph.${bare}" }`
      : `"${bare}"`;
  return `  "${name}": ${/collection/i.test(type) ? `[${one}]` : one}`;
}
