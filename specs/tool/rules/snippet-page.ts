/** What a page of a snippet shows. */
export interface ShownSnippet {
  readonly request?: string;
  readonly language?: string;
  readonly code: string;
  readonly template?: string;
}

/** A page whose request stands in tabs with one snippet. */
export function snippetPage({
  request = "GET /lamps/l-1",
  language = "javascript",
  code,
  template = "GET /lamps/{id}",
}: ShownSnippet): string {
  return [
    "# Lamp",
    "",
    "## HTTP request",
    "```http",
    template,
    "```",
    "## Examples",
    "### Request",
    "# [HTTP](#tab/http)",
    '<!-- {"blockType": "request", "name": "lamp"} -->',
    "```http",
    request.replace(" /", " https://graph.microsoft.com/v1.0/"),
    "```",
    "# [Code](#tab/code)",
    ...(code.startsWith("[!") ? [code] : [`\`\`\`${language}`, code, "```"]),
    "---",
    "### Response",
    '<!-- {"blockType": "response"} -->',
    "```http",
    "HTTP/1.1 204 No Content",
    "```",
    "",
  ].join("\n");
}
