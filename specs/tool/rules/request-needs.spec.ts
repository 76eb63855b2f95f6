import { describe, expect, it } from "vitest";
import { answers, asks, boatPages, ok, url } from "./boat-pages.ts";
import { findingsOn, fixed, judgePages } from "./judge-pages.ts";

const short = (pages: ReturnType<typeof boatPages>) =>
  findingsOn(pages).map(({ rule, marks, pointer }) => `${rule} ${marks} ${pointer ?? ""}`.trim());

describe("a required header", () => {
  const get = (headers: string, request: string) =>
    boatPages({
      headers,
      query: "This method supports the `$search`, `$filter` and `$count` OData query parameters.",
      examples: asks(`GET ${request}`) + answers(ok),
    });
  const level = "|ConsistencyLevel|eventual. This header and `$count` are required when using `$search`.|\n";
  const search = `${url}?$count=true&$search="hullName:nut"`;

  it("is sent with the option that it is required for, and only there", () => {
    expect(short(get(level, search))).toEqual([`request/header-missing ${search}`]);
    expect(short(get(level, `${search}\nConsistencyLevel: eventual`))).toEqual([]);
    expect(short(get(level, `${url}?$count=true`))).toEqual([]);
    expect(fixed(get(level, search))).toEqual(get(level, `${search}\nConsistencyLevel: eventual`));
  });

  it("is not verified where it is required on a condition of which the request shows a part", () => {
    const sometimes =
      "|ConsistencyLevel|eventual. This header and `$count` are required when using `$search`, or in specific usage of `$filter`.|\n";
    const doubts = (headers: string, request: string) =>
      judgePages(get(headers, request))
        .flatMap(({ assertions }) => assertions)
        .filter(({ rule, status }) => rule === "request/header-missing" && status === "not-verified");
    expect(doubts(sometimes, `${url}?$filter=isAfloat eq true`)).toMatchObject([
      { reason: "undocumented", message: expect.stringContaining('needs the header "ConsistencyLevel"') },
    ]);
    expect(doubts(sometimes, url)).toEqual([]);
    const narrow =
      "|ConsistencyLevel|eventual. Required when the request includes `$filter=isAfloat($deep=true)`.|\n";
    expect(short(get(narrow, `${url}?$filter=isAfloat%20eq%20true`))).toEqual([]);
    expect(doubts(narrow, `${url}?$filter=isAfloat%20eq%20true`)).toHaveLength(1);
    expect(doubts("|If-Match|The last known ETag. Required if it is locked.|\n", url)).toHaveLength(1);
    expect(short(get("|If-Match|The last known ETag. Required <br/> Use its newest.|\n", url))).toEqual([
      `request/header-missing ${url}`,
    ]);
  });

  it("is sent where it always is, and not where it is optional, signs in or tells of no body", () => {
    expect(short(get("|If-Match|The last known ETag. Required.|\n", url))).toEqual([
      `request/header-missing ${url}`,
    ]);
    expect(short(get("|If-Match|The last known ETag. Optional.|\n", url))).toEqual([]);
    expect(short(get("|If-Match|The last known ETag. Not required.|\n", url))).toEqual([]);
    expect(short(get("|Content-Type|application/json. Required.|\n", url))).toEqual([]);
  });
});

describe("the body of a request", () => {
  const sends = (
    json: string,
    http = "POST /boats/{id}/crew/$ref",
    target = `${url}/crew/$ref`,
    body?: string,
  ) =>
    boatPages({
      http,
      body: body ?? "In the request body, supply the identifier.",
      response: "If successful, this method returns a `204 No Content` response code.",
      examples: `${asks(`${http.split(" ")[0]} ${target}\nContent-Type: application/json\n\n${json}`)}${answers("HTTP/1.1 204 No Content", "")}`,
    });

  it("refers to a resource by @odata.id and by a version of Graph", () => {
    const users = "https://graph.microsoft.com/v1.0/users/1";
    expect(short(sends(`{ "@odata.id": "${users}" }`))).toEqual([]);
    expect(short(sends(`{ "@odata.id": "${users.replace("v1.0", "v1")}" }`))).toEqual([
      `request/reference "${users.replace("v1.0", "v1")}" /@odata.id`,
    ]);
    expect(short(sends('{ "id": "1" }'))).toContain('request/reference { "id": "1" } /@odata.id');
    expect(short(sends('{ "@odata.id": "users/1" }'))).toEqual([]);
  });

  it("names types as an answer does", () => {
    const supplies =
      "In the request body, supply a JSON representation of a [boat](../resources/boat.md) object.";
    const patch = (type: string) =>
      sends(
        `{ "mast": { "@odata.type": "${type}", "heightInMetres": 3 } }`,
        "PATCH /boats/{id}",
        url,
        supplies,
      );
    expect(short(patch("#microsoft.graph.mast"))).toEqual([]);
    expect(short(patch("mast"))).toEqual(['odata/type-name "mast" /mast/@odata.type']);
    expect(short(patch("#microsoft.sailing.mast"))).toEqual([
      'odata/type-name "#microsoft.sailing.mast" /mast/@odata.type',
    ]);
    expect(findingsOn(patch("microsoft.graph.mast"))).toHaveLength(1);
    expect(fixed(patch("microsoft.graph.mast"))).toEqual(patch("#microsoft.graph.mast"));
  });

  it("does not send what is read-only", () => {
    const supplies =
      "In the request body, supply a JSON representation of a [boat](../resources/boat.md) object.";
    expect(short(sends('{ "id": "b-2" }', "PATCH /boats/{id}", url, supplies))).toEqual([
      'request/read-only "id" /id',
    ]);
    expect(short(sends('{ "hullName": "b-2" }', "PATCH /boats/{id}", url, supplies))).toEqual([]);
  });
});
