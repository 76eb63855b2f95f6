import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderHtml } from "../../../src/report/html/render-html.ts";
import { briefAbove } from "../../../src/report/html/view.ts";
import {
  answered,
  answerText,
  assertion,
  at,
  cause,
  exchange,
  failure,
  file,
  notVerified,
  page,
  report,
  response,
  waiver,
} from "../../support/hand-made.ts";
import { hostile } from "../../support/hostile.ts";

const systems = [{ name: "Runs", pages: ["v1.0/run-list"] }];
const full = () =>
  report(
    [
      page([assertion({ rule: "reference/dead-link" })]),
      exchange([
        assertion({ rule: "http/status" }),
        failure(),
        notVerified(),
        failure({ rule: "body/type", pointer: "/value/0/state", span: at(28, 16, 6) }),
      ]),
      exchange([assertion()], { source: "mock" }),
    ],
    { systems, waivers: [waiver({ rule: "body/type", scope: "*" })] },
  );

function anchorOf({ fingerprint }: { readonly fingerprint: string }): string {
  return `f-${fingerprint}`;
}

/** The element with an id, up to its end tag's first occurrence. */
function element(html: string, id: string, end: string): string {
  const start = html.indexOf(`id="${id}"`);
  return start === -1 ? "" : html.slice(start, html.indexOf(end, start));
}

