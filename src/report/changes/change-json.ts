import type { ChangedPlace } from "../../diff/change.ts";
import type { Fact } from "../../diff/fact.ts";
import type { ChangeReport, WeighedChange } from "./change-report.ts";

/** The report as JSON: every change with both sides. Of what came or went as a whole the parts have no place of their own. */
export function renderChangeJson(report: ChangeReport): string {
  const { metadata } = report;
  const plain = {
    ...report,
    changes: report.changes.map(plainChange),
    waived: report.waived.map(plainChange),
    ...(metadata ? { metadata: { ...metadata, metadataOnly: metadata.metadataOnly.map(plainChange) } } : {}),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function plainChange(change: WeighedChange) {
  return { ...change, places: change.places.map(plainPlace) };
}

function plainPlace({ subject, pointer, before, after }: ChangedPlace) {
  return {
    subject,
    pointer: pointer.map(({ kind, name }) => (name === "" ? kind : `${kind} ${name}`)),
    ...(before ? { before: plainFact(before, before.location) } : {}),
    ...(after ? { after: plainFact(after, after.location) } : {}),
  };
}

function plainFact({ kind, name, value, parts }: Fact, location?: Fact["location"]): object {
  return {
    kind,
    ...(name === "" ? {} : { name }),
    ...(value === undefined ? {} : { value }),
    ...(location ? { location } : {}),
    ...(parts.length === 0 ? {} : { parts: parts.map((part) => plainFact(part)) }),
  };
}
