import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toolVersion } from "../../../src/cli/package-files.ts";
import { jsonPieces } from "../../../src/report/json.ts";
import type { ReportInput } from "../../../src/report/make-report.ts";
import type { ShardDetail, ShardedRun } from "../../../src/report/report.ts";
import { exitCode } from "../../../src/report/verdict.ts";
import type { Judgement } from "../../../src/rules/assertion.ts";
import { assertion, exchange, failure, report, waiver } from "../../support/hand-made.ts";
import { commandLine, inFolder } from "./command-line.ts";

const run: ShardedRun = {
  version: "v1.0",
  endpoint: "https://graph.microsoft.com",
  client: "0123456789ab",
  contract: "ba9876543210",
  depth: "documented",
  evidence: "shape",
  include: [],
  exclude: [],
  bindings: [],
};

const judged = (id: string, ...assertions: Parameters<typeof exchange>[0]): Judgement =>
  exchange(assertions, { source: "tenant", subject: { kind: "operation", id }, title: id, example: id });

const operations = ["GET /a", "GET /b", "GET /c"];

/** The report of a shard of three, which has verified the operation of its number unless told otherwise. */
function shard(
  number: number,
  given: Partial<ShardDetail> = {},
  rest: Partial<ReportInput> = {},
  judgements: readonly Judgement[] = [judged(operations[number - 1] ?? "", assertion())],
) {
  const counted = operations.map((name, at) => ({ name, verified: at === number - 1 }));
  const coverage = { operations: counted, examples: [], properties: [] };
  const detail = { number, of: 3, run, floor: 0.6, coverage, judgements, ...given };
  const tool = { name: "graph-conformance", version: toolVersion() };
  return report(judgements, { tool, shard: detail, unjudged: "part", ...rest });
}

/** Writes the reports, and merges them. */
async function merged(reports: readonly ReturnType<typeof report>[], ...options: string[]) {
  return inFolder(async (folder) => {
    const files = reports.map((each, at) => {
      const file = join(folder, `${at}.json`);
      writeFileSync(file, [...jsonPieces(each)].join(""));
      return file;
    });
    const output = join(folder, "out");
    const { code, out } = await commandLine(
      "merge",
      ...files,
      "--output",
      output,
      "--format",
      "json",
      ...options,
    );
    return { code, out, json: JSON.parse(readFileSync(join(output, "report.json"), "utf8")) };
  });
}

const three = [shard(3), shard(1), shard(2)];
const broken = () => shard(2, {}, {}, [judged("GET /b", failure({ fingerprint: "0123456789ab" }))]);

