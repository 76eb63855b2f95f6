import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandLine, inFolder } from "./command-line.ts";

const root = "https://graph.microsoft.com/v1.0/identityGovernance/lifecycleWorkflows";
const listed = {
  "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#identityGovernance/lifecycleWorkflows/workflows('1')/runs('2')/userProcessingResults`,
  value: [],
};
const entry = (url: string, status: number, body: unknown) => ({
  request: {
    method: "GET",
    url,
    headers: [{ name: "Authorization", value: "Bearer secret-of-the-recording" }],
  },
  response: {
    status,
    statusText: "",
    headers: [{ name: "Content-Type", value: "application/json" }],
    content: { text: typeof body === "string" ? body : JSON.stringify(body) },
  },
});
const har = (...entries: unknown[]) => JSON.stringify({ log: { version: "1.2", entries } }, undefined, 1);

/** Runs the command over files made for it. */
function traffic(files: Readonly<Record<string, string | Buffer>>, ...options: string[]) {
  return inFolder(async (folder) => {
    const paths = Object.entries(files).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    const ran = await commandLine("traffic", ...paths, "--output", join(folder, "out"), ...options);
    const json = join(folder, "out", "report.json");
    return { ...ran, report: existsSync(json) ? readFileSync(json, "utf8") : "" };
  });
}

