import type { Source } from "../rules/exchange.ts";

/** The order of the columns. */
export const sources: readonly Source[] = ["documented", "mock", "tenant", "recorded"];
