import type { Location } from "../../base/location.ts";
import type { ReceivedMessage, SentMessage } from "../../http/received-message.ts";
import type { Unanswered } from "../../rules/exchange.ts";

/** One request of a file, with what came back as far as the file has it. */
export interface RecordedEntry {
  /** Where the entry begins in the file. */
  readonly location: Location;
  readonly sent: SentMessage;
  readonly outcome: ReceivedMessage | Unanswered;
  /** Of a request that went in a batch: its id there. */
  readonly part?: string;
}

/** What of an entry no one can read; the rest of the file is judged all the same. */
export function unreadable(message: string): Unanswered {
  return { reason: "unreadable", message };
}

/** Headers as a file may have them: a list of names and values, or an object; of HTTP/2 also its pseudo-headers. */
export function headersIn(value: unknown): [name: string, value: string][] {
  const pairs: [unknown, unknown][] = Array.isArray(value)
    ? value.map((header) => [header?.name, header?.value])
    : Object.entries(typeof value === "object" && value !== null ? value : {});
  return pairs.flatMap(([name, text]): [string, string][] =>
    typeof name === "string" && /^[^:\s][^\s]*$/.test(name) && /^(?:string|number|boolean)$/.test(typeof text)
      ? [[name, String(text)]]
      : [],
  );
}
