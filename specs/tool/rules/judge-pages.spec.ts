import { describe, expect, it } from "vitest";
import { tableSection } from "../../support/page-text.ts";
import { findingsOn, fixed, judgePages } from "./judge-pages.ts";
import { getPage } from "./shelf-pages.ts";

// How the spec of a rule is written where its fixture does not go far enough: page text in, findings out.
const shelf = [
  "# shelf resource type",
  "",
  "Namespace: microsoft.graph",
  "",
  ...tableSection("Properties", ["|id|String|The key.|", "|height|Int32|In millimetres.|"]),
].join("\n");

function pages(body: string, annotation?: string) {
  return { "api/shelf-get.md": getPage(body, { annotation }), "resources/shelf.md": shelf };
}

describe("pages written inline", () => {
  it("say what is found on them, and which text it marks", () => {
    expect(findingsOn(pages('{ "heights": 3 }'))).toEqual([
      {
        rule: "body/unknown-property",
        marks: '"heights"',
        pointer: "/heights",
        message: '"heights" is not a property of shelf; did the page mean "height"? (shelf.md:10)',
      },
    ]);
    expect(findingsOn(pages('{ "id": "1",\n  "height": "3" }'))).toMatchObject([
      { rule: "body/type", marks: '"3"', pointer: "/height" },
    ]);
  });

  it("have no finding where nothing is wrong", () => {
    expect(findingsOn(pages('{ "height": 3 }'))).toEqual([]);
    expect(judgePages(pages('{ "height": 3 }')).length).toBeGreaterThan(0);
  });

  it("are fixed as text, where there is no guess", () => {
    expect(fixed(pages('{ "heights": 3 }'))).toEqual(pages('{ "height": 3 }'));
    expect(fixed(pages('{ "id": "1",\n  "height": 3,\n}'))).toEqual(pages('{ "id": "1",\n  "height": 3\n}'));
    expect(fixed(pages('{ "id": "1"\n  "height": 3\n}'))).toEqual(pages('{ "id": "1",\n  "height": 3\n}'));
  });

  it("are fixed in all places at once, with their line breaks and their byte order mark", () => {
    const asWritten = (body: string) => {
      const { "api/shelf-get.md": get, ...others } = pages(body);
      return { ...others, "api/shelf-get.md": `\uFEFF${get.replaceAll("\n", "\r\n")}` };
    };
    const broken = asWritten('{ "@odata.type": "microsoft.graph.shelf",\n  "heights": 3 }');
    expect(findingsOn(broken).map(({ marks }) => marks)).toEqual(['"heights"', '"microsoft.graph.shelf"']);
    expect(fixed(broken)).toEqual(asWritten('{ "@odata.type": "#microsoft.graph.shelf",\n  "height": 3 }'));
  });

  it("stay as they are where a fix would be a guess", () => {
    const guess = pages('{ "height": "tall" }');
    expect(fixed(guess)).toEqual(guess);
  });
});
