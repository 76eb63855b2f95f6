import { cpus, loadavg } from "node:os";

/** Where figures were measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  readonly platform: string;
}

export function machine(): Machine {
  const all = cpus();
  const platform = `${process.platform} ${process.arch}`;
  return { cpu: all[0]?.model.trim() ?? "", cores: all.length, node: process.versions.node, platform };
}

/** How many processes wanted a core in the last minute, this one among them. */
export function load(): number {
  return Number((loadavg()[0] ?? 0).toFixed(1));
}
