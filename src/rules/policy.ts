import type { Severity } from "./assertion.ts";
import type { Source } from "./exchange.ts";

/**
 * What a failure of each rule weighs, by source: documented, mock, tenant; recorded traffic weighs like a tenant's.
 * `E` error, `W` warning, `I` info, `-` not judged. A mock and a tenant answer for themselves, so that a milder
 * weight on documentation is for what an author may have left out, and on a tenant for what is news, not a break.
 */
const table: Readonly<Record<string, string>> = {
  "annotation/collection": "W - -",
  "annotation/invalid-json": "W - -",
  "annotation/response-type": "E - -",
  "annotation/unbound": "W - -",
  "page/operation-missing": "E - -",
  "page/unclosed-fence": "E - -",
  "page/unpaired-example": "W - -",
  "reference/dead-link": "E - -",
  "reference/link-text": "W - -",
  "reference/unknown-type": "W - -",
  "resource/duplicate-property": "W - -",
  "resource/property-case": "W - -",
  "resource/table-and-json": "E - -",
  "request/body": "E - -",
  "request/malformed": "E - -",
  "request/not-documented": "E - -",
  "request/option-not-supported": "E - -",
  "request/placeholder": "I - -",
  "request/version": "W - -",

  "auth/anonymous": "- E E",
  "http/body-missing": "E E E",
  "http/body-on-no-content": "E E E",
  "http/content-type": "E E E",
  "http/reason-phrase": "I - -",
  "http/status": "E E E",
  "body/duplicate-key": "E E E",
  "body/enum-member": "E E E",
  "body/format": "E E E",
  "body/invalid-json": "E E E",
  "body/missing-property": "W E E",
  "body/null": "W E E",
  "body/range": "E E E",
  "body/shape": "E E E",
  "body/type": "E E E",
  "body/unknown-property": "E E I",
  "enum/unrequested-member": "E E E",
  "error/envelope": "E E E",
  "odata/context-host": "E E W",
  "odata/context-path": "W E W",
  "odata/context-root": "W E W",
  "odata/context-select": "W E W",
  "odata/next-link": "E E E",
  "odata/type-name": "W E W",
  "query/capability": "- E I",
  "query/count": "W E E",
  "query/expand": "E E E",
  "query/filter": "- E E",
  "query/orderby": "W E E",
  "query/select-projection": "E E E",
  "query/top": "W E E",
};

const severities: Readonly<Record<string, Severity>> = { E: "error", W: "warning", I: "info" };
const columns: Readonly<Record<Source, number>> = { documented: 0, mock: 1, tenant: 2, recorded: 2 };

const cells = new Map(Object.entries(table).map(([rule, row]) => [rule, row.split(" ")]));

/** The rules that the table has a row for. */
export const weighedRules: readonly string[] = [...cells.keys()];

/** What a failure of the rule weighs from that source; undefined when the rule is not judged there. */
export function severityOf(rule: string, source: Source): Severity | undefined {
  const row = cells.get(rule);
  if (row === undefined) throw new Error(`the policy table has no row for ${rule}`);
  return severities[row[columns[source]] ?? "-"];
}
