import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";
import { findingsOn, fixed } from "./judge-pages.ts";

const page = ({ request = "", response = "HTTP/1.1 201 Created", template = "/rooms/{id}/lamps" }) => ({
  "api/lamp-post.md": [
    "# Create lamp",
    "## HTTP request",
    "```http",
    `POST ${template}`,
    "```",
    "## Response",
    "A `201 Created` response code.",
    "## Examples",
    '<!-- { "blockType": "request", "name": "create_lamp" } -->',
    "```http",
    "POST https://graph.microsoft.com/v1.0/rooms/R-1/lamps",
    ...(request === "" ? [] : [request]),
    "```",
    '<!-- { "blockType": "response", "name": "create_lamp" } -->',
    "```http",
    response,
    "```",
    "",
  ].join("\n"),
});
const rule = (wanted: string, files: Record<string, string>) =>
  findingsOn(files).flatMap(({ rule, marks }) => (rule === wanted ? marks : []));

describe("the head of a message", () => {
  const joined = (files: Record<string, string>) => rule("http/blank-line-missing", files);
  const json = '{ "watts": 40 }';

  it("ends with an empty line, which a fix puts there", () => {
    const request = page({ request: `Content-Type: application/json\n${json}` });
    const response = page({ response: `HTTP/1.1 201 Created\nContent-Type: application/json\n${json}` });
    expect(joined(request)).toEqual([json]);
    expect(joined(page({ request: json }))).toEqual([json]);
    expect(joined(response)).toEqual([json]);
    expect(joined(fixed(request))).toEqual([]);
    expect(joined(fixed(response))).toEqual([]);
  });

  it("ends with one empty line where a header is missing, too", () => {
    const files = page({ response: `HTTP/1.1 201 Created\n${json}` });
    files["api/lamp-post.md"] = files["api/lamp-post.md"].replace(
      "A `201 Created` response code.",
      "A `201 Created` response code and a [lamp](../resources/lamp.md) object in the response body.",
    );
    const lamp = [
      "# lamp resource type",
      "Namespace: microsoft.graph",
      "## Properties",
      "|Property|Type|Description|",
      "|:-|:-|:-|",
      "|watts|Int32|How bright.|",
      "",
    ].join("\n");
    const all = { ...files, "resources/lamp.md": lamp };
    expect([joined(all), rule("http/content-type", all)]).toEqual([[json], ["HTTP/1.1 201 Created"]]);
    const head = `HTTP/1.1 201 Created\nContent-Type: application/json\n\n${json}\n`;
    expect(fixed(all)["api/lamp-post.md"]).toContain(head);
  });

  it("needs none where no body follows, or only a body is shown", () => {
    expect(joined(page({}))).toEqual([]);
    expect(joined(page({ request: `Content-Type: application/json\n\n${json}` }))).toEqual([]);
    expect(joined(page({ response: json }))).toEqual([]);
    expect(joined(page({ request: "Content-Type: text/plain\nDim" }))).toEqual([]);
  });
});

describe("the text of a rendered page", () => {
  it("has lost the empty lines, and lacks none", () => {
    const lines = [
      ...["List lamps", "HTTP request", "HTTP", "GET /lamps", "Response", "Examples", "Request", "HTTP"],
      ...["GET https://graph.microsoft.com/v1.0/lamps", "Response", "HTTP/1.1 200 OK"],
      ...["Content-Type: application/json", "{", '"value": []', "}"],
    ];
    const page = readPage(lines.join("\n"), { file: "lamp-list.v1.0.txt", version: "v1.0" });
    expect(page.examples.map(({ response }) => response?.message.body?.json?.value)).toEqual([{ value: [] }]);
    expect(page.flaws.filter((flaw) => flaw.rule === "http/blank-line-missing")).toEqual([]);
  });
});

describe("the Location of what was created", () => {
  const located = (where: string, more: Record<string, string> = {}) =>
    rule("http/location", { ...page({ response: `HTTP/1.1 201 Created\nLocation: ${where}` }), ...more });
  const at = "https://graph.microsoft.com/v1.0";

  it("is below the parent, and in the collection, of the request", () => {
    expect(located(`${at}/rooms/R-1/lamps/7`)).toEqual([]);
    expect(located("/rooms('R-1')/lamps('7')")).toEqual([]);
    expect(located(`${at}/rooms/R-2/lamps/7`)).toEqual([`Location: ${at}/rooms/R-2/lamps/7`]);
    expect(located("/rooms('R-2')/lamps('7')")).toEqual(["Location: /rooms('R-2')/lamps('7')"]);
    expect(located(`${at}/rooms/R-1/lamsp/7`)).toEqual([`Location: ${at}/rooms/R-1/lamsp/7`]);
  });

  it("is nobody's to judge where it goes another way, or has a placeholder or another form of key", () => {
    expect(located(`${at}/lamps/7`)).toEqual([]);
    expect(located(`${at}/rooms/{id}/lamps/7`)).toEqual([]);
    expect(located(`${at}/rooms/room@contoso.com/lamps/7`)).toEqual([]);
    expect(located(`${at}/rooms/R-1/lights/7`)).toEqual([]);
    expect(located("https://example.com/rooms/R-2/lamps/7")).toEqual([]);
  });
});
