import { stepInto } from "../http/json-pointer.ts";

/** A JSON pointer into what a page declares: `/properties/status/type`. It tells a page's findings apart. */
export function pagePointer(...steps: readonly string[]): string {
  return steps.reduce(stepInto, "");
}
