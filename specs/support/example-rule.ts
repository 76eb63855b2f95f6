/** A rule as somebody adds it by the four steps of CONTRIBUTING: what is written, by file. It is no rule of ours. */
export const exampleRule = {
  id: "odata/entity-id",

  files: {
    "src/rules/odata/entity-id.ts": `import { isObject } from "../../base/is-object.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { defineRule } from "../rule.ts";

/** The form of every \`@odata.id\` of a response's body. */
export const entityId = defineRule("odata/entity-id", {
  promise: "An @odata.id is a URL, without a blank in it.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  judge(context) {
    const found = idsIn(context.response.body?.json?.value, "");
    if (found.length === 0) return "not-applicable";
    return found
      .filter(({ written }) => !/^\\S+$/.test(written))
      .map(({ written, pointer }) => ({
        status: "fail",
        message: \`"@odata.id" is "\${written}", with a blank in it\`,
        span: context.locate(pointer),
        pointer,
      }));
  },
});

function idsIn(value: unknown, pointer: string): { written: string; pointer: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => idsIn(item, \`\${pointer}/\${index}\`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const place = stepInto(pointer, name);
    return name === "@odata.id" && typeof child === "string"
      ? [{ written: child, pointer: place }]
      : idsIn(child, place);
  });
}
`,

    "src/rules/odata/entity-id.md": `# odata/entity-id

An \`@odata.id\` is a URL, without a blank in it.

## Explanation

Every \`@odata.id\` of the body is read.

## Example

\`"@odata.id" is "lending/labels/T 1", with a blank in it\`

## Consequences

Nobody can ask for it as it is.

## Common causes

- a key was put into the URL without being encoded

## Source

RFC 3986, section 2.
`,

    "fixtures/rules/odata/entity-id.json": JSON.stringify({
      pages: { "api/label-get.md": apiPage(), "resources/label.md": resourcePage() },
      breaks: [
        {
          what: "An id has a blank.",
          file: "api/label-get.md",
          replace: `"lending/labels/T-1"`,
          with: `"lending/labels/T 1"`,
          expect: { at: `"lending/labels/T 1"`, pointer: "/@odata.id" },
        },
      ],
    }),
  },

  /** What is put into files that are there, before a text that stands there once. */
  insertions: [
    {
      file: "src/rules/catalogue.ts",
      before: 'import { etag } from "./odata/etag.ts";\n',
      text: 'import { entityId } from "./odata/entity-id.ts";\n',
    },
    { file: "src/rules/catalogue.ts", before: "  etag,\n", text: "  entityId,\n" },
    {
      file: "src/mock/faults/odata-faults.ts",
      before: '  {\n    name: "other-host",\n',
      text: `  {
    name: "blank-in-id",
    breaks: "@odata.id has a blank",
    expect: { rule: "odata/entity-id" },
    response: (response, asked) =>
      withChangedResource(response, asked, (resource) => ({ ...resource, "@odata.id": "5b 2f" })),
  },
`,
    },
  ],
} as const;

function apiPage(): string[] {
  return [
    ...["---", 'title: "Get label"', "doc_type: apiPageType", "---", "", "# Get label", ""],
    ...["Namespace: microsoft.graph.lending", "", "Reads one [label](../resources/label.md).", ""],
    ...[
      "## HTTP request",
      "",
      '<!-- { "blockType": "ignored" } -->',
      "``` http",
      "GET /lending/labels/{labelId}",
    ],
    ...["```", "", "## Optional query parameters", "", "This method doesn't support query parameters.", ""],
    ...["## Request body", "", "Don't supply a request body for this method.", "", "## Response", ""],
    "If successful, this method returns a `200 OK` response code and a [label](../resources/label.md) object.",
    ...["", "## Example", "", "### Request", "", '<!-- { "blockType": "request", "name": "get_label" } -->'],
    ...["``` http", "GET https://graph.microsoft.com/v1.0/lending/labels/T-1", "```", "", "### Response", ""],
    '<!-- { "blockType": "response", "@odata.type": "microsoft.graph.lending.label" } -->',
    ...["``` http", "HTTP/1.1 200 OK", "Content-Type: application/json", "", "{"],
    '  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#lending/labels/$entity",',
    ...['  "@odata.id": "lending/labels/T-1",', '  "id": "T-1"', "}", "```"],
  ];
}

function resourcePage(): string[] {
  return [
    ...["---", 'title: "label resource type"', "doc_type: resourcePageType", "---", ""],
    ...["# label resource type", "", "Namespace: microsoft.graph.lending", "", "Names what is lent.", ""],
    ...["## Methods", "", "|Method|Return type|Description|", "|:---|:---|:---|"],
    "|[Get](../api/label-get.md)|[microsoft.graph.lending.label](label.md)|Reads one label.|",
    ...["", "## Properties", "", "|Property|Type|Description|", "|:---|:---|:---|", "|id|String|The key.|"],
    ...["", "## JSON representation", ""],
    '<!-- { "blockType": "resource", "@odata.type": "microsoft.graph.lending.label" } -->',
    "``` json",
    ...[
      "{",
      '  "@odata.type": "#microsoft.graph.lending.label",',
      '  "id": "String (identifier)"',
      "}",
      "```",
    ],
  ];
}
