import { mkdir, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus, hasCorpus } from "../specs/support/corpus.ts";
import { partition } from "../src/base/partition.ts";
import { UsageError } from "../src/base/usage-error.ts";
import type { Severity } from "../src/rules/assertion.ts";
import { measureChangelog } from "./changelog/measure-changelog.ts";
import { changelogTarget, listChangelog, renderChangelog } from "./changelog/render-changelog.ts";
import { measureCrowd } from "./crowd/measure-crowd.ts";
import { renderCrowd } from "./crowd/render-crowd.ts";
import { measureDiff } from "./diff/measure-diff.ts";
import { renderTable as renderDiff } from "./diff/render-table.ts";
import { measureGate } from "./gate/measure-gate.ts";
import { renderTable as renderGate } from "./gate/render-table.ts";
import { measureGenerators } from "./generators/measure-generators.ts";
import { generatorTarget, renderGenerators } from "./generators/render-generators.ts";
import { measureLoop, renderLoop } from "./loop/measure-loop.ts";
import { measureMetadata, renderMetadata } from "./metadata/measure-metadata.ts";
import { measureMock } from "./mock/measure-mock.ts";
import { renderTable as renderMock } from "./mock/render-table.ts";
import { measureMutation, usualSeed } from "./mutation/measure-mutation.ts";
import { renderMisses, renderTable as renderMutation, targetsOf } from "./mutation/render-table.ts";
import { proxyCheck } from "./prism/proxy-check.ts";
import { measureRepairs } from "./repairs/measure-repairs.ts";
import { listRepairs, renderRepairs, targetOf } from "./repairs/render-repairs.ts";
import { listReplays, renderReplays, replayTargets } from "./replay/render-replay.ts";
import { type Replay, replays } from "./replay/replay.ts";
import { measureReport } from "./report/measure-report.ts";
import { renderReport } from "./report/render-report.ts";
import { drawSample } from "./sample/draw-sample.ts";
import { measureValidators } from "./validators/measure-validators.ts";
import { renderValidators } from "./validators/results.ts";
import { measureVerify } from "./verify/measure-verify.ts";
import { renderTable as renderVerify } from "./verify/render-table.ts";

const usage = `Usage: npm run bench -- mock                            the mock beside Prism's and a bare node:http handler
       npm run bench -- crowd                           200 connections on a mock of all of Graph v1.0, beside a bare handler
       npm run bench -- verify                          time and memory of verify on all pages of Graph v1.0
       npm run bench -- validators                      verify beside two validators of examples, on the same examples
       npm run bench -- diff                            time and memory of diff on a year of Graph v1.0
       npm run bench -- replay                          every documented example played against the mock, by cause
       npm run bench -- report                          large HTML reports in Chromium: size, opening, filtering
       npm run bench -- loop                            one page among all of Graph's: cold, warm, and saved under --watch
       npm run bench -- gate                            a gate beside a loop that only sends the same requests
       npm run bench -- mutation [<seed>]               defects seeded into valid examples, found or not
       npm run bench -- repairs                         what a year of Graph's pages mended, and what was found there
       npm run bench -- changelog                       what a year's official changelog announced, and what diff tells of it
       npm run bench -- sample error|warning|info [<count> [<seed>]] [<dir>] [<csdl>]   findings to judge by hand
       npm run bench -- generators                      what makes clients, given openapi.json of all of v1.0
       npm run bench -- metadata                        reading CSDL beside a bare pass of its XML parser
       npm run bench -- prism-proxy [<docs-dir>...]    Prism between a client and the mock: no violation
`;

const progress = (text: string): void => {
  process.stderr.write(`bench: ${text}\n`);
};

