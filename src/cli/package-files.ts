import { readdirSync, readFileSync } from "node:fs";
import { ruleSections } from "../diff/rule-sections.ts";

/** The version in the package's own `package.json`. */
export function toolVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const value: unknown = JSON.parse(text);
  const known = typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  return typeof known === "string" ? known : "0.0.0";
}

/** Rule pages stand beside their rules; the package ships the pages there, and the built code reads them from there. */
const source = new URL("../../src/", import.meta.url);

/** The page of a rule that judges; empty where it is not at hand. */
export function rulePage(id: string): string {
  return pageAt(`rules/${id}.md`);
}

/** What the pages of the change rules, an area a page, say of each of them, by id. */
export function changeRulePages(): ReadonlyMap<string, string> {
  const pages = namesIn("diff/rules/").filter((name) => name.endsWith(".md"));
  return new Map(pages.flatMap((name) => [...ruleSections(pageAt(`diff/rules/${name}`))]));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(new URL(folder, source)).sort();
  } catch {
    return [];
  }
}

function pageAt(path: string): string {
  try {
    return readFileSync(new URL(path, source), "utf8");
  } catch {
    return "";
  }
}
