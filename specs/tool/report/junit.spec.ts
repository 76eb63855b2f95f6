import { describe, expect, it } from "vitest";
import { escapeXml, renderJunit } from "../../../src/report/junit.ts";
import {
  answered,
  assertion,
  exchange,
  failure,
  file,
  notVerified,
  report,
  waiver,
} from "../../support/hand-made.ts";
import { hostile } from "../../support/hostile.ts";

describe("junit.xml", () => {
  it("has a test case for each rule that applied, in the suite of its exchange", () => {
    const judgements = [
      exchange([
        assertion(),
        assertion({ rule: "http/status", status: "not-applicable" }),
        failure(),
        failure({ rule: "odata/next-link", pointer: "/@odata.nextLink" }),
        notVerified(),
      ]),
    ];
    const waivers = [waiver({ rule: "odata/next-link", scope: "*" })];
    expect(renderJunit(report(judgements, { waivers }))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="graph-conformance" tests="4" failures="1" errors="0" skipped="2">',
        `<testsuite name="documented v1.0 Example 1: List the runs list_runs" file="${file}" tests="4" failures="1" errors="0" skipped="2">`,
        '<testcase classname="v1.0/run-list/list_runs" name="body/format"><skipped message="not verified, placeholder: &#34;1&#34; is a placeholder"/></testcase>',
        '<testcase classname="v1.0/run-list/list_runs" name="body/type"/>',
        '<testcase classname="v1.0/run-list/list_runs" name="body/unknown-property /value/0/totalTasksCount"><failure type="error" message="&#34;totalTasksCount&#34; is not a property of run; did the page mean &#34;totalTasksCounts&#34;?">docs/v1.0/api/run-list.md:27:7&#10;&#34;totalTasksCount&#34; is not a property of run; did the page mean &#34;totalTasksCounts&#34;?</failure></testcase>',
        '<testcase classname="v1.0/run-list/list_runs" name="odata/next-link /@odata.nextLink"><skipped message="waived by identity-docs until 2027-03-31: The page is being rewritten (https://example.com/issues/12)"/></testcase>',
        "</testsuite>",
        "</testsuites>",
        "",
      ].join("\n"),
    );
  });

  it("skips a finding below the limit, and fails one at the limit", () => {
    const judgements = [exchange([failure({ severity: "warning" })])];
    expect(renderJunit(report(judgements))).toContain('failures="0" errors="0" skipped="1"');
    expect(renderJunit(report(judgements, { failOn: "warning" }))).toContain(
      'failures="1" errors="0" skipped="0"',
    );
  });

  it("fails for an unused waiver", () => {
    const xml = renderJunit(report([exchange([])], { waivers: [waiver({ fingerprint: "0123456789ab" })] }));
    expect(xml).toContain('<testsuite name="waivers" file="waivers.json" tests="1" failures="1"');
  });

  it("keeps the cases of a service apart from those of its page", () => {
    const xml = renderJunit(report([exchange([assertion()]), answered([assertion(), failure()])]));
    expect([...xml.matchAll(/<testcase classname="([^"]*)"/g)].map((match) => match[1])).toEqual([
      "v1.0/run-list/list_runs",
      "mock/v1.0/run-list/list_runs",
      "mock/v1.0/run-list/list_runs",
    ]);
    expect(xml).toContain(`<failure type="error" message="&#34;totalTasksCount&#34; is not`);
    expect(xml).toContain(">docs/v1.0/api/run-list.md:12:1&#10;");
  });

  it("holds hostile text without a character that XML 1.0 excludes and without an element of its own", () => {
    const judgements = [
      exchange([failure({ message: hostile, meant: hostile })], { title: hostile, file: hostile }),
    ];
    const xml = renderJunit(report(judgements));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these XML excludes.
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
    const elements = [...xml.matchAll(/<\/?([\w-]+)/g)].map((match) => match[1]);
    expect(new Set(elements)).toEqual(new Set(["testsuites", "testsuite", "testcase", "failure"]));
  });

  it("leaves ordinary text as it is", () => {
    expect(escapeXml("runs of /workflows/{id}: 1.0")).toBe("runs of /workflows/{id}: 1.0");
  });
});
