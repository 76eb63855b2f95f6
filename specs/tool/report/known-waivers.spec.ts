import { describe, expect, it } from "vitest";
import { judgeDocumentedPage } from "../../../src/exchange/judge-documentation.ts";
import { documentation, waivers } from "../../support/documentation.ts";
import { unwaivedFindings } from "../../support/unwaived-findings.ts";

const today = "2026-11-22";

describe("the waivers of the pages that come with the project", () => {
  const judgements = documentation.folder.pages.flatMap((page) => judgeDocumentedPage(page, documentation));

  it("accept every finding on them", () => {
    expect(unwaivedFindings(judgements, waivers, today)).toEqual([]);
  });

  it("accept one finding each: without any one of them, one comes back", () => {
    for (const waiver of waivers) {
      const others = waivers.filter((other) => other !== waiver);
      expect(unwaivedFindings(judgements, others, today), waiver.reason).toHaveLength(1);
    }
  });

  it("accept nothing once they have expired", () => {
    expect(unwaivedFindings(judgements, waivers, "2100-01-01")).toHaveLength(waivers.length);
  });
});
