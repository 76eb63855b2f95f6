/** A rule as somebody adds it by the four steps of CONTRIBUTING: what is written, by file. It is no rule of ours. */
export const exampleRule = {
  id: "odata/etag",

  files: {
    "src/rules/odata/etag.ts": `import { isObject } from "../../base/is-object.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { defineRule } from "../rule.ts";

/** The form of every \`@odata.etag\` of a response's body. */
export const etag = defineRule("odata/etag", {
  promise: "An @odata.etag is a quoted text, behind \`W/\` where it is a weak one.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  judge(context) {
    const found = etagsIn(context.response.body?.json?.value, "");
    if (found.length === 0) return "not-applicable";
    return found
      .filter(({ written }) => !/^(?:W\\/)?"[^"]*"$/.test(written))
      .map(({ written, pointer }) => ({
        status: "fail",
        message: \`"@odata.etag" is \${written}, without quotation marks\`,
        span: context.locate(pointer),
        pointer,
      }));
  },
});

function etagsIn(value: unknown, pointer: string): { written: string; pointer: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => etagsIn(item, \`\${pointer}/\${index}\`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const place = stepInto(pointer, name);
    return name === "@odata.etag" && typeof child === "string"
      ? [{ written: child, pointer: place }]
      : etagsIn(child, place);
  });
}
`,

    "src/rules/odata/etag.md": `# odata/etag

An \`@odata.etag\` is a quoted text, behind \`W/\` where it is a weak one.

## Explanation

Every \`@odata.etag\` of the body is read.

## Example

\`"@odata.etag" is 5b2f, without quotation marks\`

## Consequences

\`If-Match\` takes it as it is, and a server refuses it.

## Common causes

- the quotation marks were taken for those of the JSON text

## Source

RFC 9110, section 8.8.3.
`,

    "fixtures/rules/odata/etag.json": JSON.stringify({
      pages: { "api/tag-get.md": apiPage(), "resources/tag.md": resourcePage() },
      breaks: [
        {
          what: "An etag has no quotation marks.",
          file: "api/tag-get.md",
          replace: String.raw`"W/\"5b2f\""`,
          with: `"5b2f"`,
          expect: { at: `"5b2f"`, pointer: "/@odata.etag" },
        },
      ],
    }),
  },

  /** What is put into files that are there, before a text that stands there once. */
  insertions: [
    {
      file: "src/rules/catalogue.ts",
      before: 'import { nextLink } from "./odata/next-link.ts";\n',
      text: 'import { etag } from "./odata/etag.ts";\n',
    },
    { file: "src/rules/catalogue.ts", before: "  nextLink,\n", text: "  etag,\n" },
    {
      file: "src/mock/faults/odata-faults.ts",
      before: '  {\n    name: "other-host",\n',
      text: `  {
    name: "bare-etag",
    breaks: "@odata.etag has no quotation marks",
    expect: { rule: "odata/etag" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource) => ({ ...resource, "@odata.etag": "5b2f" })),
  },
`,
    },
  ],
} as const;

function apiPage(): string[] {
  return [
    ...["---", 'title: "Get tag"', "doc_type: apiPageType", "---", "", "# Get tag", ""],
    ...["Namespace: microsoft.graph.lending", "", "Reads one [tag](../resources/tag.md).", ""],
    ...[
      "## HTTP request",
      "",
      '<!-- { "blockType": "ignored" } -->',
      "``` http",
      "GET /lending/tags/{tagId}",
    ],
    ...["```", "", "## Optional query parameters", "", "This method doesn't support query parameters.", ""],
    ...["## Request body", "", "Don't supply a request body for this method.", "", "## Response", ""],
    "If successful, this method returns a `200 OK` response code and a [tag](../resources/tag.md) object.",
    ...["", "## Example", "", "### Request", "", '<!-- { "blockType": "request", "name": "get_tag" } -->'],
    ...["``` http", "GET https://graph.microsoft.com/v1.0/lending/tags/T-1", "```", "", "### Response", ""],
    '<!-- { "blockType": "response", "@odata.type": "microsoft.graph.lending.tag" } -->',
    ...["``` http", "HTTP/1.1 200 OK", "Content-Type: application/json", "", "{"],
    '  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#lending/tags/$entity",',
    ...[String.raw`  "@odata.etag": "W/\"5b2f\"",`, '  "id": "T-1"', "}", "```"],
  ];
}

function resourcePage(): string[] {
  return [
    ...["---", 'title: "tag resource type"', "doc_type: resourcePageType", "---", ""],
    ...["# tag resource type", "", "Namespace: microsoft.graph.lending", "", "Names what is lent.", ""],
    ...["## Methods", "", "|Method|Return type|Description|", "|:---|:---|:---|"],
    "|[Get](../api/tag-get.md)|[microsoft.graph.lending.tag](tag.md)|Reads one tag.|",
    ...["", "## Properties", "", "|Property|Type|Description|", "|:---|:---|:---|", "|id|String|The key.|"],
    ...["", "## JSON representation", ""],
    '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.lending.tag" } -->',
    "``` json",
    ...["{", '  "@odata.type": "#microsoft.graph.lending.tag",', '  "id": "String (identifier)"', "}", "```"],
  ];
}
