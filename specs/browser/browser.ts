import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "@playwright/test";

export type FoundBrowser =
  | { readonly browser: Browser; readonly from: string }
  | { readonly browser?: undefined; readonly reason: string };

interface Candidate {
  readonly from: string;
  /** Options that start it; undefined when it is not on this machine. */
  options(): LaunchOptions | undefined | Promise<LaunchOptions | undefined>;
}

// The pages are ours and nothing is loaded: no sandbox is needed, which a container seldom allows.
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

/**
 * Starts the first Chromium that really starts here: `CHROMIUM_PATH`, Playwright's own, the system's,
 * the one in the package @sparticuz/chromium. When there is none, says why not. A `CHROMIUM_PATH` that
 * does not start is not passed over: somebody set it.
 */
export async function openBrowser(): Promise<FoundBrowser> {
  const wanted = process.env.CHROMIUM_PATH;
  const candidates = wanted
    ? [{ from: "CHROMIUM_PATH", options: () => ({ executablePath: wanted }) }]
    : inOrder;
  const reasons: string[] = [];
  for (const { from, options } of candidates) {
    try {
      const found = await options();
      if (found === undefined) reasons.push(`${from}: not found`);
      else return { browser: await chromium.launch({ args, ...found }), from };
    } catch (error) {
      reasons.push(`${from}: ${firstLine(error)}`);
    }
  }
  return { reason: `no Chromium starts here (${reasons.join("; ")})` };
}

const inOrder: readonly Candidate[] = [
  { from: "Playwright", options: () => ({}) },
  { from: "chromium-headless-shell", options: () => onPath("chromium-headless-shell") },
  { from: "chromium", options: () => onPath("chromium") ?? onPath("chromium-browser") },
  { from: "Chrome", options: () => onPath("google-chrome") ?? { channel: "chrome" } },
  { from: "@sparticuz/chromium", options: packaged },
];

function onPath(name: string): LaunchOptions | undefined {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const executablePath = join(folder, name);
    try {
      accessSync(executablePath, constants.X_OK);
      return { executablePath };
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** Unpacks the browser of the package; on a bare Linux it brings the libraries too, if it takes that for a Lambda. */
async function packaged(): Promise<LaunchOptions | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const { default: bundled } = await import("@sparticuz/chromium");
  return { executablePath: await bundled.executablePath() };
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}
