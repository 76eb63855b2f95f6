import { median } from "../median.ts";
import { load } from "../process/load.ts";
import { prismPlan } from "./contestants.ts";
import type { Measured } from "./results.ts";
import { settings } from "./settings.ts";
import type { SizeFiles } from "./size-files.ts";
import { startSeveral } from "./start-several.ts";

/** Measures Prism's mock at its best: every request was answered before. @throws Error when it refuses one */
export async function measurePrism(files: SizeFiles, progress: (text: string) => void): Promise<Measured> {
  progress(`${files.operations} operations: starting Prism`);
  const { server, startUp } = await startSeveral(prismPlan(files), settings.prismStarts(files.operations));
  try {
    const run = () => load(server, files.prismRequests, settings.connections, settings.prismSeconds);
    for (let warm = 0; warm < files.prismCount * 2; ) warm += (await run()).perSecond * settings.prismSeconds;
    const runs: number[] = [];
    while (runs.length < settings.prismRuns) {
      const { perSecond, refused } = await run();
      if (refused > 0) throw new Error(`under load Prism refused ${refused} requests`);
      progress(
        `${runs.length + 1} of ${settings.prismRuns}: ${files.operations} operations, Prism: ${Math.round(perSecond)} requests/s`,
      );
      runs.push(perSecond);
    }
    return { startUp, perSecond: median(runs) };
  } finally {
    await server.stop();
  }
}
