import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { jsonPieces } from "../../src/report/json.ts";
import type { Report } from "../../src/report/report.ts";

/** Writes reports as JSON into a folder, each by its path in it; gives the folder. */
export function earlierReports(folder: string, reports: Readonly<Record<string, Report>>): string {
  for (const [name, made] of Object.entries(reports)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, [...jsonPieces(made)].join(""));
  }
  return folder;
}
