import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/docs/read-page.ts";
import { compareValues } from "../../../src/odata/compare-values.ts";
import { readContextUrl } from "../../../src/odata/context-url.ts";

/** So long that a pattern which begins anew at each of them takes minutes. */
const run = (character: string) => character.repeat(300_000);

describe("a run of one character that is never ended", () => {
  it("is read as the text of an answer", () => {
    const page = `# Get a\n\n## HTTP request\n\n\`\`\`http\nGET /a\n\`\`\`\n\n## Example\n\n<!-- { "blockType": "response" } -->\n\`\`\`http\nHTTP/1.1 200 OK\nContent-type: application/json\n\n{"a": "${run(" ")}x\n}\n\`\`\`\n`;
    const { examples } = readPage(page, { file: "api/a.md", version: "v1.0" });
    expect(examples[0]?.response?.message.body?.text).toContain("x\n}");
  });

  it.each([" ", "*", ":"])(
    "is read behind the words that announce derived types, and as a name (%j)",
    (one) => {
      const page = `# boat resource type\n\nBase type of the following types${run(one)}x.\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|id${run(one)}x|String|The id.|\n`;
      const { types } = readPage(page, { file: "resources/boat.md", version: "v1.0" });
      expect(types).toHaveLength(1);
    },
  );

  it("is read in what a service sends", () => {
    expect(readContextUrl(`https://h/a${run("/")}b$metadata#users`)?.segments).toEqual(["users"]);
    const padded = { value: `a${run("=")}b`, type: "binary" } as const;
    expect(compareValues(padded, { value: "x", type: "binary" }, false)).toBe("different");
  });
});
