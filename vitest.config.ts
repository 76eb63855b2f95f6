import { defineConfig } from "vitest/config";

const slow = "specs/tool/**/*.slow.spec.ts";
const shared = {
  setupFiles: ["specs/support/same-draws.ts"],
  testTimeout: 20_000,
  // The specs share no state, so that the modules need loading only once.
  isolate: false,
};

// A spec that takes more than a second on a quiet core is named `*.slow.spec.ts`.
export default defineConfig({
  test: {
    // All cores: by default one is left to whoever watches.
    maxWorkers: "100%",
    projects: [
      { test: { ...shared, name: "check", include: ["specs/tool/**/*.spec.ts"], exclude: [slow] } },
      {
        test: {
          ...shared,
          name: "slow",
          include: [slow],
          testTimeout: 120_000,
          globalSetup: ["specs/support/build-program.ts"],
        },
      },
    ],
  },
});
