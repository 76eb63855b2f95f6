import { defineConfig } from "@playwright/test";
import { config } from "dotenv";

config({ quiet: true });

export default defineConfig({
  fullyParallel: false,
  forbidOnly: true,
  outputDir: "test-results",
  reporter: [["dot"], ["./specs/conformance/conformance-reporter.ts"]],
  projects: [
    { name: "conformance", testDir: "specs/conformance" },
    { name: "browser", testDir: "specs/browser" },
    // Asks a live service: never part of `npm test`.
    { name: "tenant", testDir: "specs/tenant" },
  ],
});