async function run([name, ...rest]: readonly string[]): Promise<number> {
  const outside = { date: new Date().toISOString().slice(0, 10), progress };
  if (name === "mock" && rest.length === 0) {
    const results = await measureMock(outside);
    process.stdout.write(renderMock(results));
    return keep("mock", results);
  }
  if (name === "crowd" && rest.length === 0) {
    const results = await measureCrowd(outside);
    process.stdout.write(renderCrowd(results));
    await keep("crowd", results);
    return results.targets.every(({ met }) => met) ? 0 : 1;
  }
  if (name === "verify" && rest.length === 0) {
    const results = await measureVerify(outside);
    process.stdout.write(renderVerify(results));
    await keep("verify", results);
    return results.targets.every(({ met }) => met) ? 0 : 1;
  }
  if (name === "validators" && rest.length === 0) {
    const results = await measureValidators(outside);
    process.stdout.write(renderValidators(results));
    await keep("validators", results);
    return results.targets.every(({ met }) => met) ? 0 : 1;
  }
  if (name === "diff" && rest.length === 0) {
    const results = await measureDiff(outside);
    process.stdout.write(renderDiff(results));
    await keep("diff", results);
    return results.targets.every(({ met }) => met) ? 0 : 1;
  }
  if (name === "replay" && rest.length === 0) {
    if (!hasCorpus) throw new UsageError("the pages of Graph are absent; nothing was measured");
    const played: Replay[] = [];
    for await (const replay of replays(await corpus())) {
      if (played.push(replay) % 500 === 0) progress(`${played.length} examples`);
    }
    process.stdout.write(renderReplays(played));
    await write("replay.txt", `${renderReplays(played)}\n${listReplays(played)}\n`);
    return replayTargets(played).every(({ met }) => met) ? 0 : 1;
  }
  if (name === "report" && rest.length === 0) {
    const results = await measureReport(outside);
    process.stdout.write(renderReport(results));
    await keep("report", results);
    return results.targets.every(({ met }) => met) ? 0 : 1;
  }
  if (name === "loop" && rest.length === 0) {
    const results = await measureLoop(outside);
    process.stdout.write(renderLoop(results));
    await keep("loop", results);
    return results.targets.every(({ met }) => met) ? 0 : 1;
  }
  if (name === "gate" && rest.length === 0) {
    const results = await measureGate(outside);
    process.stdout.write(renderGate(results));
    await keep("gate", results);
    return results.targets.every(({ met }) => met) ? 0 : 1;
  }
  if (name === "generators" && rest.length === 0) {
    if (!hasCorpus) throw new UsageError("the pages of Graph are absent; nothing was measured");
    const results = await measureGenerators(outside);
    process.stdout.write(renderGenerators(results));
    await keep("generators", results);
    return generatorTarget(results).met ? 0 : 1;
  }
  if (name === "metadata" && rest.length === 0) {
    const results = await measureMetadata(outside.date);
    process.stdout.write(renderMetadata(results));
    await keep("metadata", results);
    return results.met ? 0 : 1;
  }
  if (name === "mutation" && rest.length < 2 && /^\d*$/.test(rest[0] ?? "")) {
    const [seed = usualSeed] = rest.map(Number);
    const seeded = await measureMutation({ ...outside, seed });
    const listed = `${renderMutation(seeded)}\n${renderMisses(seeded)}\n`;
    process.stdout.write(seed === usualSeed ? renderMutation(seeded) : listed);
    if (seed === usualSeed) await write("mutation.txt", listed);
    return targetsOf(seeded).every(({ met }) => met) ? 0 : 1;
  }
  if (name === "repairs" && rest.length === 0) {
    const results = await measureRepairs(outside);
    process.stdout.write(renderRepairs(results));
    await write("repairs.txt", `${renderRepairs(results)}\n${listRepairs(results)}\n`);
    return targetOf(results.repairs).met ? 0 : 1;
  }
  if (name === "changelog" && rest.length === 0) {
    const looked = await measureChangelog(outside);
    process.stdout.write(renderChangelog(looked));
    await write("changelog.txt", `${renderChangelog(looked)}\n${listChangelog(looked)}\n`);
    return changelogTarget(looked).met ? 0 : 1;
  }
  if (name === "sample" && /^(?:error|warning|info)$/.test(rest[0] ?? "")) {
    const [severity, ...others] = rest;
    const [[count = "100", seed = "12"], paths] = partition(others, (each) => /^\d+$/.test(each));
    const [[metadata], [folder]] = partition(paths, (path) => path.endsWith(".csdl"));
    const own = { severity: severity as Severity, count: Number(count), seed: Number(seed) };
    const read = {
      ...(folder === undefined ? {} : { folder }),
      ...(metadata === undefined ? {} : { metadata }),
    };
    process.stdout.write(await drawSample({ ...own, ...read }));
    return 0;
  }
  if (name === "prism-proxy") {
    const own = ["../fixtures/docs", "../fixtures/rules/docs"].map((path) => new URL(path, import.meta.url));
    const folders = rest.length > 0 ? rest : own.map((url) => relative(process.cwd(), fileURLToPath(url)));
    return (await proxyCheck(folders, { progress, out: (text) => process.stdout.write(text) })) ? 0 : 1;
  }
  process.stderr.write(usage);
  return 2;
}

async function keep(name: string, results: unknown): Promise<number> {
  await write(`${name}.json`, `${JSON.stringify(results, null, 2)}\n`);
  return 0;
}

async function write(name: string, text: string): Promise<void> {
  const file = new URL(`results/${name}`, import.meta.url);
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, text);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const plain = error instanceof UsageError || !(error instanceof Error);
  process.stderr.write(`bench: ${plain ? error : error.stack}\n`);
  process.exitCode = 2;
}