describe("the HTML report", () => {
  const html = renderHtml(full(), { pathTo: (name) => `../../${name}` });

  it("says the verdict in words, and breaks no line before the sign that ends it", () => {
    expect(html).toContain("<strong>not conformant:</strong> 1 error, 1 waived, 1 not verified");
    expect(html).toContain("<title>not conformant: conformance report</title>");
  });

  it("has a row for each system and a column for each source that was judged", () => {
    const table = element(html, "systems", "</table>");
    expect([...table.matchAll(/<th scope="col">([^<]*)/g)].map((match) => match[1])).toEqual([
      "System",
      "documented",
      "mock",
    ]);
    expect(table).toContain('<th scope="row"><a href="#system-1">Runs</a></th>');
  });

  it("lists a finding with its rule, message, file and line, fingerprint, and the place in the exchange", () => {
    const finding = element(html, anchorOf(failure()), "</li>");
    expect(finding).toContain(
      '<a class="rule" href="#rule-body%2Funknown-property">body/unknown-property</a>',
    );
    expect(finding).toContain("&quot;totalTasksCount&quot; is not a property of run");
    expect(finding).toContain('href="../../docs/v1.0/api/run-list.md#L27"');
    expect(finding.replaceAll("<wbr>", "")).toContain(">docs/v1.0/api/run-list.md:27</a>");
    expect(finding).toContain(`<span class="fingerprint">${failure().fingerprint}</span>`);
    expect(finding).toContain(`href="#at-${anchorOf(failure())}"`);
  });

  it("says beside each other what is expected and what was observed, the place marked", () => {
    const finding = element(html, anchorOf(failure()), "</li>").replaceAll("<wbr>", "");
    expect(finding).toContain("<dt>Expected</dt><dd><p>Every property of a body is documented.</p>");
    expect(finding).toContain("<code>totalTasksCounts</code>");
    expect(finding).toContain(
      '<dt>Observed</dt><dd><code class="lines"><em class="spot error">&quot;totalTasksCount&quot;</em>: 3,</code>',
    );
  });

  it("marks the failing value in the body, on its line of the file", () => {
    expect(html).toContain(
      `<span class="line marked" data-line="27">      <a class="ref error" id="at-${anchorOf(failure())}" href="#${anchorOf(failure())}">`,
    );
    expect(html).toMatch(/<mark class="error" title="[^"]*">&quot;totalTasksCount&quot;<\/mark>: 3,/);
    expect(html).toMatch(/<mark class="waived" title="[^"]*">&quot;soon&quot;<\/mark>/);
    expect(html).toMatch(/<mark class="unverified" title="[^"]*">&quot;1&quot;<\/mark>/);
  });

  it("shows a waived finding with reason, owner, expiry and link", () => {
    const waived = element(html, "waived", "</section>");
    expect(waived).toContain("The page is being rewritten");
    expect(waived).toContain("identity-docs");
    expect(waived).toContain('<time datetime="2027-03-31">');
    expect(waived).toContain('href="https://example.com/issues/12"');
  });

  it("lists passed and not verified assertions too", () => {
    const judgement = element(html, "judgement-2", "</details>");
    expect(judgement).toContain("not verified: placeholder");
    expect(judgement).toMatch(
      /Passed <span class="count">1<\/span><\/h5>\s*<ul class="names"><li><a class="rule" href="#rule-http%2Fstatus">/,
    );
  });

  it("shows the rule page of every rule applied, its links leading to other rules of the report", () => {
    const rule = element(html, "rule-body/unknown-property", "</article>");
    expect(rule).toContain("<h4>Explanation</h4>");
    expect(rule).toContain('<a href="#rule-body%2Ftype" rel="noreferrer">the type</a>');
    expect(rule).not.toContain("<h1>");
    expect(element(html, "rule-http/status", "</article>")).toContain("The status is the one promised.");
  });

  it("has an element for every anchor that it links to, and no id twice", () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(ids).toEqual([...new Set(ids)]);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map((match) => decodeURIComponent(match[1] ?? ""));
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it("loads nothing and allows only its own style and script", () => {
    expect(html).not.toMatch(/<(?:img|iframe|object|embed|base)\b|@import|url\(|\ssrc=/);
    expect(html.match(/<link\b[^>]*>/g)).toEqual(['<link rel="icon" href="data:,">']);
    expect(html).toMatch(
      /content="default-src &#39;none&#39;; style-src &#39;sha256-[^;]+&#39;; script-src &#39;sha256-[^;]+&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"/,
    );
    expect(html).not.toMatch(/\sstyle=|\son\w+=/);
  });

  it("is the same for the same report", () => {
    expect(renderHtml(full())).toBe(renderHtml(full()));
  });

  it("says that there is no finding when there is none", () => {
    expect(renderHtml(report([exchange([assertion()])]))).toContain("<p>No finding.</p>");
  });
});

describe("what is expected and what was observed", () => {
  const dead = failure({
    rule: "reference/dead-link",
    span: at(9, 5, 10),
    fingerprint: "dead",
    meant: "b.md",
  });
  const shown = (lines: Readonly<Record<string, readonly string[]>>, finding = dead) => {
    const made = renderHtml(report([page([finding])]), { linesOf: (name) => lines[name] });
    return element(made, `f-${finding.fingerprint}`, "</dl>").replaceAll("<wbr>", "");
  };
  const pageLines = [...Array<string>(8).fill(""), "see [a](a.md)."];

  it("are of the page's line where there is no message", () => {
    expect(shown({ [file]: pageLines })).toContain(
      '<code class="lines">see <em class="spot error">[a](a.md).</em></code>',
    );
  });

  it("are what the page would be where that needs no guess", () => {
    const fix = { edits: [{ span: at(9, 9, 4), text: "b.md" }] };
    expect(shown({ [file]: pageLines }, { ...dead, fix })).toContain(
      '<code class="lines">see [a](<em class="spot pass">b.md</em>).</code>',
    );
  });

  it("are said not to be there where the line is not, and never taken from another file", () => {
    expect(shown({})).toContain("Its line is not shown here");
    expect(shown({ [file]: ["short"] })).toContain("Its line is not shown here");
    expect(shown({ "other.md": pageLines })).toContain("Its line is not shown here");
  });

  it("are of the answer, as it is laid out, where a service gave it", () => {
    const made = renderHtml(report([answered([failure({ fingerprint: "answer" })])]), {
      linesOf: () => pageLines,
    });
    expect(element(made, "f-answer", "</dl>")).toContain('<em class="spot error">&quot;totalTasksCount');
  });
});

describe("the HTML report over two sources", () => {
  const resource = {
    file: "docs/v1.0/resources/run.md",
    subject: { kind: "type", id: "microsoft.graph.run" },
    title: "run",
  } as const;
  const made = report(
    [
      page([assertion()], resource),
      exchange([failure(), failure({ rule: "body/type", pointer: "/value/0/state" })]),
      answered(
        [
          assertion({ rule: "body/unknown-property" }),
          failure({ rule: "body/type", pointer: "/value/0/state" }),
        ],
        { resource: "v1.0/run" },
      ),
    ],
    {
      systems: [
        { name: "The run type", pages: ["v1.0/run"] },
        { name: "Runs", pages: ["v1.0/run-list"] },
      ],
    },
  );
  const html = renderHtml(made);

  it("says where they disagree and who is right, with what each says and a link to both", () => {
    const item = element(html, "disagreement-1", "</li>").replaceAll("<wbr>", "");
    expect(item).toContain("mock is right</span>");
    expect(item).toContain('<p class="text">&quot;totalTasksCount&quot; is not a property of run;');
    expect(item).toContain(
      `<code>&quot;totalTasksCount&quot;: 3</code> <a href="#judgement-1">Show the example`,
    );
    expect(item).toContain(
      `<code>&quot;totalTasksCounts&quot;: 3</code> <a href="#judgement-2">Show the answer`,
    );
    expect(item).toContain(`#L27"`);
    expect(html).toContain('<a href="#disagreements">Disagreements <span class="count">1</span></a>');
  });

  it("tells apart where they agree with each other and not with the contract", () => {
    const item = element(html, "agreement-1", "</li>");
    expect(item).toContain("both are wrong</span>");
    expect(item).toContain('<p class="text">&quot;totalTasksCount&quot; is not a property of run;');
  });

  it("lets what differs stand out of long values, and leaves short ones plain", () => {
    const [one, other] = [
      "https://graph.microsoft.com/v1.0/runs/1",
      "https://graph.microsoft.com/v1.0/runs/2",
    ];
    const long = renderHtml(
      report([
        exchange([failure({ rule: "body/type", pointer: "/value/0/next" })], {
          response: answerText([{ next: one }]),
        }),
        answered([assertion({ rule: "body/type" })], { response: answerText([{ next: other }]) }),
      ]),
    ).replaceAll("<wbr>", "");
    expect(element(long, "disagreement-1", "</li>")).toContain("/runs/<strong>1</strong>&quot;</code>");
    expect(element(long, "disagreement-1", "</li>")).toContain("/runs/<strong>2</strong>&quot;</code>");
    expect(element(html, "disagreement-1", "</li>")).not.toContain("<strong>");
  });

  it("has no such section over one source", () => {
    expect(renderHtml(report([exchange([failure()])]))).not.toContain('id="disagreements"');
  });

  it("says so when they agree", () => {
    expect(renderHtml(report([exchange([assertion()]), answered([assertion()])]))).toContain(
      "<p>Where the sources were asked the same, none breaks a promise that another keeps.</p>",
    );
  });

  it("lays out what a service answers, in lines of its own, with the failing value marked", () => {
    const figure = element(html, "judgement-2", "</details>");
    expect(figure).toContain("as answered, mock");
    expect(figure).toContain('<span class="line" data-line="3">HTTP/1.1 200 OK</span>');
    expect(figure).toContain('data-line="10">      &quot;totalTasksCounts&quot;:3,</span>');
    expect(figure).toMatch(
      /data-line="11"> {6}<a class="ref error" id="at-f-[0-9a-f]+(?:-2)?"[^>]*>.*?<\/a><mark class="error"[^>]*>&quot;state&quot;<\/mark>:&quot;done&quot;/,
    );
    expect(figure).not.toContain("run-list.md#L6");
  });

  it("shows an answer once, with its own page, and links it from the page of its resource", () => {
    expect(html.match(/<details class="judgement" id="judgement-2"/g)).toHaveLength(1);
    expect(element(html, "system-1", 'id="system-2"')).toContain(
      '<a href="#judgement-2">Example 1: List the runs (mock)</a>',
    );
    expect(element(html, "system-2", "</section>")).toContain('id="judgement-2"');
  });

  it("has an element for every anchor, also when a service answers the same twice", () => {
    const twice = report([answered([failure()]), answered([failure()])]);
    for (const text of [html, renderHtml(twice)]) {
      const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? "");
      expect(ids).toEqual([...new Set(ids)]);
      const targets = [...text.matchAll(/href="#([^"]*)"/g)].map((match) =>
        decodeURIComponent(match[1] ?? ""),
      );
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    }
  });

  it("lets no hostile answer become markup", () => {
    const evil = renderHtml(
      report([
        exchange([failure({ pointer: "/value/0/x" })]),
        answered([assertion({ rule: "body/unknown-property" })], { response: answerText([{ x: hostile }]) }),
      ]),
    );
    expect(evil.match(/<script>/g)).toHaveLength(1);
    expect(evil).not.toMatch(/<(?:img|b|x)\b/);
  });
});

