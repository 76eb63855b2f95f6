import { execFileSync } from "node:child_process";
import { relative, resolve } from "node:path";
import { once } from "../base/once-for.ts";
import { UsageError } from "../base/usage-error.ts";
import type { CommandOption } from "./command.ts";

/** What every command takes whose report links to pages. */
export const sourceUrlOption: CommandOption = {
  name: "source-url",
  value: "URL",
  text: "what links to pages lead to: https://host/r/blob/{revision}/{file}#L{line}",
};

/** The address of a line of a page on the web; undefined for what lies outside of the checkout. */
export type SourceUrl = (file: string, line: number) => string | undefined;

/** What git, or the runner of a workflow, knows of the working folder. */
export interface Checkout {
  readonly root: string;
  readonly revision: string;
}

/**
 * Makes addresses of a template: `{file}` is the path below the root of the checkout, `{line}` the line, `{revision}` the
 * commit. Where there is no checkout, `{file}` is the path below the working folder.
 *
 * @throws UsageError for a template that is no address of the web, has no `{file}`, or wants a revision that nobody knows
 */
export function sourceUrlOf(template: string, checkout: Checkout | undefined = checkoutHere()): SourceUrl {
  if (!/^https?:\/\//i.test(template) || !URL.canParse(template.replace(/[{}]/g, "")))
    throw new UsageError(`--source-url takes an address of the web, not "${template}"`);
  if (!template.includes("{file}"))
    throw new UsageError(
      `--source-url has no {file}, so that every link would lead to one page: "${template}"`,
    );
  if (template.includes("{revision}") && !checkout)
    throw new UsageError(
      "--source-url has {revision}, and this is no git checkout: write the revision itself",
    );
  const root = checkout?.root ?? resolve(".");
  return (file, line) => {
    const inside = pathBelow(root, file);
    if (inside === undefined) return undefined;
    const values: Readonly<Record<string, string>> = {
      file: inside.split("/").map(encodeURIComponent).join("/"),
      line: String(line),
      revision: encodeURIComponent(checkout?.revision ?? ""),
    };
    return template.replace(/\{(file|line|revision)\}/g, (_, name: string) => values[name] ?? "");
  };
}

/** Where a file lies below the root of the checkout; of one that lies elsewhere, or without a checkout, as it is named. */
export function inRepository(find: () => Checkout | undefined = checkoutHere): (file: string) => string {
  // Most forms name no file in this way, and git need not be asked.
  const found = once(find);
  return (file) => {
    const checkout = found();
    return (checkout && pathBelow(checkout.root, file)) ?? file;
  };
}

function pathBelow(root: string, file: string): string | undefined {
  const inside = relative(root, resolve(file)).replaceAll("\\", "/");
  return inside === "" || inside.startsWith("../") || /^(?:\w:|\/)/.test(inside) ? undefined : inside;
}

function checkoutHere(): Checkout | undefined {
  const { GITHUB_WORKSPACE, GITHUB_SHA } = process.env;
  if (GITHUB_WORKSPACE && GITHUB_SHA) return { root: GITHUB_WORKSPACE, revision: GITHUB_SHA };
  try {
    const said = execFileSync("git", ["rev-parse", "--show-toplevel", "HEAD"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [root = "", revision = ""] = said.toString().trim().split("\n");
    return { root, revision };
  } catch {
    return undefined;
  }
}
