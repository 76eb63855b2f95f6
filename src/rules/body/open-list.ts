import { typeNamed } from "../../contract/names/type-named.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { stepsOf } from "../../http/json-pointer.ts";
import { citedRow } from "../cited.ts";
import type { ExchangeContext, Outcome, Weights } from "../rule.ts";
import { citation, readableGaps } from "./judged-violations.ts";

/** A service may well have more than a page names. */
const shown: Weights = { documented: "error" };

/**
 * Texts that a page does not name where it leaves its list of them open. One of the list in other letters is meant to be
 * that one; of any other nobody knows whether it may stand there.
 */
export function outsideOpenLists(context: ExchangeContext): Outcome[] {
  if (!context.authored) return [];
  return readableGaps(context, "value").flatMap(({ name: text, type, pointer }): Outcome[] => {
    const property = stepsOf(pointer).findLast((step) => !/^\d+$/.test(step));
    const row = typeNamed(context.contract, type)?.properties.find(({ name }) => name === property);
    const some = row?.someValues ?? [];
    const span = context.locate(pointer);
    if (!row || isPlaceholder(text, some)) {
      const message = `"${text}" stands for one of the values of "${property}"`;
      return [{ status: "not-verified", reason: "placeholder", message, span, pointer }];
    }
    const meant = some.find((one) => one.toLowerCase() === text.toLowerCase());
    if (meant === undefined) {
      const message = `whether "${text}" is a value of "${row.name}" is not known: its row names some${citation(row.location)}`;
      return [{ status: "not-verified", reason: "undocumented", message, span, pointer }];
    }
    return [
      {
        status: "fail",
        message: `"${text}" is none of the values that the row of "${row.name}" names; did the page mean "${meant}"?${citation(row.location)}`,
        span,
        pointer,
        meant,
        promise: citedRow(row),
        fix: { edits: [{ span, text: JSON.stringify(meant) }] },
        cause: { id: `enum-member ${type}/${row.name} ${text}` },
        weighs: shown,
      },
    ];
  });
}