describe("hostile text in the HTML report", () => {
  const evil = failure({
    message: hostile,
    meant: hostile,
    advice: hostile,
    pointer: hostile,
    cause: cause(hostile),
    rule: `body/${hostile}`,
  });
  const html = renderHtml(
    report(
      [
        page([evil], {
          title: hostile,
          file: hostile,
          subject: { kind: "operation", id: hostile },
          example: hostile,
        }),
        exchange([evil, notVerified({ message: hostile })], {
          title: hostile,
          request: { text: hostile, location: { file, line: 12, column: 1 } },
          response: { text: `${response}\n${hostile}`, location: { file, line: 20, column: 1 } },
        }),
      ],
      {
        inputs: [hostile],
        tool: { name: hostile, version: hostile },
        systems: [{ name: hostile, pages: ["v1.0/run-list"] }],
        waivers: [waiver({ fingerprint: hostile, reason: hostile, owner: hostile, link: hostile })],
        rules: [
          {
            id: `body/${hostile}`,
            promise: hostile,
            page: `# x\n\n${hostile}\n\n<script>alert(1)</script>\n`,
          },
        ],
      },
    ),
  );

  it("becomes no element, attribute or address", () => {
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(?:img|b|x)\b/);
    expect(html.match(/<svg onload/g)).toBeNull();
    expect(html).not.toMatch(/href="\s*javascript:/i);
    // Every `<` of the document opens a tag of ours, in which each attribute has quotes.
    const tag = /<(?:!doctype html|\/?[a-z][a-z0-9]*(?:\s+[a-z][a-zA-Z-]*(?:="[^"<>]*")?)*\s*\/?)>/g;
    const body = html.replace(/<style>.*?<\/style>|<script>.*?<\/script>/gs, "");
    expect(body.replace(tag, "")).not.toContain("<");
    const names = [...body.matchAll(tag)].flatMap(([text]) => text.match(/\s[a-zA-Z-]+(?==")/g) ?? []);
    expect(names.filter((name) => /^\s(?:on|style)/.test(name))).toEqual([]);
  });

  it("is there to read", () => {
    expect(html).toContain("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
  });
});

describe("a large HTML report", () => {
  const many = (count: number) => [
    ...Array.from({ length: count - 1 }, (_, index) =>
      exchange([assertion()], { file: `docs/page-${index}.md` }),
    ),
    exchange([failure(), assertion()]),
  ];

  it("shows every message up to a limit", () => {
    expect(renderHtml(report(many(briefAbove))).match(/<figcaption>/g)).toHaveLength(briefAbove * 2);
  });

  it("shows only the messages with a finding above it, the others by counts and rules", () => {
    const html = renderHtml(report(many(briefAbove + 1)));
    expect(html.match(/<figcaption>/g)).toHaveLength(2);
    expect(html.match(/<details class="line"/g)).toHaveLength(briefAbove);
    expect(html).toContain("Passed: body/type");
  });

  it("shows the pages in full beside a service that was asked more, and what a disagreement is about", () => {
    const asked = Array.from({ length: briefAbove }, (_, index) =>
      answered([assertion()], { example: `probe ${index}` }),
    );
    const html = renderHtml(
      report([exchange([failure()]), answered([assertion({ rule: "body/unknown-property" })]), ...asked]),
    );
    expect(html.match(/<figcaption>/g)).toHaveLength(4);
    expect(html.match(/<details class="line"/g)).toHaveLength(briefAbove);
    expect(html).toMatch(/<details class="system" id="system-1" open>/);
  });
});

describe("markup", () => {
  it("is trusted in four files only: icons, the style and script, what is searched, and rendered rule pages", () => {
    const folder = new URL("../../../src/report/html/", import.meta.url);
    const users = readdirSync(folder).filter((name) =>
      /trustedHtml\(|Html\.of\(/.test(readFileSync(new URL(name, folder), "utf8")),
    );
    expect(users.sort()).toEqual([
      "escape.ts",
      "html-document.ts",
      "icon.ts",
      "rules-section.ts",
      "search-section.ts",
    ]);
  });
});
