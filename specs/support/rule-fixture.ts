import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalogue } from "../../src/rules/catalogue.ts";

/** Pages by file, as Markdown; one that ends in `.csdl` is the metadata. */
export type Pages = Readonly<Record<string, string>>;

/** What breaks a rule: in the valid pages of `fixtures/rules/docs`, or in pages that the rule brings. */
export interface RuleFixture {
  /** Valid pages of the rule's own, where no shared one holds anything that it judges. */
  readonly pages: Pages;
  readonly breaks: readonly Break[];
}

/** One thing to break in valid pages, and where exactly one finding must come. */
export interface Break {
  /** What is wrong then, in a sentence. */
  readonly what: string;
  readonly file: string;
  /** A text that stands once on the page, and the one to put into its place. */
  readonly replace: string;
  readonly with: string;
  readonly expect: {
    /** What the broken page says from the finding on, up to where it says so nowhere else. */
    readonly at: string;
    /** `file`, when the finding is elsewhere. */
    readonly file?: string;
    readonly pointer?: string;
    /**
     * What its fix makes of the broken pages: `true` when they are then as they were, or else a text that stands once
     * on the page, and the one in its place. The finding has no fix where this is absent.
     */
    readonly fix?: true | { readonly replace: string; readonly with: string };
  };
}

interface Written {
  /** By file, in lines. */
  readonly pages?: Readonly<Record<string, readonly string[]>>;
  readonly breaks: readonly Break[];
}

export const fixtureFolder = fileURLToPath(new URL("../../fixtures/rules/", import.meta.url));

export function hasFixture(rule: string): boolean {
  return existsSync(`${fixtureFolder}${rule}.json`);
}

/** The fixture of a rule, `fixtures/rules/<area>/<rule>.json`. */
export function ruleFixture(rule: string): RuleFixture {
  const { pages = {}, breaks }: Written = JSON.parse(readFileSync(`${fixtureFolder}${rule}.json`, "utf8"));
  const witness = rule.startsWith("metadata/") ? { "v1.0.csdl": metadata() } : {};
  const texts = Object.entries(pages).map(([file, lines]) => [file, `${lines.join("\n")}\n`]);
  return { pages: { ...Object.fromEntries(texts), ...witness }, breaks };
}

/** What the valid pages are in the metadata: a file beside them, which is no page. */
function metadata(): string {
  return readFileSync(`${fixtureFolder}metadata.csdl`, "utf8");
}

/** The valid pages that rules bring with them, for those who ask a service for all that is promised. */
export function pagesOfRules(): Pages {
  const brought = catalogue.filter(({ id }) => hasFixture(id)).map(({ id }) => ruleFixture(id).pages);
  const pages: Pages = Object.assign({}, ...brought);
  return Object.fromEntries(Object.entries(pages).filter(([file]) => file.endsWith(".md")));
}
