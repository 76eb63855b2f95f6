import { describe, expect, it } from "vitest";
import { collection } from "../../../src/rules/annotation/collection.ts";
import { invalidJson } from "../../../src/rules/annotation/invalid-json.ts";
import { responseType } from "../../../src/rules/annotation/response-type.ts";
import { unbound } from "../../../src/rules/annotation/unbound.ts";
import { apiPage, tableSection } from "../../support/page-text.ts";
import { inShort, pagesOf } from "../../support/pages-of.ts";
import { findingsOn } from "./judge-pages.ts";

const api = "api/team-list-runs.md";

function resource(name: string, rows: string, base = ""): string {
  return [
    `# ${name} resource type`,
    "",
    base ? `Inherits from [${base}](${base}.md).` : "A resource.",
    "",
    ...tableSection("Properties", [rows]),
    ...tableSection("Relationships", [name === "team" ? "|runs|[run](run.md) collection|Runs.|" : ""]),
  ].join("\n");
}

/** A page whose response annotation is in line 17; the body begins in line 22. */
function listPage(
  annotation: string,
  body: string,
  promise = "a collection of [run](../resources/run.md)",
): string {
  return [
    "# List runs",
    "",
    "## HTTP request",
    "```http",
    "GET /teams/{id}/runs",
    "```",
    "## Response",
    `A \`200 OK\` response code and ${promise} objects in the body.`,
    "## Examples",
    "### Request",
    '<!-- { "blockType": "request", "name": "list_runs" } -->',
    "```http",
    "GET https://graph.microsoft.com/v1.0/teams/1/runs",
    "```",
    "### Response",
    "Here it is.",
    annotation,
    "```http",
    "HTTP/1.1 200 OK",
    "Content-type: application/json",
    "",
    body,
    "```",
  ].join("\n");
}

function pages(annotation: string, body: string, promise?: string) {
  return pagesOf({
    [api]: listPage(annotation, body, promise),
    "resources/team.md": resource("team", "|name|String|Name.|"),
    "resources/run.md": resource("run", "|status|String|Status.|"),
    "resources/testrun.md": resource("testRun", "|coverage|Int32|Percent.|", "run"),
    "resources/report.md": resource("report", "|score|Int32|Score.|"),
  });
}

const runs = '{ "value": [ { "status": "done" } ] }';

function annotated(type: string, more = ""): string {
  return `<!-- { "blockType": "response", "@odata.type": "${type}"${more} } -->`;
}

describe("annotation/response-type", () => {
  it("passes when the annotation says what everybody says, collection or not, qualified or not", () => {
    for (const type of ["microsoft.graph.run", "Collection(microsoft.graph.run)", "#microsoft.graph.run"]) {
      expect(responseType.judge(pages(annotated(type), runs).example(api))).toEqual([]);
    }
  });

  it("passes when the annotation says a type that derives from it", () => {
    expect(responseType.judge(pages(annotated("microsoft.graph.testRun"), runs).example(api))).toEqual([]);
  });

  it("passes when the body itself names the annotation's type", () => {
    const body = '{ "value": [ { "@odata.type": "#microsoft.graph.report", "status": "done" } ] }';
    expect(responseType.judge(pages(annotated("microsoft.graph.report"), body).example(api))).toEqual([]);
  });

  it("fails at the annotation when it is in the minority, and says who says what", () => {
    expect(
      inShort(responseType.judge(pages(annotated("microsoft.graph.report"), runs).example(api))),
    ).toEqual([
      'fail 17:1 the annotation declares "microsoft.graph.report", but the Response section (line 8), the path and the body say "microsoft.graph.run"',
    ]);
  });

  it("is not verified when no page declares the annotation's type: it may derive from the other", () => {
    expect(inShort(responseType.judge(pages(annotated("microsoft.graph.audit"), runs).example(api)))).toEqual(
      [
        expect.stringMatching(
          /^not-verified 17:1 the annotation declares "microsoft.graph.audit", but .* say "microsoft.graph.run"; no page of "microsoft.graph.audit" was read$/,
        ),
      ],
    );
  });

  it("fails where a single value and the sentence are of another type", () => {
    const found = (type: string, value: string) =>
      findingsOn({
        "api/ship-isafloat.md": apiPage("ship: isAfloat", "GET /ships/{id}/isAfloat", {
          response: "`200 OK` response code and a Boolean",
          examples: [
            [
              "GET https://graph.microsoft.com/v1.0/ships/7/isAfloat",
              `HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "value": ${value} }`,
            ],
          ],
        }).replace('"truncated":true', `"@odata.type":"${type}"`),
      }).map(({ rule, message }) => `${rule} ${message}`);
    expect(found("string", "true")).toEqual([
      expect.stringMatching(
        /^annotation\/response-type the annotation declares "Edm.String", but the Response section \(line \d+\) and the body say "Edm.Boolean"$/,
      ),
    ]);
    expect(found("Edm.Boolean", "true")).toEqual([]);
    expect(found("string", '"yes"')).toEqual([]);
  });

  it("is not applicable without an annotated type", () => {
    const page = pages('<!-- { "blockType": "response" } -->', runs);
    expect(responseType.judge(page.example(api))).toBe("not-applicable");
  });
});

