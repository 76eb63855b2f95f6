import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runGate } from "../../../src/cli/run-gate.ts";
import type { Shard } from "../../../src/exchange/service/shard.ts";
import { startMock } from "../../../src/mock/http/start-mock.ts";
import { formatNames, formats } from "../../../src/report/formats.ts";
import type { Report } from "../../../src/report/report.ts";
import { documentation } from "../../support/documentation.ts";
import { formText } from "../../support/form-text.ts";
import { signIn } from "../../support/service.ts";
import { gateSettings } from "../../support/tenant.ts";
import { commandLine, inFolder } from "./command-line.ts";

const contract = documentation.contract("v1.0");
const now = new Date("2026-11-22T12:00:00Z");
const terminal = {
  out: () => {},
  progress: () => {},
  colour: false,
  now,
  interrupted: () => new Promise<void>(() => {}),
};

let service: Awaited<ReturnType<typeof startMock>>;
let token: string;
beforeAll(async () => {
  service = await startMock({ contracts: [contract], data: "generated", fault: "member-in-other-case" });
  token = await signIn(service.origin);
});
afterAll(() => service.close());

async function gated(depth: "documented" | "full", shard?: Shard): Promise<Report> {
  const settings = gateSettings({
    endpoint: service.origin,
    credential: { kind: "token", token },
    depth,
    ...(shard ? { shard } : {}),
  });
  const { report } = await runGate(settings, { contract, terminal, inputs: ["docs"] });
  return report;
}

function written(report: Report, detail: boolean): Record<string, string> {
  return Object.fromEntries(
    formatNames.map((name) => [formats[name].file, formText(name, report, { detail })]),
  );
}

describe("the shards of a gate over generated data, merged", () => {
  for (const [depth, of] of [
    ["full", 3],
    ["documented", 14],
  ] as const)
    it(`are the unsharded report byte for byte, in every format: ${of} of them, ${depth}`, async () => {
      const whole = await gated(depth);
      expect(whole.findings.length).toBeGreaterThan(0);
      expect(whole.judgements.some(({ title }) => title.includes("asked for to bind"))).toBe(true);
      await inFolder(async (folder) => {
        const files: string[] = [];
        for (let number = 1; number <= of; number++) {
          const file = join(folder, `${number}.json`);
          writeFileSync(file, written(await gated(depth, { number, of }), false)["report.json"] ?? "");
          files.unshift(file);
        }
        const output = join(folder, "merged");
        const { code } = await commandLine(
          "merge",
          ...files,
          "--output",
          output,
          "--format",
          formatNames.join(","),
          "--detail",
        );
        expect(code).toBe(1);
        const expected = written(whole, true);
        expect(readdirSync(output).sort()).toEqual(Object.keys(expected).sort());
        for (const [file, text] of Object.entries(expected)) {
          expect(withoutPaths(readFileSync(join(output, file), "utf8")), file).toBe(withoutPaths(text));
        }
      });
    });
});

/** Where a report lies, links lead from there. */
function withoutPaths(text: string): string {
  return text.replace(/(?<=href=")[^"#]*(?=fixtures\/)/g, "");
}
