import { type Load, load } from "../process/load.ts";
import { barePlan, mockPlan } from "./contestants.ts";
import { median } from "./median.ts";
import { recordAnswers } from "./record-answers.ts";
import type { Measured, MockResults } from "./results.ts";
import { settings } from "./settings.ts";
import type { SizeFiles } from "./size-files.ts";
import { type Started, startSeveral } from "./start-several.ts";

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
}

interface Running {
  readonly name: "mock" | "bare";
  readonly files: SizeFiles;
  readonly started: Started;
  readonly loads: Load[];
}

/**
 * Measures the mock and the bare handler. They run by turns, size by size, so that a slow minute of the machine meets
 * them all. @throws Error when one refuses a request
 */
export async function measureOwn(
  sizes: readonly SizeFiles[],
  progress: (text: string) => void,
): Promise<OwnMeasured> {
  const running: Running[] = [];
  for (const files of sizes) {
    progress(`${files.operations} operations: starting the mock and the bare handler`);
    const mock = await startSeveral(mockPlan(files), settings.starts);
    running.push({ name: "mock", files, started: mock, loads: [] });
    await recordAnswers(mock.server, files);
    const bare = await startSeveral(barePlan(files), settings.starts);
    // It gets the very requests that the mock gets, with the mock's token in them.
    const server = { ...bare.server, authorization: mock.server.authorization };
    running.push({ name: "bare", files, started: { ...bare, server }, loads: [] });
  }
  for (const one of running) await run(one, settings.warmUp);
  for (let round = 1; round <= settings.runs; round++) {
    for (const one of running) {
      const measured = await run(one, settings.seconds);
      one.loads.push(measured);
      progress(`${round} of ${settings.runs}: ${describe(one, measured)}`);
    }
  }
  await Promise.all(running.map(({ started }) => started.server.stop()));
  const of = (files: SizeFiles | undefined, name: Running["name"]): Running => {
    const one = running.find((each) => each.files === files && each.name === name);
    if (!one) throw new Error(`the ${name} was not measured`);
    return one;
  };
  const flat = (name: Running["name"]) => ratio(of(sizes.at(-1), name), of(sizes[0], name));
  return {
    sizes: sizes.map((files) => {
      const [mock, bare] = [of(files, "mock"), of(files, "bare")];
      return { mock: figuresOf(mock), bare: figuresOf(bare), ofBare: ratio(mock, bare) };
    }),
    flatness: { mock: flat("mock"), bare: flat("bare") },
  };
}

async function run({ name, files, started }: Running, seconds: number): Promise<Load> {
  const measured = await load(started.server, files.requests, settings.connections, seconds);
  if (measured.refused > 0) throw new Error(`under load the ${name} refused ${measured.refused} requests`);
  return measured;
}

function describe({ name, files }: Running, { perSecond, busy }: Load): string {
  const figure = `${Math.round(perSecond)} requests/s`;
  return `${files.operations} operations, ${name}: ${figure}, the loader ${Math.round(busy * 100)} % busy`;
}

function figuresOf({ started, loads }: Running): Measured {
  return { startUp: started.startUp, perSecond: median(loads.map(({ perSecond }) => perSecond)) };
}

function ratio(one: Running, other: Running): number {
  return median(
    one.loads.map(({ perSecond }, round) => perSecond / (other.loads[round]?.perSecond ?? Number.NaN)),
  );
}
