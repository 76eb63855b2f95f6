import type { Page } from "../docs/page.ts";
import { flawsOf } from "./flaws-of.ts";
import { unreadablePage as unreadable } from "./page/unreadable.ts";
import { pagePointer } from "./page-place.ts";
import type { Outcome, PageContext, Rule, Verdicts } from "./rule.ts";

/** A page and all that it includes, as the rules see them. */
export interface PageContexts {
  readonly own: PageContext;
  readonly includes: readonly PageContext[];
}

/** Made once for all rules: some ask for the same of a page, and that is worked out once for each context. */
export function pageContexts(own: PageContext): PageContexts {
  const includes = own.folder.included(own.page).filter(({ kind }) => kind === "include");
  return { own, includes: includes.map((page) => ({ ...own, page })) };
}

/**
 * What a rule says of a page and of all that it includes; undefined for a rule of exchanges that has nothing to say of
 * a page. An include is no page, so that each page with it has what is wrong there, at its place in the include.
 */
export function pageVerdicts(rule: Rule, { own: context, includes }: PageContexts): Verdicts | undefined {
  if (context.page.kind === "unreadable" && rule !== unreadable) return undefined;
  const own = verdictsOn(rule, context);
  const inside: Outcome[] = [];
  for (const include of includes) {
    const verdicts = verdictsOn(rule, include);
    if (!Array.isArray(verdicts)) continue;
    for (const outcome of verdicts) inside.push(ofInclude(include.page, rule, outcome));
  }
  if (inside.length === 0) return own;
  return Array.isArray(own) ? [...own, ...inside] : inside;
}

/** What the reader could not read, and a rule of requests or responses reports, belongs to no exchange. */
function verdictsOn(rule: Rule, context: PageContext): Verdicts | undefined {
  if (rule.subject === "page") return rule.judge(context);
  if (context.page.flaws.length === 0) return undefined;
  const flaws = flawsOf(context.page, rule.id);
  return flaws.length === 0 ? undefined : flaws;
}

function ofInclude({ file }: Page, rule: Rule, outcome: Outcome): Outcome {
  const name = file.slice(file.lastIndexOf("/includes/") + 1);
  const pointer = `${pagePointer("includes", name)}${outcome.pointer ?? ""}`;
  if (outcome.status === "not-verified") return { ...outcome, pointer };
  // What has no pointer is told apart by its cause, in an include, too.
  if (outcome.pointer === undefined && outcome.cause) {
    return { ...outcome, cause: { ...outcome.cause, id: `${pointer} ${outcome.cause.id}` } };
  }
  return { ...outcome, pointer, cause: outcome.cause ?? { id: `${rule.id} ${pointer}` } };
}
