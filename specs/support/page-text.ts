/** What a resource page has: the rows of its tables and its JSON representation. */
export interface ResourceText {
  readonly properties: readonly string[];
  readonly relationships?: readonly string[];
  readonly json: object;
}

/** The Markdown of a resource page. */
export function resourcePage(name: string, { properties, relationships = [], json }: ResourceText): string {
  const keyed = "id" in json ? { keyProperty: "id" } : {};
  const annotation = { blockType: "resource", ...keyed, "@odata.type": `microsoft.graph.${name}` };
  return [
    `---\ndoc_type: resourcePageType\n---\n# ${name} resource type`,
    "Namespace: microsoft.graph",
    `## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|\n${properties.join("\n")}`,
    ...(relationships.length > 0
      ? [`## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n${relationships.join("\n")}`]
      : []),
    `## JSON representation\n\n<!-- ${JSON.stringify(annotation)} -->\n\`\`\`json\n${JSON.stringify(json, null, 2)}\n\`\`\`\n`,
  ].join("\n\n");
}

/** What an API page has beside its title and its request. */
export interface OperationText {
  readonly body?: string;
  /** The rows of its table of parameters. */
  readonly parameters?: readonly string[];
  /** What the sentence of the Response section returns. */
  readonly response: string;
  /** Requests with their responses. */
  readonly examples?: readonly (readonly [string, string])[];
}

/** The Markdown of an API page. */
export function apiPage(
  title: string,
  request: string,
  { body = "Nothing.", parameters = [], response, examples = [] }: OperationText,
): string {
  const table =
    parameters.length > 0
      ? `\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n${parameters.join("\n")}`
      : "";
  const shown = examples.map(
    ([asked, answered], index) =>
      `### Example ${index + 1}\n\n#### Request\n\n${fence("request", asked, `${title} ${index}`)}\n\n#### Response\n\n${fence("response", answered)}`,
  );
  return [
    `---\ndoc_type: apiPageType\n---\n# ${title}`,
    "Namespace: microsoft.graph",
    `## HTTP request\n\n\`\`\`http\n${request}\n\`\`\``,
    `## Request body\n\n${body}${table}`,
    `## Response\n\nIf successful, this method returns a ${response} in the response body.`,
    ...(shown.length > 0 ? ["## Examples", ...shown] : []),
  ].join("\n\n");
}

function fence(blockType: string, text: string, name?: string): string {
  const annotation = name === undefined ? { blockType, truncated: true } : { blockType, name };
  return `<!-- ${JSON.stringify(annotation)} -->\n\`\`\`http\n${text}\n\`\`\``;
}

/** A resource page with its two tables, and a JSON representation where that is wanted. */
export function resourceTables(
  name: string,
  rows: readonly string[],
  relationships: readonly string[] = [],
  representation: readonly string[] = [],
): string {
  return [
    ...[`# ${name} resource type`, "", "Namespace: microsoft.graph", ""],
    ...tableSection("Properties", rows),
    ...tableSection("Relationships", relationships),
    ...representation,
  ].join("\n");
}

/** The lines of a section with its table, and an empty one behind it. */
export function tableSection(heading: "Properties" | "Relationships", rows: readonly string[]): string[] {
  const column = heading === "Properties" ? "Property" : "Relationship";
  return [`## ${heading}`, "", `|${column}|Type|Description|`, "|:---|:---|:---|", ...rows, ""];
}

/** The lines of a response that is 200 with a body, and of its annotation: JSON without its braces. */
export function okFence(annotation: string, body: string): string[] {
  return [
    `<!-- { "blockType": "response", ${annotation} } -->`,
    "```http",
    "HTTP/1.1 200 OK",
    "Content-Type: application/json",
    "",
    body,
    "```",
  ];
}
