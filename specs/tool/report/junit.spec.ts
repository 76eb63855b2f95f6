import { describe, expect, it } from "vitest";
import { renderJunit } from "../../../src/report/junit.ts";
import { escapeXml } from "../../../src/report/junit-xml.ts";
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
  it("has a test case for each operation, which fails by cause, with what else there is beside it", () => {
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
    const made = report(judgements, { waivers });
    expect(renderJunit(made)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="graph-conformance" tests="1" failures="1" errors="0" skipped="0">',
        '<testsuite name="documented.v1.0" tests="1" failures="1" errors="0" skipped="0">',
        `<properties><property name="version" value="${made.tool.version}"/><property name="failOn" value="error"/><property name="verdict" value="not conformant: 1 error, 1 waived, 1 not verified"/></properties>`,
        `<testcase classname="documented.v1.0.run-list" name="GET /workflows/{}/runs" file="${file}">`,
        '<properties><property name="errors" value="1"/><property name="waived" value="1"/><property name="notVerified" value="1"/><property name="passed" value="1"/><property name="examples" value="1"/></properties>',
        '<failure type="body/unknown-property" message="&#34;totalTasksCount&#34; is not a property of run; did the page mean &#34;totalTasksCounts&#34;?">docs/v1.0/api/run-list.md:27:7&#10;error body/unknown-property /value/0/totalTasksCount&#10;&#34;totalTasksCount&#34; is not a property of run; did the page mean &#34;totalTasksCounts&#34;?</failure>',
        "<system-out>waived by identity-docs until 2027-03-31: The page is being rewritten (https://example.com/issues/12) (odata/next-link /@odata.nextLink)&#10;not verified, placeholder: &#34;1&#34; is a placeholder (body/format)</system-out>",
        "</testcase>",
        "</testsuite>",
        "</testsuites>",
        "",
      ].join("\n"),
    );
  });

  it("tells a cause once, however many findings come of it, in the one failure that Jenkins keeps", () => {
    const row = (pointer: string, id = "row") => {
      const { span } = failure();
      return failure({ pointer, message: `${id} says so`, cause: { id, span, sentence: `${id} says so` } });
    };
    const xml = renderJunit(
      report([
        exchange([row("/value/0/a"), row("/value/1/a"), row("/value/0/b", "other")]),
        exchange([row("/value/0/a")], { example: "list_more" }),
      ]),
    );
    expect(xml.match(/<testcase /g)).toHaveLength(1);
    expect(xml.match(/<failure /g)).toHaveLength(1);
    expect(xml).toContain('message="row says so; and 1 more cause"');
    expect(xml).toContain("error body/unknown-property /value/0/a, 3 times in 2 examples&#10;row says so");
    expect(xml).toContain('<property name="errors" value="4"/>');
  });

  it("passes where something was verified and nothing is wrong, and is never passed by a waiver or for nothing", () => {
    const passed = renderJunit(report([exchange([assertion(), notVerified()])]));
    expect(passed).toContain('tests="1" failures="0" errors="0" skipped="0"');
    expect(passed).toContain('<property name="notVerified" value="1"/>');
    const unknown = renderJunit(report([exchange([notVerified()])]));
    expect(unknown).toContain(
      '<skipped message="not verified, placeholder: &#34;1&#34; is a placeholder (body/format)"/>',
    );
    const waivers = [waiver({ rule: "body/unknown-property", scope: "*" })];
    const accepted = renderJunit(report([exchange([assertion(), notVerified(), failure()])], { waivers }));
    expect(accepted).toMatch(
      /<skipped message="waived by identity-docs until 2027-03-31: .*; and 1 more"\/>/,
    );
    expect(renderJunit(report([exchange([assertion({ status: "not-applicable" })])]))).not.toContain(
      "<testcase",
    );
  });

  it("skips a finding below the limit, and fails one at the limit", () => {
    const judgements = [exchange([failure({ severity: "warning" })])];
    expect(renderJunit(report(judgements))).toContain('failures="0" errors="0" skipped="1"');
    expect(renderJunit(report(judgements, { failOn: "warning" }))).toContain(
      'failures="1" errors="0" skipped="0"',
    );
  });

  it("passes an answer of a tenant that only has what no page names yet", () => {
    const news = failure({ severity: "info", source: "tenant" });
    const xml = renderJunit(report([answered([assertion(), news], { source: "tenant" })]));
    expect(xml).toContain('tests="1" failures="0" errors="0" skipped="0"');
    expect(xml).toContain('<property name="infos" value="1"/>');
  });

  it("fails for an unused waiver", () => {
    const xml = renderJunit(report([exchange([])], { waivers: [waiver({ fingerprint: "0123456789ab" })] }));
    expect(xml).toContain('<testsuite name="waivers" file="waivers.json" tests="1" failures="1"');
  });

  it("keeps the cases of a service apart from those of its page", () => {
    const xml = renderJunit(report([exchange([assertion()]), answered([assertion(), failure()])]));
    expect([...xml.matchAll(/<testcase classname="([^"]*)"/g)].map((match) => match[1])).toEqual([
      "documented.v1.0.run-list",
      "mock.v1.0.run-list",
    ]);
    expect(xml).toContain(`<failure type="body/unknown-property" message="&#34;totalTasksCount&#34; is not`);
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
    expect(new Set(elements)).toEqual(
      new Set(["testsuites", "testsuite", "properties", "property", "testcase", "failure"]),
    );
  });

  it("leaves ordinary text as it is", () => {
    expect(escapeXml("runs of /workflows/{id}: 1.0")).toBe("runs of /workflows/{id}: 1.0");
  });
});
