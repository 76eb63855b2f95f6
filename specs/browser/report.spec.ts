import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import axe from "axe-core";
import { htmlFiles } from "../../src/report/html/render-html.ts";
import type { Report } from "../../src/report/report.ts";
import {
  answered,
  answerText,
  assertion,
  at,
  exchange,
  failure,
  file,
  page as judgedPage,
  notVerified,
  report,
  waiver,
} from "../support/hand-made.ts";
import { hostile } from "../support/hostile.ts";
import { largeReport } from "../support/large-report.ts";
import { type FoundBrowser, openBrowser } from "./browser.ts";

interface Shown {
  /** Opens a report in a context of its own. */
  show(made: Report, options?: BrowserContextOptions): Promise<Page>;
  /** What happens on the pages: requests, dialogs, errors and messages. */
  events: string[];
}

const test = base.extend<Shown, { found: FoundBrowser }>({
  found: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture that needs no other says so in this way.
    async ({}, use) => {
      const found = await openBrowser();
      if (found.browser === undefined)
        console.warn(`The report was not opened in a browser: ${found.reason}`);
      await use(found);
      await found.browser?.close();
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  events: async ({}, use) => use([]),
  show: async ({ found, events }, use, info) => {
    if (found.browser === undefined) return info.skip(true, found.reason);
    const { browser } = found;
    const contexts: BrowserContext[] = [];
    await use(async (made, options = {}) => {
      const path = info.outputPath("index.html");
      for (const { file, text } of htmlFiles(made)) {
        mkdirSync(dirname(info.outputPath(file)), { recursive: true });
        writeFileSync(info.outputPath(file), text);
      }
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, events);
      await page.goto(pathToFileURL(path).href);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

function watch(page: Page, events: string[]): void {
  page.on("request", (request) => events.push(`request ${request.url().split("/").at(-1)}`));
  page.on("pageerror", (error) => events.push(`error ${error.message}`));
  page.on("console", (message) => events.push(`console ${message.text()}`));
  page.on("dialog", (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
}

const small = report(
  [
    judgedPage([
      assertion({ rule: "reference/dead-link" }),
      failure({
        rule: "body/format",
        severity: "warning",
        span: at(3, 1),
        advice: "repair it",
      }),
    ]),
    exchange([
      assertion({ rule: "http/status" }),
      failure(),
      failure({ rule: "body/shape", severity: "info", span: at(24, 3, 7) }),
      failure({ rule: "body/type", pointer: "/value/0/state", span: at(28, 16, 6) }),
      notVerified(),
    ]),
    answered(
      [
        assertion({ rule: "body/unknown-property" }),
        assertion({ rule: "body/shape", status: "not-applicable" }),
        failure({ rule: "body/type", pointer: "/value/0/state" }),
      ],
      { resource: "v1.0/run" },
    ),
  ],
  {
    systems: [
      { name: "The run type", pages: ["v1.0/run"] },
      { name: "Runs", pages: ["v1.0/run-list"] },
      { name: "Not read", pages: ["beta/none"] },
    ],
    waivers: [
      waiver({ rule: "body/type", scope: "*" }),
      waiver({ rule: "body/type", scope: "*", source: "mock" }),
      waiver({ fingerprint: "0123456789ab" }),
    ],
  },
);

/** What axe finds by WCAG 2.2 AA, the size of targets too, with the elements. */
async function violations(page: Page): Promise<(readonly [string, readonly string[]])[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    "axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations)",
  );
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)] as const);
}

async function unfold(page: Page): Promise<void> {
  const closed = page.locator("details:not([open]) > summary:visible");
  while ((await closed.count()) > 0) await closed.first().click();
}

test("without JavaScript every part can be seen", async ({ show }) => {
  const page = await show(small, { javaScriptEnabled: false });
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "not conformant: 2 errors, 1 warning, 1 info",
  );
  await unfold(page);
  for (const text of [
    "Runs",
    "did the page mean",
    "repair it",
    "The page is being rewritten",
    "is a placeholder",
    "http/status",
  ]) {
    await expect(page.getByText(text).locator("visible=true").first()).toBeVisible();
  }
  await expect(page.locator("mark.error")).toHaveText('"totalTasksCount"');
  await expect(page.locator("mark")).toHaveCount(5);
  for (const mark of await page.locator("mark").all()) await expect(mark).toBeVisible();
  await expect(page.getByRole("searchbox")).toBeHidden();
});

test("without JavaScript a finding leads to its place in the body, inside closed details too", async ({
  show,
}) => {
  const page = await show(small, { javaScriptEnabled: false });
  for (const summary of (await page.locator("details[open] > summary").all()).reverse())
    await summary.click();
  await expect(page.locator("mark.error")).toBeHidden();
  await page.getByRole("link", { name: "Show in the exchange" }).first().click();
  await expect(page.locator("mark.error")).toBeInViewport();
});

test("without JavaScript what is waived is told apart, and can be left out", async ({ show }) => {
  const page = await show(small, { javaScriptEnabled: false });
  await expect(page.locator("#waived .finding:visible")).toHaveCount(2);
  await page.getByLabel("2 waived").uncheck();
  await expect(page.locator("#waived")).toBeHidden();
  await expect(page.locator("#findings .finding:visible")).toHaveCount(4);
  await page.getByLabel("2 waived").check();
  await page.getByLabel("4 not accepted").uncheck();
  await expect(page.locator("#findings .finding:visible")).toHaveCount(0);
  await expect(page.locator("#waived .finding:visible")).toHaveCount(2);
});

test("without JavaScript a row says where its sources disagree and who is right", async ({ show }) => {
  const page = await show(small, { javaScriptEnabled: false });
  const row = page.getByRole("row", { name: /^Runs/ });
  await row.getByRole("link", { name: "Disagreement: mock is right" }).click();
  await expect(page.locator("#disagreement-1")).toBeInViewport();
  await expect(page.getByRole("row", { name: /^Not read/ })).not.toContainText("Disagreement");
});

test("without JavaScript each operation has a row, what is worst first, and leads to what was judged", async ({
  show,
}) => {
  const subject = (id: string) => ({ subject: { kind: "operation", id } }) as const;
  const made = report(
    [
      judgedPage([assertion({ rule: "metadata/operation" })], subject("GET /fine")),
      exchange([assertion(), notVerified()], { ...subject("GET /fine"), example: "fine" }),
      exchange([failure({ rule: "body/type" })], { ...subject("GET /accepted"), example: "accepted" }),
      judgedPage([failure({ rule: "metadata/operation", severity: "warning" })], subject("GET /other")),
      exchange([failure({ fingerprint: "bad" })], { ...subject("GET /bad"), example: "bad" }),
      answered([notVerified({ reason: "no-data" })], { ...subject("GET /bad"), source: "tenant" }),
    ],
    { waivers: [waiver({ rule: "body/type", scope: "*" })] },
  );
  const page = await show(made, { javaScriptEnabled: false });
  const rows = page.locator("#operations tbody tr");
  await expect(rows.locator("th")).toHaveText(["GET /bad", "GET /other", "GET /accepted", "GET /fine"]);
  await expect(page.locator("#operations thead th")).toHaveText([
    "Operation",
    "documented",
    "metadata",
    "tenant",
  ]);
  await expect(rows.nth(0).locator("td .badge")).toHaveText(["not conformant", "nothing verified"]);
  await expect(rows.nth(0).locator("td.none")).toHaveText("not judged");
  await expect(rows.nth(1).locator("[data-source=metadata] .badge")).toHaveText("differs from the pages");
  await expect(rows.nth(2).locator(".badge")).toHaveText("conformant but for what is waived");
  await expect(rows.nth(2).locator(".badge.pass")).toHaveCount(0);
  await expect(rows.nth(3).locator(".badge")).toHaveText([
    "conformant as far as verified",
    "agrees with the pages",
  ]);
  await rows.nth(0).getByRole("link", { name: "GET /bad" }).click();
  await expect(page.locator("details.judgement:target, details.judgement[open]").last()).toBeInViewport();
});

test("without JavaScript findings can be filtered by severity", async ({ show }) => {
  const page = await show(small, { javaScriptEnabled: false });
  await expect(page.locator("#findings .finding:visible")).toHaveCount(4);
  await page.getByLabel("1 warning").uncheck();
  await expect(page.locator("#findings .finding:visible")).toHaveCount(3);
  await expect(page.getByText("repair it").locator("visible=true")).toHaveCount(1);
});

test("with JavaScript findings can be filtered by text", async ({ show }) => {
  const page = await show(small);
  const search = page.getByRole("searchbox");
  const results = page.locator("#results .finding:visible");
  // All but the waiver that is unused.
  await search.fill("TOTALTASKSCOUNT");
  await expect(results).toHaveCount(5);
  await search.fill("severity:warning");
  await expect(results).toHaveCount(1);
  await expect(page.locator("#found")).toHaveText("1 of 6");
  await expect(page.locator("[data-lists]")).toBeHidden();
  await search.fill("rule:body/* !waived !severity:info");
  await expect(results).toHaveCount(2);
  await search.fill('operation:"GET /workflows/{}/runs" severity:warning');
  await expect(results).toHaveCount(1);
  await search.fill('operation:"GET /workflows" severity:warning');
  await expect(results).toHaveCount(0);
  await search.fill('"did the page mean" "total');
  await expect(results).toHaveCount(5);
  await search.fill('"mean the page did"');
  await expect(page.locator("#nothing")).toBeVisible();
  await search.fill("rule:body/* nothing says so");
  await expect(page.locator("#nothing")).toBeVisible();
  await search.fill("");
  await expect(page.locator("#findings .finding:visible")).toHaveCount(4);
});

test("what was searched for stands in the address, and a link with it finds the same", async ({ show }) => {
  const page = await show(small);
  await page.getByRole("searchbox").fill("severity:warning list");
  // The browser tells of the new address a moment later.
  await expect(page).toHaveURL(/#q=severity%3Awarning%20list$/);
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(url);
  await expect(page.getByRole("searchbox")).toHaveValue("severity:warning list");
  await expect(page.locator("[data-lists]")).toBeHidden();
});

test("a query of the address counts as well, and what is no query breaks nothing", async ({
  show,
  events,
}) => {
  const page = await show(small);
  const url = page.url();
  await page.goto(`${url}?q=severity:warning`);
  await expect(page.locator("#found")).toHaveText("1 of 6");
  await page.getByRole("searchbox").fill("list");
  await expect(page).toHaveURL(`${url}?q=severity:warning#q=list`);
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("list");
  await page.goto("about:blank");
  await page.goto(`${url}#q=100%`);
  await expect(page.getByRole("searchbox")).toHaveValue("100%");
  await expect(page.locator("#nothing")).toBeVisible();
  expect(events.filter((event) => event.startsWith("error"))).toEqual([]);
});

test("keys lead to the search, from finding to finding, and tell what they do", async ({ show }) => {
  const page = await show(small);
  await page.keyboard.press("j");
  await expect(page.locator(".finding:visible").first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.locator(".finding:visible").nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.locator(".finding:visible").first()).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("j?");
  await expect(page.getByRole("searchbox")).toHaveValue("j?");
});

test("what a person takes along is copied", async ({ show }) => {
  const page = await show(small, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "Copy rule" }).first().click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe("body/unknown-property");
});

test("without JavaScript a disagreement says who is right and leads to both exchanges", async ({ show }) => {
  const page = await show(small, { javaScriptEnabled: false });
  const section = page.getByRole("region", { name: "Disagreements" });
  await expect(section.locator("#disagreement-1")).toContainText("mock is right");
  await expect(section.locator("#agreement-1")).toContainText("both are wrong");
  await section.locator("#disagreement-1").getByRole("link", { name: "Show the answer" }).click();
  await expect(page.getByText("Exchange (mock)")).toBeInViewport();
});

test("expected and observed stand beside each other, and below each other on a telephone", async ({
  show,
}) => {
  const boxes = async (width: number) => {
    const page = await show(small, { javaScriptEnabled: false, viewport: { width, height: 900 } });
    const sides = page.locator("#findings .compared").first().locator("> div");
    await expect(sides.nth(0)).toContainText("Every property of a body is documented.");
    await expect(sides.nth(1).locator(".spot")).toHaveText('"totalTasksCount"');
    return [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()] as const;
  };
  const [left, right] = await boxes(1440);
  expect(left?.y).toBe(right?.y);
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
  const [above, below] = await boxes(390);
  expect(above?.x).toBe(below?.x);
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
});

test("shows who says what side by side within the width of a telephone", async ({ show }) => {
  const page = await show(small, { viewport: { width: 390, height: 844 } });
  for (const side of await page.locator(".sides dd").all()) {
    const box = await side.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  }
});

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 390],
] as const) {
  test(`is accessible in ${colorScheme}, ${width} pixels wide`, async ({ show }) => {
    const page = await show(small, { colorScheme, viewport: { width, height: 900 } });
    await unfold(page);
    expect(await violations(page)).toEqual([]);
  });
}