describe("graph-conformance traffic", () => {
  it("judges a recording by the pages that come with the tool, and says how much it judged", async () => {
    const { code, out } = await traffic({
      "a.har": har(
        entry(`${root}/workflows/1/runs/2/userProcessingResults`, 200, listed),
        entry(`${root}/nowhere`, 200, listed),
        entry("https://contoso.com/a", 200, {}),
      ),
    });
    expect(code).toBe(0);
    expect(out).toContain("Exchanges    2: 1 judged, 1 undocumented");
    expect(out).toContain("Left out     1 to other hosts: contoso.com");
    expect(out).toMatch(/undocumented {2}GET \/identityGovernance\/lifecycleWorkflows\/nowhere .*a\.har:\d+/);
  });

  it("says alike in every format how many exchanges were judged, and of how many", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "a.har");
      const url = `${root}/workflows/1/runs/2/userProcessingResults`;
      const run = async (...entries: unknown[]) => {
        writeFileSync(file, har(...entries));
        const output = join(folder, "out");
        const formats = "html,json,junit,markdown";
        const { out } = await commandLine("traffic", file, "--format", formats, "--output", output);
        const text = (name: string) => readFileSync(join(output, name), "utf8");
        const [recorded] = JSON.parse(text("report.json")).summary.sources;
        const junit = [...text("junit.xml").matchAll(/name="exchanges" value="(\d+)"/g)];
        return {
          terminal: /^Judged {7}(.*)$/m.exec(out)?.[1],
          last: /^Exchanges {4}(.*)$/m.exec(out)?.[1],
          html: /<p>(.*) judged\. /.exec(text("index.html"))?.[1],
          markdown: /^(.*); assertions: /m.exec(text("report.md"))?.[1],
          json: [recorded.judged, recorded.exchanges],
          junit: junit.reduce((sum, [, count]) => sum + Number(count), 0),
        };
      };
      const good = entry(url, 200, listed);
      const [nowhere, unanswered] = [entry(`${root}/nowhere`, 200, listed), entry(url, 0, "")];
      expect(await run(good, good, nowhere, unanswered)).toEqual({
        terminal: "1 operation, 2 of 4 recorded exchanges",
        last: "4: 2 judged, 1 undocumented, 1 without an answer that can be judged",
        html: "1 operation and 2 of 4 recorded exchanges",
        markdown: "1 operation, 2 of 4 recorded exchanges",
        json: [2, 4],
        junit: 2,
      });
      expect(await run(good, good)).toEqual({
        terminal: "1 operation, 2 recorded exchanges",
        last: "2: 2 judged",
        html: "1 operation and 2 recorded exchanges",
        markdown: "1 operation, 2 recorded exchanges",
        json: [2, 2],
        junit: 2,
      });
    });
  });

  it("reads a recording that was saved in UTF-16, in either order of its bytes", async () => {
    const text = `\uFEFF${har(entry(`${root}/workflows/1/runs/2/userProcessingResults`, 200, listed))}`;
    const bytes = Buffer.from(text, "utf16le");
    const { out } = await traffic({ "little.har": bytes, "big.har": Buffer.from(bytes).swap16() });
    expect(out).toContain("Exchanges    2: 2 judged");
  });

  it("finds a broken contract at its line of the file, without what signs in", async () => {
    const broken = { ...listed, value: [{ id: "1", processingStatus: "finished" }] };
    const { code, out, report } = await traffic({
      "a.har": har(
        entry(`${root}/workflows/1/runs/2/userProcessingResults`, 200, listed),
        entry(`${root}/workflows/1/runs/2/userProcessingResults`, 200, broken),
      ),
    });
    expect(code).toBe(1);
    const findings: { rule: string; span: { start: { line: number } } }[] = JSON.parse(report).findings;
    const lines = findings
      .filter(({ rule }) => rule === "body/enum-member")
      .map(({ span }) => span.start.line);
    expect(lines).toEqual([30]);
    expect(out + report).not.toContain("secret-of-the-recording");
  });

  it("takes a 429 inside the 200 of a batch for throttling: nothing is broken, and alone it verifies nothing", async () => {
    const url = `${root}/workflows/1/runs/2/userProcessingResults`;
    const asked = [{ id: "1", method: "GET", url: url.slice(url.indexOf("/v1.0") + "/v1.0".length) }];
    const full = { error: { code: "TooManyRequests", message: "Wait." } };
    const answers = [{ id: "1", status: 429, headers: { "Content-Type": "application/json" }, body: full }];
    const single = entry("https://graph.microsoft.com/v1.0/$batch", 200, { responses: answers });
    const postData = { mimeType: "application/json", text: JSON.stringify({ requests: asked }) };
    const batch = { ...single, request: { ...single.request, method: "POST", postData } };
    const beside = await traffic({ "a.har": har(entry(url, 200, listed), batch) });
    expect(beside.code, beside.out).toBe(0);
    expect(beside.out).toMatch(/^Not verified +1 throttled: /m);
    const alone = await traffic({ "a.har": har(batch) });
    expect(alone.code).toBe(1);
    expect(alone.out).toMatch(/^○ nothing verified/m);
  });

  it("writes what the answers looked like where a profile is asked for, and no value", async () => {
    await inFolder(async (folder) => {
      const item = { id: "a-secret-id", totalTasksCount: 3, processingStatus: "completed" };
      const file = join(folder, "a.har");
      const url = `${root}/workflows/1/runs/2/userProcessingResults`;
      writeFileSync(file, har(entry(url, 200, { ...listed, value: [item] })));
      const profile = join(folder, "shapes", "profile.json");
      const { out } = await commandLine(
        "traffic",
        file,
        "--profile",
        profile,
        "--output",
        join(folder, "out"),
      );
      expect(out).toContain(`Profile      ${profile}\n`);
      const text = readFileSync(profile, "utf8");
      expect(text).toContain('"totalTasksCount": {"forms": {"number": 1}, "seen": 1, "unasked": 1}');
      expect(text).toContain('"members": {"completed": 1}');
      expect(text).not.toMatch(/secret/);
    });
  });

  it("judges the mocks of Dev Proxy", async () => {
    const mock = {
      request: { url: `${root}/workflows/*/runs/*/userProcessingResults` },
      response: { body: { value: [{ id: 12 }] } },
    };
    const { code, out } = await traffic({ "mocks.json": JSON.stringify({ mocks: [mock] }) });
    expect(code).toBe(1);
    expect(out).toMatch(/body\/type .*"id"/);
  });

  it("says in one sentence what it cannot read", async () => {
    const runs: [Readonly<Record<string, string>>, RegExp][] = [
      [{ "a.har": "{" }, /a\.har is not JSON/],
      [{ "a.json": "[]" }, /neither a HAR file/],
      [{ "a.har": har() }, /no request to Microsoft Graph/],
      [
        { "a.har": har(entry("https://localhost:1/v1.0/me", 200, {})) },
        /--endpoint names other hosts, such as localhost/,
      ],
      [{ "a.zip": "PK\u0003\u0004" }, /ZIP archive/],
      [{}, /needs a HAR file/],
    ];
    for (const [files, sentence] of runs) await expect(traffic(files)).rejects.toThrow(sentence);
    await expect(commandLine("traffic", "no.har")).rejects.toThrow(
      /cannot read "no\.har": it does not exist/,
    );
    const wrong = traffic({ "a.har": har() }, "--endpoint", "localhost");
    await expect(wrong).rejects.toThrow(/--endpoint takes URLs/);
  });

  it("fails only on what its baseline has not, whatever the ids of a new recording are", async () => {
    await inFolder(async (folder) => {
      const baseline = join(folder, "base.json");
      const results = (workflow: string, items: readonly unknown[]) =>
        har(
          entry(`${root}/workflows/${workflow}/runs/2/userProcessingResults`, 200, {
            ...listed,
            value: items,
          }),
        );
      const flawed = { id: "anna@contoso.com", failedTasksCount: "three" };
      const first = await traffic(
        { "a.har": results("1", [flawed]) },
        "--baseline",
        baseline,
        "--update-baseline",
      );
      expect(first.code).toBe(0);
      expect(first.out).toMatch(/^◐ conformant but for the baseline/);
      expect(readFileSync(baseline, "utf8")).not.toMatch(/anna|three/);
      const items = [
        { ...flawed, id: "b" },
        { ...flawed, id: "c" },
      ];
      const other = await traffic({ "b.har": results("77", items) }, "--baseline", baseline);
      expect(other.code).toBe(0);
      const more = [{ ...flawed, totalTasksCount: "four" }];
      expect((await traffic({ "b.har": results("77", more) }, "--baseline", baseline)).code).toBe(1);
      const beta = har(
        entry(`${root.replace("v1.0", "beta")}/workflows/1/runs/2/userProcessingResults`, 200, listed),
      );
      await expect(traffic({ "b.har": beta }, "--baseline", baseline)).rejects.toThrow(
        "is a baseline of v1.0, and this run is of beta",
      );
    });
  });
});
