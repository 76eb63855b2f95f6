import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["specs/tool/**/*.spec.ts"], testTimeout: 20_000 },
});
