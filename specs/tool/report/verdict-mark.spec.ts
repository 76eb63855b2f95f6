import { describe, expect, it } from "vitest";
import { renderHtml } from "../../../src/report/html/render-html.ts";
import { renderMarkdown } from "../../../src/report/markdown.ts";
import { markOf } from "../../../src/report/news.ts";
import type { Report } from "../../../src/report/report.ts";
import {
  answered,
  assertion,
  exchange,
  failure,
  notVerified,
  report,
  waiver,
} from "../../support/hand-made.ts";

const systems = [{ name: "Runs", pages: ["v1.0/run-list"] }];
const clean = report([exchange([assertion()])], { systems });
const waived = report([exchange([assertion(), failure()])], {
  systems,
  waivers: [waiver({ rule: "body/unknown-property", scope: "*" })],
});
const mild = report([exchange([assertion(), failure({ severity: "warning" })])], { systems });
const mark = ({ summary }: Report) => markOf(summary, summary.sources);

describe("the mark of a verdict", () => {
  it("is good only where nothing was waived and nothing failed", () => {
    expect(mark(clean)).toBe("good");
    expect(mark(waived)).toBe("accepted");
    expect(mark(mild)).toBe("mild");
    expect(mark(report([exchange([failure()])]))).toBe("bad");
    expect(mark(report([exchange([notVerified()])]))).toBe("open");
  });

  it("takes no harm from what a live service has beyond its pages", () => {
    const more = answered([assertion(), failure({ severity: "info", source: "tenant" })], {
      source: "tenant",
    });
    expect(mark(report([more]))).toBe("good");
  });

  it("stands alike in HTML and Markdown: no green over what was waived", () => {
    expect(renderMarkdown(clean)).toContain("## ✅ conformant");
    expect(renderMarkdown(waived)).not.toContain("✅");
    expect(renderMarkdown(mild)).not.toContain("✅");
    const badges = (made: Report) =>
      [...renderHtml(made).matchAll(/class="badge (\w+)"><svg[^>]*>.*?<\/svg>conformant/g)].map(
        ([, tone]) => tone,
      );
    // One of the system, and one of its operation.
    expect(badges(clean)).toEqual(["pass", "pass"]);
    expect(badges(waived)).toEqual(["waived", "waived"]);
    expect(badges(mild)).toEqual(["warning", "warning"]);
  });
});