describe("merge", () => {
  it("is green where all shards are there and verify enough between them, in whatever order", async () => {
    const { code, json } = await merged(three);
    expect(code).toBe(0);
    expect(json.summary.sentence).toBe("conformant");
    expect(json.coverage.operations).toEqual({ verified: 3, of: 3, missing: [] });
    expect(json.coverage.floor).toBe(0.6);
    expect(json.shard).toBeUndefined();
  });

  it("judges the floor, which no shard does", async () => {
    const none = operations.map((name) => ({ name, verified: false }));
    const nothing = { operations: none, examples: [], properties: [] };
    const idle = [1, 2].map((number) => shard(number, { coverage: nothing }, {}, []));
    expect(idle.map(exitCode)).toEqual([0, 0]);
    const { code, out } = await merged([...idle, shard(3)]);
    expect(code).toBe(1);
    expect(out).toContain("1 of 3 operations verified, under the floor of 0.6");
  });

  it("is red for a finding of any shard, at the severity that it is told, unless it is waived", async () => {
    expect((await merged([shard(1), broken(), shard(3)])).code).toBe(1);
    const mild = shard(2, {}, {}, [judged("GET /b", assertion(), failure({ severity: "warning" }))]);
    expect((await merged([shard(1), mild, shard(3)])).code).toBe(0);
    expect((await merged([shard(1), mild, shard(3)], "--fail-on", "warning")).code).toBe(1);
  });

  it("takes waivers, of which one that no shard needs is a finding here and in no shard", async () => {
    const { location, ...accepted } = waiver({
      fingerprint: "0123456789ab",
      expires: "2027-01-01",
      source: "tenant",
    });
    await inFolder(async (folder) => {
      const file = join(folder, "waivers.json");
      writeFileSync(file, JSON.stringify({ waivers: [accepted] }));
      const waived = await merged([shard(1), broken(), shard(3)], "--waivers", file);
      expect(waived.json.summary.sentence).toBe("conformant, 1 waived");
      const unused = await merged(three, "--waivers", file);
      expect(unused.json.findings.map(({ rule }: { rule: string }) => rule)).toEqual(["waiver/unused"]);
      const undecided = await merged([shard(1), shard(3)], "--waivers", file);
      expect([undecided.code, undecided.json.findings]).toEqual([2, []]);
      const chosen = [1, 2, 3].map((number) => shard(number, { run: { ...run, exclude: ["GET /d"] } }));
      expect((await merged(chosen, "--waivers", file)).code).toBe(0);
    });
    const alone = shard(1, {}, { waivers: [{ ...accepted, location }] });
    expect(alone.findings).toEqual([]);
  });

  it("says which shard is missing, and is not green", async () => {
    const { code, json } = await merged([shard(1), shard(3)]);
    expect(code).toBe(2);
    expect(json.summary.verdict).toBe("too little verified");
    expect(json.summary.sentence).toContain("partial: shard 2 of 3 is missing");
    expect((await merged([shard(1), broken()])).code).toBe(1);
  });

  it("says which shard was ended before its end, and is not green", async () => {
    const ended = shard(2, {}, { partial: "ended by a signal behind 3 of 9 parts of the plan" });
    expect(exitCode(ended)).toBe(2);
    const { code, json } = await merged([shard(1), ended, shard(3)]);
    expect(code).toBe(2);
    expect(json.summary.partial).toBe("shard 2 of 3: ended by a signal behind 3 of 9 parts of the plan");
  });

  it("says what is new since an earlier report, and nothing where that was judged alike", async () => {
    const basis = { rules: ["body/type"], permissions: [["Run.Read.All"]] };
    const shards = [1, 2, 3].map((number) => shard(number, {}, { basis }));
    await inFolder(async (folder) => {
      const file = join(folder, "earlier.json");
      const since = async (rules: readonly string[], permissions: readonly string[][]) => {
        const tool = { name: "graph-conformance", version: "0.0.1" };
        writeFileSync(file, JSON.stringify({ tool, basis: { rules, permissions } }));
        return (await merged(shards, "--previous", file)).json.summary.sentence;
      };
      expect(await since(basis.rules, basis.permissions)).toBe("conformant");
      expect(await since([], [])).toBe(
        "conformant; since 0.0.1 1 rule is new (body/type), and Run.Read.All is needed now",
      );
    });
    expect((await merged(shards)).json.basis).toEqual(basis);
  });

  it("fails on what no baseline has, and writes one of the whole", async () => {
    await inFolder(async (folder) => {
      const baseline = join(folder, "base.json");
      const written = await merged(
        [shard(1), broken(), shard(3)],
        "--baseline",
        baseline,
        "--update-baseline",
      );
      expect(written.code).toBe(0);
      expect(JSON.parse(readFileSync(baseline, "utf8")).judged).toEqual([
        "v1.0 GET /a",
        "v1.0 GET /b",
        "v1.0 GET /c",
      ]);
      const again = await merged([shard(1), broken(), shard(3)], "--baseline", baseline);
      expect(again.json.summary.verdict).toBe("conformant but for the baseline");
      const more = shard(3, {}, {}, [judged("GET /c", failure({ fingerprint: "0123456789cd" }))]);
      const failed = await merged([shard(1), broken(), more], "--baseline", baseline);
      expect(failed.code).toBe(1);
      expect(failed.json.baseline).toMatchObject({ new: 1, known: 1 });
      // One that is missing leaves the baseline as it was, and is no fix.
      const before = readFileSync(baseline, "utf8");
      const partial = await merged([shard(1), shard(3)], "--baseline", baseline, "--update-baseline");
      expect(partial.code).not.toBe(0);
      expect(partial.out).toContain("the baseline stays as it was");
      expect(partial.json.baseline).toMatchObject({
        fixed: [],
        notJudged: [{ rule: "body/unknown-property" }],
      });
      expect(readFileSync(baseline, "utf8")).toBe(before);
    });
  });

  it("refuses a shard twice, one of another run, and what is no shard", async () => {
    await expect(merged([shard(1), shard(2), shard(2)])).rejects.toThrow(
      /are both shard 2 of 3: give each once/,
    );
    const others: [Partial<ShardDetail>, string][] = [
      [{ of: 4 }, 'the number of shards is "3" and "4"'],
      [{ floor: 0.5 }, 'floor is "0.6" and "0.5"'],
      [{ run: { ...run, endpoint: "https://graph.microsoft.us" } }, "endpoint is"],
      [{ run: { ...run, client: "000000000000" } }, "the digest of who signed in is"],
      [{ run: { ...run, contract: "000000000000" } }, "the digest of the pages is"],
      [{ run: { ...run, include: ["GET /a"] } }, 'include is "" and "GET /a"'],
      [{ run: { ...run, job: "7" } }, 'the run of the workflow or pipeline is "" and "7"'],
    ];
    for (const [given, sentence] of others)
      await expect(merged([shard(1), shard(2, given), shard(3)]), sentence).rejects.toThrow(sentence);
    const older = { tool: { name: "graph-conformance", version: "0.0.1" } };
    await expect(merged([shard(1), shard(2, {}, older)])).rejects.toThrow("the version of the tool is");
    await expect(merged([report([])])).rejects.toThrow("is the report of a whole run");
  });

  it("refuses what is no report, in a sentence", async () => {
    await expect(commandLine("merge")).rejects.toThrow("merge needs the report.json of each shard");
    await expect(commandLine("merge", "no-such.json")).rejects.toThrow("it does not exist");
    await inFolder(async (folder) => {
      const refused = async (text: string) => {
        const file = join(folder, "report.json");
        writeFileSync(file, text);
        return expect(commandLine("merge", file)).rejects;
      };
      await (await refused("{")).toThrow("it is not JSON");
      await (await refused("{}")).toThrow("it must have required property 'format'");
      await (await refused('{"format":1}')).toThrow("has form 1 of the report, and this tool reads form 2");
    });
  });
});
