import { median } from "../median.ts";
import { type Load, load } from "../process/load.ts";
import { type Server, type ServerPlan, startServer } from "../process/server.ts";
import { barePlan, mockPlan } from "./contestants.ts";
import { recordAnswers } from "./record-answers.ts";
import type { Measured, MockResults } from "./results.ts";
import { settings } from "./settings.ts";
import type { SizeFiles } from "./size-files.ts";

export interface OwnMeasured {
  /** In the order of the sizes. */
  readonly sizes: readonly SizeMeasured[];
  /** The biggest size's requests per second over the smallest one's, in the middle one of the rounds. */
  readonly flatness: MockResults["flatness"];
}

export interface SizeMeasured {
  readonly mock: Measured;
  readonly bare: Measured;
  /** The mock's requests per second over the bare handler's, in the middle one of the rounds. */
  readonly ofBare: number;
  /** The same where every update changes what is stored. */
  readonly ofBareChanging: number;
}

/** What is sent: requests whose answers stay the same, or such that every update changes something. */
type Mix = "requests" | "changing";

interface Running {
  readonly name: "mock" | "bare";
  readonly files: SizeFiles;
  readonly plan: ServerPlan;
  readonly server: Server;
  /** Milliseconds. */
  readonly startUps: number[];
  readonly loads: Readonly<Record<Mix, Load[]>>;
}

/**
 * Measures the mock and the bare handler. They run by turns, size by size, so that a slow minute of the machine meets
 * them all. @throws Error when one refuses a request
 */
export async function measureOwn(
  sizes: readonly SizeFiles[],
  progress: (text: string) => void,
): Promise<OwnMeasured> {
  const pairs: { readonly mock: Running; readonly bare: Running }[] = [];
  for (const files of sizes) {
    progress(`${files.operations} operations: starting the mock and the bare handler`);
    pairs.push(await startPair(files));
  }
  const running = pairs.flatMap(({ mock, bare }) => [mock, bare]);
  await measure(running, "requests", settings.runs, progress);
  await measure(running, "changing", settings.changingRuns, progress);
  await Promise.all(running.map(({ server }) => server.stop()));
  const flat = (name: Running["name"]): number => {
    const [first, last] = [pairs[0]?.[name], pairs.at(-1)?.[name]];
    return first && last ? ratio(last, first, "requests") : Number.NaN;
  };
  return {
    sizes: pairs.map(({ mock, bare }) => ({
      mock: figuresOf(mock),
      bare: figuresOf(bare),
      ofBare: ratio(mock, bare, "requests"),
      ofBareChanging: ratio(mock, bare, "changing"),
    })),
    flatness: { mock: flat("mock"), bare: flat("bare") },
  };
}

async function startPair(files: SizeFiles): Promise<{ readonly mock: Running; readonly bare: Running }> {
  const start = async (name: Running["name"], plan: ServerPlan): Promise<Running> => {
    const server = await startServer(plan);
    return { name, files, plan, server, startUps: [], loads: { requests: [], changing: [] } };
  };
  const mock = await start("mock", mockPlan(files));
  await recordAnswers(mock.server, files);
  const bare = await start("bare", barePlan(files));
  // It gets the very requests that the mock gets, with the mock's token in them.
  const { authorization } = mock.server;
  return { mock, bare: { ...bare, server: { ...bare.server, authorization } } };
}

async function measure(
  running: readonly Running[],
  mix: Mix,
  rounds: number,
  progress: (text: string) => void,
): Promise<void> {
  progress(`${mix}: warming up`);
  for (const one of running) await run(one, mix, settings.warmUp);
  for (let round = 1; round <= rounds; round++) {
    for (const one of running) {
      const measured = await run(one, mix, settings.seconds);
      one.loads[mix].push(measured);
      progress(`${mix}, ${round} of ${rounds}: ${describe(one, measured)}`);
      if (mix === "requests" && round % settings.runsPerStart === 0) await startOnceMore(one);
    }
  }
}

async function startOnceMore({ plan, startUps }: Running): Promise<void> {
  const server = await startServer(plan);
  startUps.push(server.startUp);
  await server.stop();
}

async function run({ name, files, server }: Running, mix: Mix, seconds: number): Promise<Load> {
  const measured = await load(server, files[mix], settings.connections, seconds);
  if (measured.refused > 0) throw new Error(`under load the ${name} refused ${measured.refused} requests`);
  return measured;
}

function describe({ name, files }: Running, { perSecond, busy }: Load): string {
  const figure = `${Math.round(perSecond)} requests/s`;
  return `${files.operations} operations, ${name}: ${figure}, the loader ${Math.round(busy * 100)} % busy`;
}

function figuresOf({ startUps, loads }: Running): Measured {
  return { startUp: median(startUps), perSecond: median(loads.requests.map(({ perSecond }) => perSecond)) };
}

/** How many times as many requests per second the one answers as the other, in the middle one of the rounds. */
function ratio(one: Running, other: Running, mix: Mix): number {
  const others = other.loads[mix];
  return median(
    one.loads[mix].map(({ perSecond }, round) => perSecond / (others[round]?.perSecond ?? Number.NaN)),
  );
}
