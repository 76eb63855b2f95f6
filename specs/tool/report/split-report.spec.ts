import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fileNames } from "../../../src/report/html/file-names.ts";
import { htmlFiles, renderHtml } from "../../../src/report/html/render-html.ts";
import { writeReport } from "../../../src/report/write-report.ts";
import { exchange, failure, report } from "../../support/hand-made.ts";
import { hostile } from "../../support/hostile.ts";
import { largeReport } from "../../support/large-report.ts";

const folder = mkdtempSync(join(tmpdir(), "split-"));
afterAll(() => rmSync(folder, { recursive: true }));

const made = largeReport();
const documents = new Map([...htmlFiles(made)].map(({ file, text }) => [file, text]));
const index = documents.get("index.html") ?? "";

describe("a large report", () => {
  it("has a short first document, and each system with a finding in one of its own, by its name", () => {
    expect(index.length).toBeLessThan(500_000);
    expect([...documents.keys()]).toContain("details/of-system-7.html");
    expect([...documents.keys()]).not.toContain("details/of-system-1.html");
    expect(documents.get("details/of-system-7.html")).toContain("page 7 is wrong");
    expect(documents.get("details/clean-1.html")).toContain("Page 1");
  });

  it("leads by every link to a document and to an element that are there", () => {
    const ids = new Map(
      [...documents].map(([file, text]) => [
        file,
        new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? "")),
      ]),
    );
    const broken: string[] = [];
    for (const [file, text] of documents) {
      for (const [, href = ""] of text.matchAll(/(?:href|src)="([^"]*)"/g)) {
        if (/^(?:https?:|data:)|#L\d+$/.test(href)) continue;
        const [path = "", anchor = ""] = href.split("#");
        const target = path === "" ? file : posix.join(posix.dirname(file), decodeURIComponent(path));
        const known = ids.get(target);
        const isThere =
          known && (anchor === "" || anchor.startsWith("q=") || known.has(decodeURIComponent(anchor)));
        if (!isThere) broken.push(`${file}: ${href}`);
      }
    }
    expect(broken.slice(0, 5)).toEqual([]);
  });

  it("shows each page, and each finding in full, exactly once beside the first document", () => {
    const count = (pattern: RegExp) =>
      [...documents].flatMap(([file, text]) => (file === "index.html" ? [] : (text.match(pattern) ?? [])))
        .length;
    expect(count(/\sid="judgement-\d+"/g)).toBe(700);
    expect(count(/\sid="f-[^"]+"/g)).toBe(made.findings.length + made.waived.length);
  });

  it("tells a cause with many findings once, with the first of them and the way to all", () => {
    expect(index.match(/the row is wrong/g)).toHaveLength(1);
    expect(index).toContain("140 times in 140 pages");
    expect(index).toContain('href="details/search.html#q=rule%3Abody%2Ftype">128 more</a>');
  });

  it("puts what is worst first among the systems, and what is clean into a list", () => {
    const rows = [...index.matchAll(/<th scope="row"><a [^>]*>(System \d+)</g)].map(([, name]) => name);
    expect(rows.slice(0, 2)).toEqual(["System 35", "System 70"]);
    expect(rows).not.toContain("System 1");
    expect(index).toContain("480 systems without a finding");
  });

  it("has every finding to be searched, the waived ones too", () => {
    const [, json = "[]"] =
      /id="all-findings">(.*?)<\/script>/s.exec(documents.get("details/search.html") ?? "") ?? [];
    expect(JSON.parse(json)).toHaveLength(made.findings.length + made.waived.length);
  });

  it("is one document where that is wanted, and where it is small", () => {
    expect([...htmlFiles(made, { singleFile: true })].map(({ file }) => file)).toEqual(["index.html"]);
    expect([...htmlFiles(largeReport(20))].map(({ text }) => text)).toEqual([renderHtml(largeReport(20))]);
  });

  it("is the same for the same report", () => {
    expect([...htmlFiles(largeReport())]).toEqual([...documents].map(([file, text]) => ({ file, text })));
  });
});

describe("the links of a report to the web", () => {
  const sourceUrl = (file: string, line: number) =>
    file.startsWith("docs/") ? `https://example.com/blob/abc/${file}#L${line}` : undefined;

  it("lead to the line there, of what lies in the checkout", () => {
    const text = renderHtml(largeReport(20), { sourceUrl });
    expect(text).toContain('href="https://example.com/blob/abc/docs/v1.0/api/page-7.md#L27"');
    expect(text).not.toContain('href="docs/v1.0/api/page-7.md#L27"');
  });

  it("never to an address that acts", () => {
    expect(renderHtml(largeReport(20), { sourceUrl: () => "javascript:alert(1)" })).not.toContain(
      'href="javascript:',
    );
  });
});

describe("a large report that is written again", () => {
  it("removes the documents of the one before, and nothing that is not its own", async () => {
    const output = join(folder, "again");
    await writeReport(made, ["html"], output);
    writeFileSync(join(output, "details", "notes.html"), "<h1>Mine</h1>");
    mkdirSync(join(output, "details", "more"));
    await writeReport(largeReport(400), ["html"], output);
    const names = readdirSync(join(output, "details"));
    expect(names).toContain("of-system-7.html");
    expect(names).not.toContain("of-system-609.html");
    expect(names).toContain("notes.html");
    expect(names).toContain("more");
    await writeReport(largeReport(20), ["html"], output);
    expect(readdirSync(join(output, "details")).sort()).toEqual([
      "more",
      "notes.html",
      "report.css",
      "report.js",
    ]);
  });

  it("links from each document to the pages", async () => {
    const output = join(folder, "linked");
    await writeReport(made, ["html"], output);
    const text = readFileSync(join(output, "details", "of-system-7.html"), "utf8");
    const [, href = ""] = /href="([^"]*page-7\.md)#L27"/.exec(text) ?? [];
    expect(join(output, "details", href)).toBe(join(process.cwd(), "docs/v1.0/api/page-7.md"));
    expect(dirname(href)).toContain("..");
  });
});

describe("the names of documents", () => {
  it("are plain, short, of no device, and no two alike", () => {
    expect(fileNames(["List runs (v1.0)", "list runs v1 0", "con", "", "../../etc/passwd", hostile])).toEqual(
      [
        "list-runs-v1-0",
        "list-runs-v1-0--2",
        "system-con",
        "system",
        "etc-passwd",
        expect.stringMatching(/^[a-z0-9-]{1,80}$/),
      ],
    );
    expect(fileNames(["x".repeat(300)])[0]).toHaveLength(80);
  });
});

describe("hostile text in a large report", () => {
  const evil = report(
    Array.from({ length: 301 }, (_, number) =>
      exchange([failure({ message: hostile, fingerprint: `${hostile}${number}` })], {
        title: hostile,
        example: hostile,
      }),
    ),
    { systems: [{ name: hostile, pages: ["v1.0/run-list"] }], inputs: [hostile] },
  );

  it("becomes no element, in no document", () => {
    for (const { file, text } of htmlFiles(evil)) {
      if (!file.endsWith(".html")) continue;
      expect(text).not.toMatch(/<(?:img|b|x)\b/);
      expect(text).not.toMatch(/href="\s*javascript:/i);
      expect(text.match(/<script\b/g)?.length).toBeLessThanOrEqual(2);
    }
  });
});
