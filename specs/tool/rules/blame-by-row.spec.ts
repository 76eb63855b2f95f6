import { describe, expect, it } from "vitest";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import type { Pages } from "../../support/rule-fixture.ts";
import { findingsOn, fixed } from "./judge-pages.ts";

const host = "https://graph.microsoft.com/v1.0";
const ok = (body: unknown, status = "200 OK") =>
  `HTTP/1.1 ${status}\nContent-Type: application/json\n\n${JSON.stringify(body)}`;
const send = (request: string, body: unknown) =>
  `${request}\nContent-Type: application/json\n\n${JSON.stringify(body)}`;

function found(pages: Pages): string[] {
  return findingsOn(pages)
    .filter(({ rule }) => !/^(?:page|permission|http)\//.test(rule))
    .map(({ rule, marks, pointer }) => `${rule} ${pointer ?? marks}`);
}

/** A resource with one property beside its key, and pages that each show a value of it. */
function shown(row: string, represented: unknown, ...values: readonly unknown[]): Pages {
  const gets = values.map((value, index) => [
    `api/kite-get${index}.md`,
    apiPage("Get kite", `GET /kites${index}/{id}`, {
      response: "`200 OK` response code and a [kite](../resources/kite.md) object",
      examples: [[`GET ${host}/kites${index}/7`, ok({ id: "7", tail: value })]],
    }),
  ]);
  const page = resourcePage("kite", {
    properties: ["|id|String|Key.|", row],
    json: { id: "String", tail: represented },
  });
  return { "resources/kite.md": page, ...Object.fromEntries(gets) };
}

const many = "|tail|String collection|What hangs on it.|";
const one = "|tail|String|What hangs on it.|";

describe("a row whose type is written as in another language", () => {
  it("is one finding, at its cell, whatever the examples show", () => {
    expect(found(shown("|tail|bool|Who hung it there.|", "string", "red", "blue"))).toEqual([
      "resource/table-cell bool",
    ]);
    expect(found(shown("|tail|Boolean|Who hung it there.|", "string", "red", "blue"))).toEqual([
      "body/type /tail",
      "body/type /tail",
    ]);
  });
});

describe("the fix of a row whose type is written as in another language", () => {
  const mended = (cell: string, represented: unknown, ...values: readonly unknown[]) =>
    fixed(shown(`|tail|${cell}|Whether it has one.|`, represented, ...values))["resources/kite.md"]?.match(
      /\|tail\|([^|]*)\|/,
    )?.[1];

  it("is the type that is meant, where nothing says another", () => {
    expect(mended("bool", true, false, true)).toBe("Boolean");
    expect(mended("`bool`", true)).toBe("`Boolean`");
    expect(mended("Edm.Bool", true)).toBe("Boolean");
    expect(mended("bool collection", [true])).toBe("Boolean collection");
    expect(mended("Collection(Bool)", [true], [false])).toBe("Collection(Boolean)");
  });

  it("is none where the examples or the JSON representation show another, or the name stands in a link", () => {
    expect(mended("bool", true, "red")).toBe("bool");
    expect(mended("bool", 3, true)).toBe("bool");
    expect(mended("[Bool](bool.md)", true)).toBe("[Bool](bool.md)");
  });
});

describe("a row that says another form than the JSON representation and all examples show", () => {
  it.each([
    ["many for one", many, "string", ["red", "blue"]],
    ["one for many", one, ["String"], [["red"], ["blue"]]],
    ["text for a number", one, 1024, [3, 4]],
  ])("is one finding, at the representation: %s", (_, row, represented, values) => {
    expect(found(shown(row, represented, ...values))).toEqual(["resource/representation /properties/tail"]);
  });

  it("is right where one example agrees with it, and where there is only one", () => {
    expect(found(shown(many, "string", "red", ["blue"]))).toEqual([
      "resource/representation /properties/tail",
      "body/type /tail",
    ]);
    expect(found(shown(many, "string", "red"))).toContain("body/type /tail");
  });

  it("is right where the representation agrees with it, but for one value against many on several pages", () => {
    expect(found(shown(many, ["String"], "red", "blue"))).toEqual([
      "resource/table-and-examples tail|String collection|What hangs on it.|",
    ]);
    expect(found(shown(one, "String", 3, 4))).toEqual(["body/type /tail", "body/type /tail"]);
  });
});

describe("a row whose name differs in letter case from what the examples of two pages write", () => {
  const written = (row: string, name: string, represented = row): Pages => {
    const gets = [0, 1].map((index) => [
      `api/kite-get${index}.md`,
      apiPage("Get kite", `GET /kites${index}/{id}`, {
        response: "`200 OK` response code and a [kite](../resources/kite.md) object",
        examples: [[`GET ${host}/kites${index}/7`, ok({ id: "7", [name]: "T-1" })]],
      }),
    ]);
    const page = resourcePage("kite", {
      properties: ["|id|String|Key.|", `|${row}|String|What hangs on it.|`],
      json: { id: "String", [represented]: "String" },
    });
    return { "resources/kite.md": page, ...Object.fromEntries(gets) };
  };

  it("is wrong where they write the name as Graph writes names, whatever its own representation repeats", () => {
    expect(found(written("tailID", "tailId"))).toEqual([
      "resource/table-and-examples tailID|String|What hangs on it.|",
    ]);
  });

  it("is right where they do not, and each example is mended", () => {
    const pages = written("tailId", "tailid");
    expect(found(pages)).toEqual(["body/unknown-property /tailid", "body/unknown-property /tailid"]);
    expect(found(fixed(pages))).toEqual([]);
  });

  it("mends no single example that may be right", () => {
    const { "api/kite-get1.md": _, ...one } = written("tailID", "tailId");
    expect(found(one)).toEqual(["body/unknown-property /tailId"]);
    expect(fixed(one)).toEqual(one);
  });
});

describe("a row of an update's own table", () => {
  const update = (parameter: string, ...bodies: readonly object[]): Pages => ({
    "resources/kite.md": resourcePage("kite", {
      properties: ["|id|String|Key.|", "|isTied|Boolean|Tied.|"],
      json: { id: "String", isTied: true },
    }),
    "api/kite-update.md": apiPage("Update kite", "PATCH /kites/{id}", {
      body: "In the request body, supply the values for a [kite](../resources/kite.md) object.",
      parameters: [parameter],
      response: "`200 OK` response code and a [kite](../resources/kite.md) object",
      examples: bodies.map((body) => [send(`PATCH ${host}/kites/7`, body), ok({ id: "7" })] as const),
    }),
  });

  it("is wrong where the resource's page and the examples say another type: once", () => {
    expect(found(update("|isTied|String|Tied up.|", { isTied: true }, { isTied: false }))).toEqual([
      "request/body isTied|String|Tied up.|",
    ]);
  });

  it("is wrong where every example sends another form: once", () => {
    const examples = [{ tails: "red" }, { tails: "blue" }] as const;
    expect(found(update("|tails|String collection|Tails.|", ...examples))).toEqual([
      "request/body tails|String collection|Tails.|",
    ]);
    expect(found(update("|tails|String collection|Tails.|", { tails: "red" }))).toEqual([
      "request/body /tails",
    ]);
    expect(found(update("|tails|String collection|Tails.|", { tails: "red" }, { tails: ["blue"] }))).toEqual([
      "request/body /tails",
    ]);
  });

  it("is right where the example fits neither, or the two agree", () => {
    expect(found(update("|isTied|String|Tied up.|", { isTied: 3 }))).toEqual(["request/body /isTied"]);
    expect(found(update("|isTied|Boolean|Tied up.|", { isTied: "no" }))).toEqual(["request/body /isTied"]);
    expect(found(update("|isTied|Boolean|Tied up.|", { isTied: true }))).toEqual([]);
  });
});

describe("a list of members that the examples agree against", () => {
  const pages = (sent: string): Pages => ({
    ...shown("|tail|String|Possible values are: `Short`, `Long`.|", "String", "short", "long"),
    "api/kite-post.md": apiPage("Create kite", "POST /kites", {
      body: "In the request body, supply a JSON representation of a [kite](../resources/kite.md) object.",
      response: "`201 Created` response code and a [kite](../resources/kite.md) object",
      examples: [[send(`POST ${host}/kites`, { tail: sent }), ok({ id: "7" }, "201 Created")]],
    }),
  });

  it("is no fault of a request, either", () => {
    expect(found(pages("short"))).toEqual([
      "resource/enum-member tail|String|Possible values are: `Short`, `Long`.|",
    ]);
    expect(found(pages("broken"))).toContain("request/body /tail");
  });
});

describe("an HTTP request without its beginning", () => {
  const pages = (template: string, asked: string): Pages => ({
    "resources/kite.md": resourcePage("kite", { properties: ["|id|String|Key.|"], json: { id: "String" } }),
    "api/kite-get.md": apiPage("Get kite", `GET ${template}`, {
      response: "`200 OK` response code and a [kite](../resources/kite.md) object",
      examples: [1, 2].map((key) => [`GET ${host}${asked}/${key}`, ok({ id: `${key}` })] as const),
    }),
  });

  it("is one finding, at the template", () => {
    expect(found(pages("/hangar/kites/{id}", "/me/field/hangar/kites"))).toEqual([
      "request/not-documented GET /hangar/kites/{id}",
    ]);
  });

  it.each([
    ["a path with a slip", "/hangar/kites/{id}", "/hangar/kits"],
    ["a name that paths begin with", "/me/kites/{id}", "/me/hangar/me/kites"],
    ["a name alone", "/{id}", "/me/kites"],
  ])("is not what is wrong with %s", (_, template, asked) => {
    const rules = found(pages(template, asked));
    expect(rules).toHaveLength(2);
    expect(rules.join()).not.toContain(`GET ${template}`);
  });
});

describe("an empty object in the place of a reference", () => {
  const pages = (method: string): Pages => ({
    "api/kite-owner.md": apiPage("Set owner", `${method} /kites/{id}/owner/$ref`, {
      response: "`204 No Content` response code",
      examples: [[send(`${method} ${host}/kites/7/owner/$ref`, {}), "HTTP/1.1 204 No Content"]],
    }),
  });

  it("takes the reference away where it is put", () => {
    expect(found(pages("PUT"))).toEqual([]);
    expect(found(pages("POST"))).toEqual(["request/reference /@odata.id"]);
  });
});

describe("an answer of several statuses", () => {
  const pages = (status: string): Pages => ({
    "resources/kite.md": resourcePage("kite", { properties: ["|id|String|Key.|"], json: { id: "String" } }),
    "api/kite-follow.md": apiPage("Follow kites", "POST /kites/follow", {
      response: `\`${status}\` response code and a collection of [kite](../resources/kite.md) objects`,
      examples: [
        [`POST ${host}/kites/follow`, ok({ value: [{ id: "7", error: { code: "notFound" } }] }, status)],
      ],
    }),
  });

  it("holds results, not resources", () => {
    expect(found(pages("207 Multi-Status"))).toEqual([]);
    expect(found(pages("200 OK"))).toEqual(["body/unknown-property /value/0/error"]);
  });
});

describe("the content of a file", () => {
  const pages = (annotation: string, media: string, body: string): Pages => {
    const page = apiPage("Get kite", "GET /kites/{id}", {
      response: "`200 OK` response code and a [kite](../resources/kite.md) object",
      examples: [[`GET ${host}/kites/7/plan`, `HTTP/1.1 200 OK\nContent-Type: ${media}\n\n${body}`]],
    });
    return {
      "resources/kite.md": resourcePage("kite", { properties: ["|id|String|Key.|"], json: { id: "String" } }),
      "api/kite-get.md": page
        .replace("```http\nGET /kites/{id}", "```http\nGET /kites/{id}\nGET /kites/{id}/plan")
        .replace('"blockType":"response"', `"blockType":"response","@odata.type":"${annotation}"`),
    };
  };

  it.each(["stream", "Edm.Stream", "String"])("comes as it is where the annotation says %s", (annotation) => {
    expect(findingsOn(pages(annotation, "text/vtt", "WEBVTT")).map(({ rule }) => rule)).toEqual([]);
  });

  it("is none where the annotation says that a resource comes", () => {
    const rules = findingsOn(pages("microsoft.graph.kite", "text/vtt", "WEBVTT")).map(({ rule }) => rule);
    expect(rules).toEqual(["http/content-type"]);
  });
});

describe("an annotation of another type", () => {
  const pages = (annotation: string): Pages => {
    const page = apiPage("Get kite", "GET /kites/{id}", {
      response: "`200 OK` response code and a [kite](../resources/kite.md) object",
      examples: [[`GET ${host}/kites/7`, ok({ id: "7", tail: "red" })]],
    });
    return {
      "resources/kite.md": resourcePage("kite", {
        properties: ["|id|String|Key.|", "|tail|String|What hangs on it.|"],
        json: { id: "String", tail: "String" },
      }),
      "api/kite-get.md": page.replace('"blockType":"response"', `"blockType":"response",${annotation}`),
    };
  };

  it("is one finding, whatever else it says", () => {
    expect(
      found(pages('"@odata.type":"string","isCollection":true')).map((each) => each.split(" ")[0]),
    ).toEqual(["annotation/response-type"]);
    const own = pages('"@odata.type":"microsoft.graph.kite","isCollection":true');
    expect(found(own).map((each) => each.split(" ")[0])).toEqual(["annotation/collection"]);
  });
});

describe("an annotation above a table", () => {
  const pages = (annotation: string, below: string): Pages => ({
    "api/kite-get.md": `# Get kite\n\n## Permissions\n\n<!-- ${annotation} -->\n${below}\n`,
  });
  const table = "|Permission type|Permissions|\n|:---|:---|\n|Application|Kite.Read.All|";
  const note = '{ "blockType": "ignored" } // Note: the table is written by hand.';
  const rules = (files: Pages) => findingsOn(files).map(({ rule }) => rule);

  it("keeps tools from it, and may have a note behind it", () => {
    const kept = rules(pages(note, table));
    expect(kept).not.toContain("annotation/unbound");
    expect(kept).not.toContain("annotation/invalid-json");
  });

  it("describes nothing where there is none, and is JSON but for the note", () => {
    expect(rules(pages(note, "Some words."))).toContain("annotation/unbound");
    expect(rules(pages('{ "blockType": "ignored", } // Note.', table))).toContain("annotation/invalid-json");
  });
});

describe("a word of English that links a type", () => {
  const pages = (text: string): Pages => ({
    "resources/note.md": resourcePage("note", { properties: ["|id|String|Key.|"], json: { id: "String" } }),
    "resources/stickynote.md": resourcePage("stickyNote", {
      properties: ["|id|String|Key.|", "|glue|String|What holds it.|"],
      json: { id: "String", glue: "String" },
    }),
    "api/stickynote-post.md": apiPage("Create note", "POST /notes", {
      body: `In the request body, supply a JSON representation of a [${text}](../resources/stickynote.md) object.`,
      response: `\`201 Created\` response code and a [${text}](../resources/stickynote.md) object`,
      examples: [
        [send(`POST ${host}/notes`, { glue: "much" }), ok({ id: "7", glue: "much" }, "201 Created")],
      ],
    }),
  });

  it("is short for the type of the page it leads to, by its first word or its last", () => {
    expect(found(pages("note"))).toEqual([]);
    expect(found(pages("sticky"))).toEqual([]);
  });
});

describe("a type that derives from the promised one", () => {
  const below = (name: string, row: string) =>
    resourcePage(name, { properties: [row], json: {} }).replace(
      `microsoft.graph.${name}"`,
      `microsoft.graph.${name}","baseType":"microsoft.graph.kite"`,
    );
  const pages = (type: string): Pages => ({
    "resources/kite.md": resourcePage("kite", { properties: ["|id|String|Key.|"], json: { id: "String" } }),
    "resources/boxkite.md": below("boxKite", "|cells|Int32|Cells.|"),
    "resources/deltakite.md": below("deltaKite", "|span|Int32|Span.|"),
    "resources/rope.md": resourcePage("rope", {
      properties: ["|strands|Int32|Strands.|"],
      json: { strands: 1 },
    }),
    "api/kite-list.md": apiPage("List kites", "GET /kites", {
      response: "`200 OK` response code and a collection of [kite](../resources/kite.md) objects",
      examples: [
        [
          `GET ${host}/kites`,
          ok({
            value: [
              { "@odata.type": "#microsoft.graph.boxKite", id: "7", cells: 2 },
              { "@odata.type": `#microsoft.graph.${type}`, id: "8" },
            ],
          }),
        ],
      ],
    }).replace('"blockType":"response"', '"blockType":"response","@odata.type":"microsoft.graph.boxKite"'),
  });

  it("may come beside another one, though the annotation names only that", () => {
    expect(found(pages("deltaKite")).filter((each) => each.startsWith("odata/"))).toEqual([]);
    expect(found(pages("rope"))).toContain("odata/type-name /value/1/@odata.type");
  });
});
