import { describe, expect, it } from "vitest";
import { spanAt, spanBetween, startOf } from "../../../src/base/span.ts";
import type { Fence } from "../../../src/docs/block.ts";
import { messageKind, readRequest, readResponse } from "../../../src/http/read-http-message.ts";

function fence(...lines: string[]): Fence {
  const location = { file: "a.md", line: 10, column: 3 };
  return {
    kind: "fence",
    language: "http",
    text: lines.join("\n"),
    location,
    closed: true,
    swallowedHeadings: 0,
  };
}

function at(line: number, column = 3) {
  return { file: "a.md", line, column };
}

describe("a request", () => {
  it("has a method, a URL, headers and a body, each in its place", () => {
    const request = readRequest(
      fence(
        "",
        "post https://graph.microsoft.com/v1.0/users HTTP/1.1",
        "Content-Type: application/json",
        " Prefer:x",
        "",
        '{ "a": 1 }',
        "",
      ),
    );
    expect(request).toEqual({
      method: "POST",
      url: "https://graph.microsoft.com/v1.0/users",
      target: spanAt(at(11, 8), "https://graph.microsoft.com/v1.0/users".length),
      headers: [
        { name: "Content-Type", value: "application/json", span: spanAt(at(12), 30) },
        { name: "Prefer", value: "x", span: spanAt(at(13, 4), 8) },
      ],
      body: { text: '{ "a": 1 }', location: at(15), json: { value: { a: 1 }, problems: [], duplicates: [] } },
      location: at(11),
    });
  });

  it("may break its URL before a query option", () => {
    const request = readRequest(fence("GET /me/messages", "  ?$select=id", "  &$top=1", "Prefer: a"));
    expect(request?.url).toBe("/me/messages?$select=id&$top=1");
    expect(request?.headers.map(({ span }) => span)).toEqual([spanAt(at(13), "Prefer: a".length)]);
    expect(request?.target).toEqual(spanBetween(at(10, 7), { line: 12, column: 12 }));
  });

  it("keeps spaces of its URL, which a version behind it is not", () => {
    expect(readRequest(fence("GET /users?$filter=a eq 'b'  "))?.url).toBe("/users?$filter=a eq 'b'");
    expect(readRequest(fence("GET /users HTTP/2"))?.url).toBe("/users");
  });

  it("is none without a method and a URL", () => {
    expect(readRequest(fence("GET"))).toBeUndefined();
    expect(readRequest(fence("FETCH /users"))).toBeUndefined();
    expect(readRequest(fence(""))).toBeUndefined();
  });
});

describe("a response", () => {
  it("has a status, a reason, headers and a body", () => {
    const response = readResponse(
      fence("HTTP/1.1 200 OK", "Content-type: application/json", "{", '  "id": 1,', "}"),
    );
    expect(response).toMatchObject({ status: 200, reason: "OK", location: at(10) });
    expect(response.headers).toEqual([
      { name: "Content-type", value: "application/json", span: spanAt(at(11), 30) },
    ]);
    expect(response.body?.location).toEqual(at(12));
    expect(response.body?.json?.problems.map(({ span }) => startOf(span))).toEqual([at(13, 12)]);
  });

  it.each([
    ["HTTP/1.1 204 No Content", 204, "No Content"],
    ["HTTP/1.1 204 - No Content", 204, "No Content"],
    ["HTTP 201 Created", 201, "Created"],
    ["http/2 200", 200, ""],
    ["HTTP/1.1 OK", undefined, "OK"],
  ])("reads the status line %s", (line, status, reason) => {
    const response = readResponse(fence(line));
    expect([response.status, response.reason, response.body]).toEqual([status, reason, undefined]);
  });

  it("without a status line is a body alone", () => {
    const response = readResponse(fence('{ "value": [] }'));
    expect(response.status).toBeUndefined();
    expect(response.body?.json?.value).toEqual({ value: [] });
    expect(readResponse(fence("HTTPS is needed")).body?.text).toBe("HTTPS is needed");
  });

  it("may have an empty line above or between its headers", () => {
    const response = readResponse(
      fence("HTTP/1.1 200 OK", "", "Content-Type: application/json", "", "Content-Length: 2", "", "{}"),
    );
    expect(response.headers.map(({ name }) => name)).toEqual(["Content-Type", "Content-Length"]);
    expect(response.body?.text).toBe("{}");
  });

  it("does not take the lines of a body for headers", () => {
    const response = readResponse(fence("HTTP/1.1 200 OK", "", "BEGIN:VCARD", "FN:Adele", "END:VCARD"));
    expect(response.headers).toEqual([]);
    expect(response.body?.text).toBe("BEGIN:VCARD\nFN:Adele\nEND:VCARD");
  });

  it("has JSON when its headers say so, and then also where it is broken", () => {
    expect(
      readResponse(fence("HTTP/1.1 200 OK", "Content-Type: application/json", "", "oops")).body?.json
        ?.problems,
    ).toHaveLength(1);
    expect(
      readResponse(fence("HTTP/1.1 200 OK", "Content-Type: application/problem+json", "", "{}")).body?.json
        ?.value,
    ).toEqual({});
  });

  it("has JSON under another content type only when it reads as JSON", () => {
    expect(
      readResponse(fence("HTTP/1.1 200 OK", "Content-Type: text/plain", "", '{ "a": 1 }')).body?.json?.value,
    ).toEqual({ a: 1 });
    expect(
      readResponse(fence("HTTP/1.1 200 OK", "Content-Type: image/png", "", "{bytes of the image}")).body
        ?.json,
    ).toBeUndefined();
    expect(readResponse(fence("HTTP/1.1 200 OK", "", "plain text")).body?.json).toBeUndefined();
  });
});

describe("the kind of a text", () => {
  it("is told by its first line that is not empty", () => {
    expect(messageKind("\n GET /me")).toBe("request");
    expect(messageKind("HTTP/1.1 200 OK\nGET /me")).toBe("response");
    expect(messageKind("\n\n[1]")).toBe("json");
  });

  it("is other for anything else", () => {
    expect(messageKind("")).toBe("other");
    expect(messageKind("GETTING started")).toBe("other");
    expect(messageKind("HTTPS only")).toBe("other");
  });
});
