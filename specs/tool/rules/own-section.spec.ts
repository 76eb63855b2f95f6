import { describe, expect, it } from "vitest";
import { answers, asks, boatPages, ok, url } from "./boat-pages.ts";
import { findingsOn, fixed } from "./judge-pages.ts";

const pair = asks(`GET ${url}`) + answers(ok);
const found = (page: Parameters<typeof boatPages>[0]) =>
  findingsOn(boatPages(page))
    .filter(({ rule }) => rule !== "request/placeholder" && rule !== "annotation/duplicate-name")
    .map(({ rule, marks }) => `${rule} ${marks.split("\n")[0]}`);

describe("an example in a section of its own", () => {
  const section = (prose: string, answer: string) =>
    `${pair}\n## Fetch the picture\n\n### HTTP request\n\n\`\`\`http\nGET /boats/{boat-id}/picture\n\`\`\`\n\n${asks(`GET ${url}/picture`)}\n### Response\n\n${prose}\n\n<!-- {"blockType": "response"} -->\n\`\`\`http\n${answer}\n\`\`\`\n`;

  it("is judged by the status that its own section promises, in digits or as a redirect", () => {
    const redirect = "HTTP/1.1 302 Found\nLocation: https://cdn.example.com/b-1.png";
    expect(found({ examples: section("The service redirects to the picture.", redirect) })).toEqual([]);
    const accepted = "If successful, this method returns a `202 Accepted` response code.";
    expect(found({ examples: section(accepted, "HTTP/1.1 202 Accepted") })).toEqual([]);
    expect(found({ examples: section(accepted, "HTTP/1.1 204 No Content") })).toEqual([
      "http/status HTTP/1.1 204 No Content",
    ]);
  });

  it("has the status that is said around it beside those of the page", () => {
    const second = (prose: string) =>
      `### Example 1: Plain\n\n#${asks(`GET ${url}`)}\n#${answers(ok)}\n### Example 2: Later\n\n#${asks(`GET ${url}`)}\n#### Response\n\n${prose}\n\n<!-- {"blockType": "response"} -->\n\`\`\`http\nHTTP/1.1 202 Accepted\n\`\`\`\n`;
    expect(found({ examples: second("The service returns a `202 Accepted` response code.") })).toEqual([]);
    expect(found({ examples: second("The service returns later.") })).toEqual([
      "http/status HTTP/1.1 202 Accepted",
    ]);
  });

  it("is judged by the media type under its label", () => {
    const response =
      "### JSON\n\nIf successful, this method returns a `200 OK` response code and a [boat](../resources/boat.md) object.\n\n### CSV\n\nIf successful, this method returns a `200 OK` response code and the boat as comma-separated values.";
    const csv = "HTTP/1.1 200 OK\nContent-Type: text/csv\n\nId,Hull Name";
    const examples = (label: string) => `### ${label}\n\n#${asks(`GET ${url}`)}\n#${answers(csv, "")}\n`;
    expect(found({ response, examples: examples("CSV") })).toEqual([]);
    expect(found({ response, examples: examples("JSON") })).toEqual([
      "http/content-type Content-Type: text/csv",
    ]);
  });
});

describe("what an annotation says of a response", () => {
  const whole = (more: string) =>
    asks(`GET ${url}`) +
    answers(
      `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "id": "b-1",\n  "hullName": "Nutshell",\n  "mast": null,\n  "ports": []\n}`,
      `, "@odata.type": "microsoft.graph.boat"${more}`,
    );

  it("is which properties are optional", () => {
    expect(found({ examples: whole("") })).toEqual(["body/missing-property {"]);
    expect(found({ examples: whole(', "optionalProperties": ["isAfloat"]') })).toEqual([]);
    expect(found({ examples: whole(', "optionalProperties": ["mast"]') })).toEqual([
      "body/missing-property {",
    ]);
  });

  it("is that it has no body", () => {
    const empty = (more: string) => asks(`GET ${url}`) + answers("HTTP/1.1 200 OK", more);
    expect(found({ examples: empty(', "isEmpty": true') })).toEqual([]);
    expect(found({ examples: empty("") })).toEqual(["http/body-missing HTTP/1.1 200 OK"]);
  });
});

