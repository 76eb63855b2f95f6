import { defineConfig } from "vitest/config";

export default defineConfig({
  // The specs share no state, so that the modules need loading only once.
  test: { include: ["specs/tool/**/*.spec.ts"], testTimeout: 20_000, isolate: false },
});
