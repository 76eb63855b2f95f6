import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { conformanceReport } from "../../src/cli/conformance-report.ts";
import { renderTerminal } from "../../src/report/terminal/render-terminal.ts";
import { exitCode } from "../../src/report/verdict.ts";
import { writeReport } from "../../src/report/write-report.ts";
import type { Judgement } from "../../src/rules/assertion.ts";
import { documentationFolder, systems, waivers } from "../support/documentation.ts";
import { judgementsAttachment } from "../support/test.ts";

/**
 * Writes the conformance report of what the suite's tests judged, and fails the run with it: a waiver that is
 * expired or unused belongs to no test.
 */
export default class ConformanceReporter implements Reporter {
  private readonly judgements: Judgement[] = [];

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const { name, body } of result.attachments) {
      if (name === judgementsAttachment && body) this.judgements.push(...JSON.parse(body.toString("utf8")));
    }
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult["status"] }> {
    if (this.judgements.length === 0) return { status: result.status };
    const report = conformanceReport({
      judgements: this.judgements,
      systems,
      waivers,
      inputs: [documentationFolder],
      // Every finding on the pages that come with the suite is known, the mildest too.
      failOn: "info",
      now: new Date(),
    });
    const [reportPath] = await writeReport(report, ["html", "json", "junit"], "reports/conformance");
    const { isTTY, columns } = process.stdout;
    const options = {
      colour: isTTY === true,
      ...(isTTY ? { columns } : {}),
      ...(reportPath ? { reportPath } : {}),
    };
    process.stdout.write(`\n${renderTerminal(report, options)}`);
    return { status: exitCode(report) === 0 ? result.status : "failed" };
  }

  printsToStdio(): boolean {
    return true;
  }
}