describe("a response that has no annotation", () => {
  const broken =
    'HTTP/1.1 409 Conflict\nContent-Type: application/json\n\n{\n  "error": { "code": "sunk", },\n}';

  it("is read behind the examples, as another answer to the request above it", () => {
    const after = `${pair}\n## When it has sunk\n\n\`\`\`http\n${broken}\n\`\`\`\n`;
    expect(found({ examples: after }).filter((each) => each.startsWith("body/invalid-json"))).toHaveLength(1);
    const other = `${pair}\n## When it has sunk\n\n\`\`\`http\nPOST ${url}/raise\n\`\`\`\n\n\`\`\`http\n${broken}\n\`\`\`\n`;
    expect(found({ examples: other })).toEqual([
      "page/unread POST https://graph.microsoft.com/v1.0/boats/b-1/raise",
      "page/unread HTTP/1.1 409 Conflict",
    ]);
  });

  it("has its body in the fence right behind its head", () => {
    const [head, body] = ok.split("\n\n");
    const parted = (between: string) =>
      `${asks(`GET ${url}`)}${answers(head ?? "")}${between}\n\`\`\`json\n${body?.replace('"b-1"', "1")}\n\`\`\`\n`;
    expect(found({ examples: parted("") })).toEqual(["body/type 1"]);
    expect(found({ examples: parted("\nA body looks so.\n") })).toContain(
      "http/body-missing HTTP/1.1 200 OK",
    );
  });
});

describe("a response in the place of a request", () => {
  it("is the one finding", () => {
    expect(found({ examples: asks(ok) + answers(ok) })).toEqual(["request/malformed HTTP/1.1 200 OK"]);
  });

  it("is none where only the annotation was copied to the response", () => {
    const copied = answers(ok).replace('"response"', '"request"');
    expect(found({ examples: asks(`GET ${url}`) + copied })).toEqual([]);
  });
});

describe("a request that its page documents otherwise", () => {
  it("has another method, on a relative URL, too", () => {
    const put = (path: string) => `${asks(`PUT ${path}`)}${answers("HTTP/1.1 204 No Content", "")}`;
    const response = "If successful, this method returns a `204 No Content` response code.";
    expect(found({ http: "PATCH /boats/{id}", response, examples: put("/boats/b-1") })).toEqual([
      "request/not-documented /boats/b-1",
    ]);
    expect(found({ http: "PATCH /boats/{id}", response, examples: put("/harbours/h-1") })).toEqual([]);
  });

  it("calls an action with parentheses, which its template has not", () => {
    const page = (http: string, path = "sink()") =>
      boatPages({
        http,
        response: "If successful, this method returns a `204 No Content` response code.",
        examples: `${asks(`POST ${url}/${path}`)}${answers("HTTP/1.1 204 No Content", "")}`,
      });
    expect(findingsOn(page("POST /boats/{id}/sink"))).toMatchObject([
      { rule: "request/not-documented", marks: "()" },
    ]);
    expect(fixed(page("POST /boats/{id}/sink"))).toEqual(page("POST /boats/{id}/sink", "sink"));
    expect(findingsOn(page("POST /boats/{id}/sink()"))).toEqual([]);
  });

  it("has its option told in the letters of the page", () => {
    const query = "This method supports the `$select` [OData query parameters](/graph/query-parameters).";
    const examples = `${asks(`GET ${url}?$selectHullName`)}${answers(ok)}`;
    expect(findingsOn(boatPages({ query, examples }))).toMatchObject([
      { rule: "request/option-not-supported", pointer: "/query/$selectHullName" },
    ]);
  });

  it("writes path and version in the letters of the page", () => {
    const page = (target: string) =>
      boatPages({ http: "GET /boats/{id}/seaTrials", examples: asks(`GET ${target}`) + answers(ok) });
    expect(findingsOn(page(`${url}/seatrials`))).toMatchObject([
      { rule: "request/not-documented", marks: "seatrials" },
    ]);
    expect(fixed(page(`${url}/seatrials`))).toEqual(page(`${url}/seaTrials`));
    expect(findingsOn(page(`${url.replace("v1.0", "V1.0")}/seaTrials`))).toMatchObject([
      { rule: "request/version", marks: "V1.0" },
    ]);
    expect(findingsOn(page(`${url}/seaTrials`))).toEqual([]);
  });
});
