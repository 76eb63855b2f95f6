import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gateProgress } from "../../../src/cli/gate-progress.ts";
import { beginJudgementLog } from "../../../src/cli/judgement-log.ts";
import { answered, assertion } from "../../support/hand-made.ts";
import { inFolder } from "./command-line.ts";

function watched(logs = false) {
  let time = 0;
  const shown: string[] = [];
  const logged: string[] = [];
  const log = logs ? { log: (line: string) => logged.push(line) } : {};
  const tell = gateProgress({ progress: (text) => shown.push(text), ...log }, () => time);
  const ask = (done: number, at = time) => {
    time = at;
    tell.progress({ title: "List runs: $top", requests: 1200 + done, done, of: 90 });
  };
  return { shown, logged, tell, ask };
}

describe("the progress of a gate", () => {
  it("is one line: done of all, what is asked, how many requests, and how long it waits", () => {
    const { shown, tell, ask } = watched();
    ask(34);
    tell.wait({ milliseconds: 11_200, because: "429" });
    expect(shown).toEqual([
      "34 of 90 List runs: $top (1,234 requests)",
      "waiting 12 s (429) 34 of 90 List runs: $top (1,234 requests)",
    ]);
    tell.wait({ milliseconds: 300, because: "429" });
    expect(shown).toHaveLength(2);
  });

  it("is a line every ten seconds in a log that nobody watches, and each long wait", () => {
    const { logged, tell, ask } = watched(true);
    for (const at of [0, 9_000, 10_000, 10_001, 20_000]) ask(at / 1000, at);
    expect(logged.map((line) => line.split(" ")[0])).toEqual(["10", "20"]);
    tell.wait({ milliseconds: 5_000, because: "503" });
    expect(logged.at(-1)).toMatch(/^waiting 5 s \(503\), 20 of 90 /);
  });

  it("cannot be broken by what a title holds", () => {
    const { shown, tell } = watched();
    tell.progress({ title: "a\n\u001b[2Jb", requests: 1, done: 0, of: 1 });
    expect(shown).toEqual(["0 of 1 a \\u001b[2Jb (1 request)"]);
  });
});

describe("the log of judgements", () => {
  it("has a line for each as soon as it is there, and goes when the report is written", () =>
    inFolder(async (folder) => {
      const log = beginJudgementLog(join(folder, "reports", "gate"));
      log.add(answered([assertion()]));
      log.add(answered([]));
      const lines = readFileSync(log.file, "utf8").trimEnd().split("\n");
      expect(lines.map((line) => JSON.parse(line).source)).toEqual(["mock", "mock"]);
      log.remove();
      expect(existsSync(log.file)).toBe(false);
    }));

  it("begins anew, and says in a sentence where it cannot", () =>
    inFolder(async (folder) => {
      beginJudgementLog(folder).add(answered([]));
      expect(readFileSync(beginJudgementLog(folder).file, "utf8")).toBe("");
      writeFileSync(join(folder, "taken"), "");
      expect(() => beginJudgementLog(join(folder, "taken"))).toThrow(
        'judgements.ndjson" cannot be written: ',
      );
    }));
});
