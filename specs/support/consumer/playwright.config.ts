import { defineConfig } from "@playwright/test";
import type { GraphOptions } from "graph-conformance/playwright";

export default defineConfig<object, GraphOptions>({
  testDir: "specs",
  workers: 1,
  reporter: [["json", { outputFile: "results.json" }]],
  use: { graphEvidence: "shape" },
});
