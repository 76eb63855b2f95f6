import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";

/** The promises of a Response section in short: `line:column status type[]`. */
function read(...lines: string[]): string[] {
  const text = ["# a", "## HTTP request", "## Response", ...lines, "", "[item]: ../resources/item.md"];
  const page = readPage(text.join("\n"), { file: "v1.0/api/a.md", version: "v1.0" });
  return (page.operation?.responses ?? []).map(({ status, body, location }) => {
    const type = body ? ` ${body.name || "?"}${body.collection ? "[]" : ""}` : "";
    return `${location.line}:${location.column} ${status}${type}`;
  });
}

const run = "[run](../resources/run.md)";

describe("a promise of a body", () => {
  it.each([
    [`Returns \`200 OK\` and a ${run} object in the response body.`, "run"],
    [`Returns \`200 OK\` and a collection of ${run} objects in the response body.`, "run[]"],
    [`Returns \`200 OK\` and a ${run} collection object in the response body.`, "run[]"],
    [`Returns \`200 OK\` and a list of ${run} objects.`, "run[]"],
    ["Returns `200 OK` and an [item][] in the response body.", "item"],
    ["Returns `200 OK` and an updated **run** object in the response body.", "run"],
    ["Returns `200 OK` and a collection of **runs**.", "runs[]"],
    [
      "Returns `200 OK` and a collection of microsoft.graph.run objects in the response body.",
      "microsoft.graph.run[]",
    ],
    ["Returns `200 OK` and a runSummary object in the response body.", "runSummary"],
    ["Returns `200 OK` and a String collection in the response body.", "String[]"],
    ["Returns `200 OK` and String collection object in the response body.", "String[]"],
    ["Returns `200 OK` and a Boolean in the response body.", "Boolean"],
    [`Returns \`200 OK\`. The response body contains a ${run} object.`, "run"],
    ["Returns `200 OK` and an [event](/graph/api/resources/event?view=x) object.", "event"],
  ])("is read from %j", (sentence, type) => {
    expect(read(sentence)).toEqual([`4:9 200 ${type}`]);
  });

  it("has no certain type where the prose leaves a choice", () => {
    expect(read(`Returns \`200 OK\` and a ${run} or [user](../resources/user.md) object.`)).toEqual([
      "4:9 200 ?",
    ]);
    expect(
      read(`Returns \`200 OK\` and a collection of ${run} and/or [user](../resources/user.md) objects.`),
    ).toEqual(["4:9 200 ?[]"]);
  });

  it.each([
    "Returns `200 OK`. It returns nothing in the response body.",
    "Returns `200 OK` and does not return anything in the response body.",
    `Returns \`200 OK\` and a \`Location\` header with a URI to the ${run} created.`,
    `Returns \`200 OK\` with a link to the ${run}.`,
    `Returns \`200 OK\` when updating **name**, **state**, and **size**.`,
    "Returns `200 OK`. See [the errors](errors.md) and [get a run](run-get.md).",
    `Returns \`200 OK\` with ${run} properties.`,
    "Returns `200 OK`.",
  ])("is not read from %j", (sentence) => {
    expect(read(sentence)).toEqual(["4:9 200"]);
  });
});

describe("a status", () => {
  it.each([
    ["Returns `204 No Content`.", "4:9 204"],
    ["Returns **201** with the item.", "4:9 201"],
    ["Returns 202 Accepted.", "4:9 202"],
    ["Returns an HTTP 400 when it fails.", "4:17 400"],
    ["Returns a 404 response.", "4:11 404"],
    ["Returns `HTTP/1.1 200 OK`.", "4:9 200"],
  ])("is read from %j", (sentence, promise) => {
    expect(read(sentence)).toEqual([promise]);
  });

  it("has the whole sentence from there on, with the mark that opens it, and no mark that closes another", () => {
    const sentences = (line: string) => {
      const text = `# a\n## HTTP request\n## Response\n${line}`;
      const { operation } = readPage(text, { file: "v1.0/api/a.md", version: "v1.0" });
      return operation?.responses.map(({ sentence }) => sentence);
    };
    expect(sentences("Returns `204 No Content`. Nothing else.")).toEqual(["`204 No Content`."]);
    expect(sentences("Returns `HTTP/1.1 200 OK`.")).toEqual(["`HTTP/1.1 200 OK`."]);
    expect(sentences("Returns **201** with the item.")).toEqual(["**201** with the item."]);
    expect(sentences("With `async` 202 Accepted.")).toEqual(["202 Accepted."]);
  });

  it("may be one of several in a list, each once, each in its line", () => {
    expect(
      read("The usual errors are the 400, 403 and", "404 responses.", "", "- `200 OK`", "- `200 OK` again"),
    ).toEqual(["4:26 400", "4:31 403", "5:1 404", "7:3 200"]);
  });

  it.each([
    "Works with Microsoft 365 and 200 items.",
    "A 200-series code.",
    "At most 404 names.",
    "Takes 500 ms.",
    "See v1.0/200 and a.200.b",
  ])("is not read from %j", (sentence) => {
    expect(read(sentence)).toEqual([]);
  });

  it("that the prose leaves out is the one of the response shown below it", () => {
    expect(
      read(`This method returns a ${run} object.`, "", "```http", "HTTP/1.1 201 Created", "```"),
    ).toEqual(["4:1 201 run"]);
    expect(read(`This method returns a ${run} object.`)).toEqual([]);
    expect(read("```http", "HTTP/1.1 201 Created", "```")).toEqual([]);
  });
});

describe("the sentence of a promise", () => {
  const sentences = (...lines: string[]) => {
    const text = ["# a", "## HTTP request", "## Response", ...lines].join("\n");
    const page = readPage(text, { file: "v1.0/api/a.md", version: "v1.0" });
    return page.operation?.responses.map(({ sentence }) => sentence);
  };
  const header = "The response will also contain a `Location` header, which leads to the work.";

  it("goes on with what is said of a header of the same response", () => {
    expect(sentences(`Returns a \`202 Accepted\` response code. ${header} Ask it.`)).toEqual([
      `\`202 Accepted\` response code. ${header}`,
    ]);
  });

  it("goes on with it where the header stands in ticks and the status does not", () => {
    const link = "That URL is in the `Location` header of the response.";
    expect(sentences(`Returns a 302 Found response with a link. ${link} Take it.`)).toEqual([
      `302 Found response with a link. ${link}`,
    ]);
  });

  it("is the one with the header where the status is said twice", () => {
    expect(
      sentences("Returns `202 Accepted`.", "", `If it starts, it returns \`202 Accepted\`. ${header}`),
    ).toEqual([`\`202 Accepted\`. ${header}`]);
  });

  it("ends where another thing is said", () => {
    expect(sentences("Returns `202 Accepted`. Send the `Location` header of the answer.")).toEqual([
      "`202 Accepted`.",
    ]);
    expect(
      sentences("Returns `204 No Content` and no body. With `Prefer`, the request gets a `200`."),
    ).toEqual(["`204 No Content` and no body.", "`200`."]);
  });
});
