import type { ChangedPlace } from "../../diff/change.ts";
import type { Fact } from "../../diff/fact.ts";
import { indented, listPieces, opened } from "../json-text.ts";
import type { ChangeReport, WeighedChange } from "./change-report.ts";

/**
 * The report as JSON, piece after piece: every change with both sides, each of its places on a line of its own. Of what
 * came or went as a whole the parts have no place of their own.
 */
export function* changeJsonPieces(report: ChangeReport): Generator<string> {
  const { changes, waived, waiverFindings, metadata, ...rest } = report;
  yield opened(rest);
  yield* listPieces("changes", changes, changeText);
  yield* listPieces("waived", waived, changeText);
  yield `,\n  "waiverFindings": ${indented(waiverFindings, 1)}`;
  if (metadata) {
    const { metadataOnly, ...beside } = metadata;
    yield `,\n  "metadata": ${opened(beside, 1)}`;
    yield* listPieces("metadataOnly", metadataOnly, changeText);
    yield "\n  }";
  }
  yield "\n}\n";
}

function changeText({ places, ...change }: WeighedChange): string {
  const lines = places.map((place) => JSON.stringify(plainPlace(place)));
  return `${opened(change, 2)},\n      "places": [\n        ${lines.join(",\n        ")}\n      ]\n    }`;
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
