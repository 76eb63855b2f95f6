import { defineConfig } from "vitest/config";

const slow = "specs/tool/**/*.slow.spec.ts";
// What prepares and clears a spec is no faster than the spec on a busy machine.
const within = (milliseconds: number) => ({ testTimeout: milliseconds, hookTimeout: milliseconds });
const shared = {
  setupFiles: ["specs/support/same-draws.ts"],
  // The specs share no state, so that the modules need loading only once.
  isolate: false,
};

// A spec that takes more than a second on a quiet core is named `*.slow.spec.ts`.
export default defineConfig({
  test: {
    // All cores: by default one is left to whoever watches.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          ...shared,
          ...within(20_000),
          name: "check",
          include: ["specs/tool/**/*.spec.ts"],
          exclude: [slow],
        },
      },
      {
        test: {
          ...shared,
          ...within(120_000),
          name: "slow",
          include: [slow],
          globalSetup: ["specs/support/build-program.ts"],
        },
      },
    ],
  },
});
