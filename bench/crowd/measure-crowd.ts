import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../src/base/usage-error.ts";
import { load as loadOfMachine, machine } from "../machine.ts";
import { median } from "../median.ts";
import { recordAnswers } from "../mock/record-answers.ts";
import { type Load, load } from "../process/load.ts";
import { runCold } from "../process/run-cold.ts";
import { rightAnswer, type Server, type ServerPlan, startServer } from "../process/server.ts";
import { signIn } from "../process/sign-in.ts";
import type { Target } from "../target.ts";
import type { Outside, TimedRun } from "../timed-run.ts";
import { crowdRequests, shares } from "./crowd-requests.ts";
import { heapWhileWriting } from "./memory-kept.ts";

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const tool = local("../../dist/cli/main.js");
const corpus = local("../../../shared/corpus/graph-v1.0-2021-07");

export const settings = {
  connections: 200,
  seconds: 5,
  rounds: 5,
  starts: 5,
  pairs: 100_000,
  most: { times: 10, start: 1500, growth: 20 },
} as const;

/** What was measured of one server. */
export interface CrowdFigures {
  readonly perSecond: number;
  /** Milliseconds that half of the requests waited at most, 99 of 100, and the last. */
  readonly half: number;
  readonly p99: number;
  readonly longest: number;
}

export interface CrowdResults extends TimedRun {
  readonly mock: CrowdFigures;
  readonly bare: CrowdFigures;
  /** The mock's p99 over the bare handler's, in the middle one of the rounds. */
  readonly times: number;
  /** Milliseconds from the start of `mock contract.json` to its first right answer, median. */
  readonly start: number;
  /** Millions of bytes of the heap after each tenth of the writes and deletes. */
  readonly heap: readonly number[];
}

/**
 * A crowd of clients on a mock of all of v1.0, beside a handler that gives back what the mock answered.
 *
 * @throws UsageError where the pages of Graph are not there
 */
export async function measureCrowd({ date, progress }: Outside): Promise<CrowdResults> {
  if (!existsSync(corpus)) throw new UsageError(`${corpus} is not there; nothing was measured`);
  const directory = mkdtempSync(join(tmpdir(), "graph-conformance-bench-"));
  const before = loadOfMachine();
  try {
    progress(`deriving ${corpus}`);
    const derived = join(directory, "derived");
    await runCold([tool, "derive", corpus, "--examples", "--output", derived], [0]);
    const contract = join(derived, "v1.0", "contract.json");
    const starts: number[] = [];
    for (let round = 0; round < settings.starts; round++) {
      const server = await startServer(mockPlan(contract));
      starts.push(server.startUp);
      await server.stop();
    }
    progress(`starts: ${starts.map(Math.round).join(", ")} ms`);
    const rounds = await measureRounds(contract, directory, progress);
    progress(`${settings.pairs} writes and deletes`);
    const heap = await heapWhileWriting(JSON.parse(readFileSync(contract, "utf8")), settings.pairs);
    const figures = {
      mock: middle(rounds.map(({ mock }) => mock)),
      bare: middle(rounds.map(({ bare }) => bare)),
      times: rounded(median(rounds.map(({ mock, bare }) => mock.milliseconds.p99 / bare.milliseconds.p99))),
      start: Math.round(median(starts)),
      heap,
    };
    return {
      date,
      machine: machine(),
      load: { before, after: loadOfMachine() },
      method,
      ...figures,
      targets: targetsOf(figures),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Round {
  readonly mock: Load;
  readonly bare: Load;
}

async function measureRounds(
  contract: string,
  directory: string,
  progress: (text: string) => void,
): Promise<Round[]> {
  const mock = await startServer(mockPlan(contract));
  const all = await crowdRequests(mock);
  const files = { all, answers: join(directory, "answers.json") };
  await recordAnswers(mock, files);
  const requests = join(directory, "requests.json");
  writeFileSync(requests, JSON.stringify(all));
  const { authorization } = mock;
  const bare: Server = { ...(await startServer(barePlan(files.answers))), authorization };
  const rounds: Round[] = [];
  const run = (server: Server, seconds: number) => load(server, requests, settings.connections, seconds);
  for (const server of [mock, bare]) await run(server, 2);
  for (let round = 1; round <= settings.rounds; round++) {
    const measured = { mock: await run(mock, settings.seconds), bare: await run(bare, settings.seconds) };
    if (measured.mock.refused > 0)
      throw new Error(`in the crowd the mock refused ${measured.mock.refused} requests`);
    rounds.push(measured);
    progress(
      `${round} of ${settings.rounds}: p99 ${rounded(measured.mock.milliseconds.p99)} ms, bare ${rounded(measured.bare.milliseconds.p99)} ms`,
    );
  }
  await Promise.all([mock.stop(), bare.stop()]);
  return rounds;
}

function mockPlan(contract: string): ServerPlan {
  return {
    name: "the mock",
    args: (port) => [tool, "mock", contract, "--port", String(port)],
    async firstAnswer(port) {
      const authorization = await signIn(port);
      const asked = { method: "GET", target: "/v1.0/users?$top=1", headers: { authorization } };
      JSON.parse((await rightAnswer(port, asked)).body);
      return authorization;
    },
    patience: 60_000,
  };
}

function barePlan(answers: string): ServerPlan {
  return {
    name: "the bare handler",
    args: (port) => [local("../servers/bare.js"), answers, String(port)],
    async firstAnswer(port) {
      await rightAnswer(port, { method: "GET", target: "/v1.0/groups" });
      return "Bearer none";
    },
    patience: 30_000,
  };
}

function middle(loads: readonly Load[]): CrowdFigures {
  return {
    perSecond: Math.round(median(loads.map(({ perSecond }) => perSecond))),
    half: rounded(median(loads.map(({ milliseconds }) => milliseconds.half))),
    p99: rounded(median(loads.map(({ milliseconds }) => milliseconds.p99))),
    longest: rounded(median(loads.map(({ milliseconds }) => milliseconds.longest))),
  };
}

function targetsOf({ times, start, heap }: Pick<CrowdResults, "times" | "start" | "heap">): Target[] {
  const { most, pairs, connections } = settings;
  const [, first = 0] = heap;
  const growth = (heap.at(-1) ?? Number.NaN) - first;
  return [
    {
      promise: `${connections} connections: 99 of 100 requests wait at most ${most.times} times what they do for a bare handler`,
      measured: `${times} times`,
      met: times <= most.times,
    },
    {
      promise: `starts on all of v1.0 from contract.json with examples in less than ${most.start} ms`,
      measured: `${start} ms`,
      met: start < most.start,
    },
    {
      promise: `memory flat over ${pairs} writes and deletes: the heap grows by less than ${most.growth} MB from the second tenth on`,
      measured: `${growth} MB`,
      met: growth < most.growth,
    },
  ];
}

function rounded(value: number): number {
  return Number(value.toFixed(1));
}

const method: readonly string[] = [
  `${settings.connections} connections keep one request each under way, from a process of its own: of each hundred ${shares.reads} read, ${shares.queries} query,`,
  `${shares.writes} write, each something else, and ${shares.batches} are a $batch of five. The mock and a handler that gives back what the mock answered`,
  `take turns; medians of ${settings.rounds} rounds of ${settings.seconds} s.`,
];
