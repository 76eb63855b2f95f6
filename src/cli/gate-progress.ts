import type { Progress } from "../exchange/service/progress.ts";
import type { Wait } from "../exchange/service/transport/retrying.ts";
import { counted, grouped } from "../report/phrases.ts";
import { visibleText } from "../report/visible-text.ts";
import type { Terminal } from "./command.ts";

/** So often a log that nobody watches gets a line, milliseconds. */
const interval = 10_000;
/** Who waits longer than that wonders why. */
const longWait = 2_000;

export interface GateProgress {
  readonly progress: (progress: Progress) => void;
  readonly wait: (wait: Wait) => void;
}

/**
 * Tells how far a gate is: on a terminal in one line that is written over, `34 of 90 List workflows (120 requests)`, and
 * in a log in a line every ten seconds; a long wait is told with its reason. `now` is in milliseconds.
 */
export function gateProgress(
  { progress, log }: Pick<Terminal, "progress" | "log">,
  now: () => number,
): GateProgress {
  let next = now() + interval;
  let last = "";
  return {
    progress({ done, of, requests, title }) {
      const asked = counted(requests, "request");
      last = `${grouped(done)} of ${grouped(of)} ${visibleText(title)} (${asked})`;
      progress(last.slice(0, 100));
      if (!log || now() < next) return;
      next = now() + interval;
      log(last);
    },
    wait({ milliseconds, because }) {
      if (milliseconds < longWait) return;
      const said = `waiting ${Math.ceil(milliseconds / 1000)} s (${because})`;
      progress(`${said} ${last}`.slice(0, 100));
      log?.(`${said}, ${last}`);
    },
  };
}
