import type { Span } from "../../base/span.ts";
import type { Body, JsonProblem } from "../../http/body.ts";
import type { ExchangeContext } from "../rule.ts";

/** True when the body stops being JSON somewhere, so that what was read of it is partly a guess. */
export function isBroken({ response }: ExchangeContext): boolean {
  return response.body?.json?.problems.some(({ harmless }) => !harmless) ?? false;
}

/**
 * False from the line on where the body stops being JSON. Where its brackets do not match, nothing is readable:
 * a missing bracket is noticed long after the objects that it mixed up.
 */
export function isReadable({ response }: ExchangeContext, { start }: Span): boolean {
  const { body } = response;
  const problem = body?.json?.problems.find(({ harmless }) => !harmless);
  if (!body || !problem) return true;
  return start.line < problem.span.start.line && bracketsMatch(body.text);
}

/** The same of the value that a pointer into the body names. */
export function isReadableAt(context: ExchangeContext, pointer: string): boolean {
  // To find a value in a body costs more than to judge it, and nearly all bodies are JSON.
  return !isBroken(context) || isReadable(context, context.locate(pointer));
}

/** The problems that are no mere consequence of an earlier one. */
export function ownProblems({ text, json }: Body): readonly JsonProblem[] {
  const problems = json?.problems ?? [];
  const broken = problems.findIndex(({ harmless }) => !harmless);
  if (broken < 0) return problems;
  return bracketsMatch(text) ? problems.slice(0, broken + 1) : problems.slice(0, 1);
}

/** Whether every bracket outside of strings is closed by its like. A string ends with its line at the latest. */
function bracketsMatch(text: string): boolean {
  const open: string[] = [];
  for (const bracket of text.replaceAll(/"(?:\\.|[^"\\\n])*"?/g, "").replaceAll(/[^[\]{}]/g, "")) {
    if (bracket === "{") open.push("}");
    else if (bracket === "[") open.push("]");
    else if (open.pop() !== bracket) return false;
  }
  return open.length === 0;
}