describe("annotation/collection", () => {
  const judge = (annotation: string, body: string, promise?: string) =>
    inShort(collection.judge(pages(annotation, body, promise).example(api)));

  it("passes when the annotation is right, and is not applicable when it says nothing", () => {
    expect(judge(annotated("microsoft.graph.run", ', "isCollection": true'), runs)).toEqual([]);
    expect(judge(annotated("Collection(microsoft.graph.run)"), runs)).toEqual([]);
    expect(judge(annotated("microsoft.graph.run", ', "isEmpty": true'), '{ "value": [] }')).toEqual([]);
    expect(judge(annotated("microsoft.graph.run"), runs)).toBe("not-applicable");
  });

  it("fails when the annotation says no collection and the body is one", () => {
    expect(judge(annotated("microsoft.graph.run", ', "isCollection": false'), runs)).toEqual([
      'fail 17:1 the annotation says "isCollection": false, but the body is a collection',
    ]);
  });

  it("gives the type of the one resource where the annotation says Collection(...), and the flag where it has one", () => {
    const one = (annotation: string) => {
      const page = listPage(annotation, '{ "status": "done" }', "a [run](../resources/run.md)");
      const run = resource("run", "|status|String|Status.|");
      return collection.judge(pagesOf({ [api]: page, "resources/run.md": run }).example(api));
    };
    expect(one(annotated("Collection(microsoft.graph.run)"))).toMatchObject([
      {
        advice: 'write "@odata.type": "microsoft.graph.run"',
        fix: { edits: [{ text: '"microsoft.graph.run"' }] },
      },
    ]);
    expect(one(annotated("microsoft.graph.run", ', "isCollection": true'))).toMatchObject([
      { advice: 'write "isCollection": false', fix: { edits: [{ text: "false" }] } },
    ]);
    expect(one(annotated("microsoft.graph.run"))).toBe("not-applicable");
  });

  it("fails when the annotation says empty and the body is not, and the reverse", () => {
    expect(judge(annotated("microsoft.graph.run", ', "isEmpty": true'), runs)).toEqual([
      'fail 17:1 the annotation says "isEmpty": true, but the body has 1 item',
    ]);
    expect(judge(annotated("microsoft.graph.run", ', "isEmpty": false'), '{ "value": [] }')).toEqual([
      'fail 17:1 the annotation says "isEmpty": false, but the body has no item',
    ]);
  });

  it("leaves a body that breaks the page's own promise to body/shape", () => {
    expect(judge(annotated("microsoft.graph.run", ', "isCollection": true'), '{ "status": "done" }')).toEqual(
      [],
    );
  });
});

describe("annotation/invalid-json", () => {
  it("passes for JSON and fails at the place where it breaks", () => {
    expect(inShort(invalidJson.judge(pages(annotated("microsoft.graph.run"), runs).context(api)))).toEqual(
      [],
    );
    const broken = '<!-- { "blockType": "response", "truncated": true, } -->';
    expect(inShort(invalidJson.judge(pages(broken, runs).context(api)))).toEqual([
      "fail 17:50 /sections/response-1 the annotation is not JSON: a comma before the closing bracket",
    ]);
  });

  it("is not applicable to a page without annotations", () => {
    expect(invalidJson.judge(pagesOf({ "api/a.md": "# A\n\n## HTTP request\n" }).context("api/a.md"))).toBe(
      "not-applicable",
    );
  });
});

describe("annotation/unbound", () => {
  it("passes when every annotation has its fence", () => {
    expect(inShort(unbound.judge(pages(annotated("microsoft.graph.run"), runs).context(api)))).toEqual([]);
  });

  it("fails for a block type that does not exist", () => {
    const page = pages('<!-- { "blockType": "responce", "@odata.type": "microsoft.graph.run" } -->', runs);
    expect(inShort(unbound.judge(page.context(api)))).toEqual([
      expect.stringMatching(/^fail 17:1 \/sections\/response-1 "responce" is no block type;/),
    ]);
  });

  it("fails for each of two annotations that no fence follows, and tells them apart", () => {
    const text =
      '# A\n\n## HTTP request\n\n```http\nGET /a\n```\n\n<!-- { "blockType": "request" } -->\n\n<!-- { "blockType": "response" } -->\n';
    const verdicts = inShort(unbound.judge(pagesOf({ "api/a.md": text }).context("api/a.md")));
    expect(verdicts).toEqual([
      expect.stringMatching(/^fail 9:1 \/sections\/http-request no fence follows/),
      expect.stringMatching(/^fail 11:1 \/sections\/http-request\/2 no fence follows/),
    ]);
  });
});
