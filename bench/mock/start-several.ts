import { median } from "../median.ts";
import { type Server, type ServerPlan, startServer } from "../process/server.ts";

export interface Started {
  readonly server: Server;
  /** Milliseconds, median. */
  readonly startUp: number;
}

/** Starts a server several times, one after the other; the last one stays. */
export async function startSeveral(plan: ServerPlan, times: number): Promise<Started> {
  const taken: number[] = [];
  for (;;) {
    const server = await startServer(plan);
    taken.push(server.startUp);
    if (taken.length >= times) return { server, startUp: median(taken) };
    await server.stop();
  }
}