const many = report(
  Array.from({ length: 4 }, (_, page) =>
    exchange(
      Array.from({ length: 60 }, (_, number) => {
        const name = `${page}-${number}`;
        return failure({
          fingerprint: name,
          message: name,
          cause: { ...failure().cause, id: name, sentence: name },
        });
      }),
    ),
  ),
);

for (const [name, options] of [
  ["at 320 pixels", { viewport: { width: 320, height: 800 } }],
  ["at twice the size", { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
  ["in forced colours", { forcedColors: "active" }],
  ["in the dark", { colorScheme: "dark" }],
] as const) {
  test(`is accessible with hundreds of findings ${name}`, async ({ show }) => {
    const page = await show(many, options);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });
}

test("the matrix stands whole on a telephone, however long a name in it is", async ({ show }) => {
  const long = "windowsInformationProtectionNetworkLearningSummary".repeat(2);
  const subject = { kind: "operation", id: `GET /${long}` } as const;
  const named = { file: `docs/v1.0/api/${long}.md`, title: long, subject };
  const page = await show(report([exchange([failure()], named), exchange([assertion()])]), {
    viewport: { width: 320, height: 800 },
  });
  await expect(page.locator(".systems").first()).toContainText(long);
  const widths = await page.evaluate(
    '[...document.querySelectorAll(".scroller:has(.systems)")].map((one) => one.scrollWidth - one.clientWidth)',
  );
  expect(widths).toEqual([0, 0]);
});

const large = largeReport(310);

test("a large report leads from a cause to its finding, in a document beside, without JavaScript", async ({
  show,
}) => {
  const page = await show(large, { javaScriptEnabled: false });
  await page
    .locator("#findings")
    .getByRole("link", { name: /^page-7.md:27$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/details\/of-system-7\.html#f-own7$/);
  await expect(page.locator("#f-own7")).toBeInViewport();
  await page.locator("#f-own7").getByRole("link", { name: "Show in the exchange" }).click();
  await expect(page.locator("mark.error")).toBeInViewport();
  await page.getByRole("link", { name: "The report: not conformant" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("not conformant");
});

test("a query in the address of a large report is answered by its search", async ({ show, events }) => {
  const page = await show(large);
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(`${url}#q=status:waived`);
  await expect(page).toHaveURL(/details\/search\.html#q=status%3Awaived$/);
  await expect(page.locator("#results .finding")).toHaveCount(1);
  await page.locator("#results a").click();
  await expect(page.locator("#f-own0")).toBeInViewport();
  expect(events.filter((event) => !event.startsWith("request"))).toEqual([]);
});

test("a link to a finding finds it in a report that has it in another document by now", async ({
  show,
  events,
}) => {
  const linked = largeReport(310, "0123456789ab");
  const page = await show(linked);
  const url = page.url();
  await page.goto("about:blank");
  await page.goto(`${url}#f-0123456789ab`);
  await expect(page).toHaveURL(/details\/of-system-7\.html#f-0123456789ab$/);
  await expect(page.locator("#f-0123456789ab")).toBeInViewport();
  await page.goto("about:blank");
  await page.goto(`${url}#f-ffffffffffff`);
  await expect(page).toHaveURL(/details\/search\.html#f-ffffffffffff$/);
  await expect(page.getByRole("searchbox")).toBeFocused();
  expect(events.filter((event) => event.startsWith("error"))).toEqual([]);
});

for (const [name, options] of [
  ["light", {}],
  ["dark, at 320 pixels", { colorScheme: "dark", viewport: { width: 320, height: 800 } }],
] as const) {
  test(`a large report is accessible in each of its documents: ${name}`, async ({ show }) => {
    const page = await show(large, options);
    const url = page.url();
    for (const file of [
      "index.html",
      "details/search.html",
      "details/of-system-35.html",
      "details/clean-1.html",
    ]) {
      await page.goto(url.replace("index.html", file));
      expect([file, await violations(page)]).toEqual([file, []]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    }
  });
}

const trending = report([exchange([failure(), assertion({ rule: "body/type" })])], {
  waivers: [],
  trend: {
    runs: [
      {
        at: "2026-10-01T08:00:00.000Z",
        version: "0.0.0",
        file: "history/october/report.json",
        verdict: "not conformant",
        findings: { error: 12, warning: 4, info: 0 },
        waived: 3,
      },
      {
        at: "2026-11-01T08:00:00.000Z",
        version: "0.0.0",
        file: "history/november/report.json",
        verdict: "not conformant",
        findings: { error: 10, warning: 4, info: 0 },
        waived: 3,
        change: { new: 2, still: 12, fixed: 4, notJudged: 0 },
      },
    ],
    last: { known: { inputs: ["docs"], findings: [] }, waived: [], judgements: [], rules: [] },
  },
});

for (const [name, options] of [
  ["in the dark", { colorScheme: "dark" }],
  ["at 320 pixels", { viewport: { width: 320, height: 800 } }],
  ["in forced colours", { forcedColors: "active" }],
] as const) {
  test(`a trend is drawn, and told in numbers below, without JavaScript: ${name}`, async ({ show }) => {
    const page = await show(trending, { ...options, javaScriptEnabled: false });
    const section = page.getByRole("region", { name: /^Trend/ });
    await expect(section.locator("svg")).toBeVisible();
    await expect(section.locator("figcaption span")).toHaveText([
      "new",
      "still there",
      "waived",
      "fixed since the run before",
    ]);
    const row = section.locator("tbody tr");
    await expect(row).toHaveCount(3);
    await expect(row.nth(1).locator("[data-name=Fixed]")).toHaveText("4");
    await expect(row.nth(2)).toContainText("this run");
    expect(await violations(await show(trending, options))).toEqual([]);
  });
}

test("is printed as a certificate of a few pages", async ({ show }) => {
  const page = await show(many);
  const printed = await page.pdf({ format: "A4" });
  const pages = printed.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(4);
  await expect(page.locator(".certificate")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("#details, #rules")).toHaveCount(2);
  await expect(page.locator("#details")).toBeHidden();
});

test("a certificate says what was judged, against what, by which version, what was not verified or is waived", async ({
  show,
}) => {
  const page = await show(small, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  const lines = page.locator(".certificate > div");
  await expect(lines.locator("dt")).toHaveText([
    "Certificate",
    "Judged",
    "Against",
    "By",
    "Counts",
    "Not verified",
    "Waived",
  ]);
  await expect(page.locator(".certificate")).toBeVisible();
  for (const text of [
    "docs: 1 page, 1 operation, 1 example, 1 mock exchange",
    "what the pages promise of Microsoft Graph v1.0",
    "graph-conformance 0.0.0, 2026-11-21 12:00:00 UTC",
    "2 errors, 1 warning, 1 info; 2 waived; 1 not verified; 3 passed",
    "1 placeholder: the example has a placeholder where a value should stand",
    "body/type × 2: The page is being rewritten (identity-docs, until 2027-03-31)",
  ])
    await expect(page.locator(".certificate")).toContainText(text);
  await expect(
    page.locator("#operations, #waived, .compared, .contents").locator("visible=true"),
  ).toHaveCount(0);
});

test("a large report is printed on a few pages, too", async ({ show }) => {
  const page = await show(large);
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThanOrEqual(4);
});

test("has another ground in the dark", async ({ show }) => {
  const ground = async (colorScheme: "light" | "dark") => {
    const page = await show(small, { colorScheme });
    return page.evaluate("getComputedStyle(document.body).backgroundColor");
  };
  expect(await ground("light")).toBe("rgb(255, 255, 255)");
  expect(await ground("dark")).not.toBe("rgb(255, 255, 255)");
});

for (const [name, made] of [
  ["", small],
  [" with hostile text", hostileReport()],
] as const) {
  test(`does not scroll sideways on a telephone${name}`, async ({ show }) => {
    const page = await show(made, { viewport: { width: 390, height: 844 } });
    await unfold(page);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });
}

test("does not let hostile text act", async ({ show, events }) => {
  const page = await show(hostileReport());
  await unfold(page);
  expect(events).toEqual(["request index.html"]);
  await expect(page.locator("script:not([type])")).toHaveCount(1);
  await expect(page.locator("script")).toHaveCount(2);
  await expect(page.locator("img, iframe, object, embed, [onload], [onerror]")).toHaveCount(0);
  await expect(page.getByText("<img src=x onerror=alert(1)>").first()).toBeVisible();
});

test("would see hostile text act, if it did", async ({ show, events }) => {
  const page = await show(small, { bypassCSP: true });
  await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')");
  await expect.poll(() => events).toContain("dialog 1");
});

test("lets no markup act that somebody might smuggle in: the policy forbids it", async ({ show, events }) => {
  const page = await show(small);
  await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')");
  await expect
    .poll(() => events.filter((event) => /Content Security Policy/.test(event)).length)
    .toBeGreaterThan(0);
  expect(events.filter((event) => event.startsWith("dialog"))).toEqual([]);
});

function hostileReport(): Report {
  return report(
    [
      judgedPage([failure({ message: hostile, meant: hostile })], {
        title: hostile,
        subject: { kind: "operation", id: `GET /${hostile}` },
      }),
      exchange([failure({ message: hostile }), notVerified({ message: hostile })], {
        title: hostile,
        response: { text: `{\n${hostile}\n}`, location: { file, line: 26, column: 1 } },
      }),
      exchange([failure({ rule: "body/type", pointer: "/value/0/x" })], {
        example: hostile,
        response: answerText([{ x: hostile.repeat(3) }]),
      }),
      answered([assertion()], { example: hostile, response: answerText([{ x: `${hostile}!` }]) }),
    ],
    { systems: [{ name: hostile, pages: ["v1.0/run-list"] }], inputs: [hostile] },
  );
}
