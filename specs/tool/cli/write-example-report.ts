import { commandLine } from "./command-line.ts";

await commandLine("verify", "fixtures/docs", "--format", "html", "--output", "reports/example/verify");
