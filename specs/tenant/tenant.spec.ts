import { expect, test } from "@playwright/test";
import { UsageError } from "../../src/base/usage-error.ts";
import type { Terminal } from "../../src/cli/command.ts";
import { environmentWith } from "../../src/cli/environment.ts";
import { readGateSettings } from "../../src/cli/gate-settings.ts";
import { writeProfile } from "../../src/cli/profile-option.ts";
import { type GateRun, gateContract, runGate } from "../../src/cli/run-gate.ts";
import { showReport } from "../../src/cli/show-report.ts";
import type { Contract } from "../../src/contract/contract.ts";
import { ownPart } from "../../src/exchange/service/shard.ts";
import { chosenPart } from "../../src/exchange/tenant/chosen-operations.ts";
import type { GateSettings } from "../../src/exchange/tenant/gate-settings.ts";
import { isSafe } from "../../src/http/http-message.ts";
import { exitCode } from "../../src/report/verdict.ts";

/** `npm run gate`: what the command `gate` judges, a test for each operation. Settings come from the environment and `.env`. */
const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  progress: () => {},
  log: (line) => process.stderr.write(`${line}\n`),
  colour: false,
  now: new Date(),
  // Playwright ends its tests itself.
  interrupted: () => new Promise(() => {}),
};

const read = await readSettings();

async function readSettings(): Promise<{ settings: GateSettings; contract: Contract } | string> {
  try {
    const environment = await environmentWith(process.env, process.cwd());
    const settings = readGateSettings({ values: {}, repeated: {} }, environment);
    return { settings, contract: await gateContract([], settings.version) };
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

if (typeof read === "string") {
  test("the settings of the gate", () => {
    throw new Error(read);
  });
} else {
  const { settings, contract } = read;
  const chosen = chosenPart(contract, settings);
  const isOwn = ownPart(chosen, settings.shard).operation;
  let run: GateRun;

  test.describe.configure({ mode: "default", timeout: settings.timeLimit + 60_000 });

  test.beforeAll("judge the tenant", async () => {
    test.setTimeout(settings.timeLimit + 60_000);
    run = await runGate(settings, { contract, terminal, inputs: ["the pages that come with the tool"] });
    await showReport(run.report, { formats: ["html", "json", "junit"], output: "reports/gate" }, terminal);
    if (settings.profile !== undefined && run.shapes)
      await writeProfile(settings.profile, run.shapes, terminal);
  });

  for (const operation of chosen.operations.filter(isOwn)) {
    test(operation.id, () => {
      test.skip(
        !settings.allowWrites && !isSafe(operation),
        "write-not-allowed: set GRAPH_ALLOW_WRITES=true",
      );
      const findings = run.report.findings.filter(
        ({ subject, severity }) => subject.id === operation.id && severity === "error",
      );
      expect(findings.map(({ rule, pointer = "", message }) => `${rule} ${pointer}: ${message}`)).toEqual([]);
      const missing = run.report.coverage?.operations.missing ?? [];
      test.skip(missing.includes(operation.id), `not verified: ${reasonsOf(operation.id)}`);
    });
  }

  test("enough is verified, and nothing else is broken", () => {
    expect(run.failure).toBeUndefined();
    expect(exitCode(run.report), run.report.summary.sentence).toBe(0);
  });

  /** Why nothing of an operation could be verified. */
  const reasonsOf = (id: string): string => {
    const reasons = run.report.judgements
      .filter(({ subject }) => subject.id === id)
      .flatMap(({ assertions }) =>
        assertions.flatMap((each) =>
          each.status === "not-verified" ? `${each.reason}: ${each.message}` : [],
        ),
      );
    return [...new Set(reasons)].slice(0, 3).join("; ");
  };
}
