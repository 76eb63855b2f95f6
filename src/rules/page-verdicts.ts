import type { Page } from "../docs/page.ts";
import { flawsOf } from "./flaws-of.ts";
import { pagePointer } from "./page-place.ts";
import type { Outcome, PageContext, Rule, Verdicts } from "./rule.ts";

/**
 * What a rule says of a page and of all that it includes; undefined for a rule of exchanges that has nothing to say of
 * a page. An include is no page, so that each page with it has what is wrong there, at its place in the include.
 */
export function pageVerdicts(rule: Rule, context: PageContext): Verdicts | undefined {
  const { page, folder } = context;
  const own = verdictsOn(rule, context);
  const includes = folder.included(page).filter(({ kind }) => kind === "include");
  const inside = includes.flatMap((include) => {
    const verdicts = verdictsOn(rule, { ...context, page: include });
    return Array.isArray(verdicts) ? verdicts.map((outcome) => ofInclude(include, rule, outcome)) : [];
  });
  if (inside.length === 0) return own;
  return Array.isArray(own) ? [...own, ...inside] : inside;
}

/** What the reader could not read, and a rule of requests or responses reports, belongs to no exchange. */
function verdictsOn(rule: Rule, context: PageContext): Verdicts | undefined {
  if (rule.subject === "page") return rule.judge(context);
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
