import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { UsageError, whyNotRead } from "../base/usage-error.ts";

/** The text of a file that somebody named; `what` says what it was to be. @throws UsageError when it is unreadable */
export function readText(file: string, what: string): string {
  return orRefuse(file, what, () => readFileSync(file, "utf8"));
}

/** The same text, line by line: none is held once it was read. @throws UsageError when it is unreadable */
export function* readLinesOf(file: string, what: string): Generator<string, undefined> {
  const handle = orRefuse(file, what, () => openSync(file, "r"));
  try {
    let bytes = Buffer.allocUnsafe(1 << 18);
    let held = 0;
    for (;;) {
      const read = orRefuse(file, what, () => readSync(handle, bytes, held, bytes.length - held, null));
      const filled = bytes.subarray(0, held + read);
      let start = 0;
      for (let end = filled.indexOf("\n"); end >= 0; end = filled.indexOf("\n", start)) {
        yield filled.toString("utf8", start, end);
        start = end + 1;
      }
      const rest = filled.subarray(start);
      if (read === 0) {
        if (rest.length > 0) yield rest.toString("utf8");
        return;
      }
      // A line may be longer than all that was held so far.
      if (rest.length * 2 > bytes.length) bytes = Buffer.allocUnsafe(bytes.length * 2);
      held = rest.copy(bytes);
    }
  } finally {
    closeSync(handle);
  }
}

function orRefuse<Value>(file: string, what: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`cannot read the ${what} "${file}": ${whyNotRead(error)}`);
  }
}
