import { UsageError } from "../../../base/usage-error.ts";
import { type DeadlineOptions, inTime, overSentence } from "../../service/transport/limits.ts";
import type { TokenSource } from "../../service/transport/sign-requests.ts";

export interface TimedToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Before a token expires a request with it may still be on its way. */
const margin = 5 * 60_000;
/** A sign-in that failed is not tried again at once. */
const pause = 30_000;

/**
 * Keeps a token until shortly before it expires. Who asks at the same time waits for the same sign-in; one that fails
 * is not repeated for a while, and the token that is there serves as long as it is valid. Nobody is waited for beyond the
 * end of the run.
 * @param acquire gets a token that nobody has had yet @throws UsageError
 */
export function keepToken(
  describes: string,
  acquire: () => Promise<TimedToken>,
  run: DeadlineOptions,
): TokenSource {
  const { now } = run.clock;
  const over = () => new UsageError(`${describes}, could not sign in: ${overSentence(run)}`);
  let kept: TimedToken | undefined;
  let asking: Promise<string> | undefined;
  let failed: { readonly error: UsageError; readonly until: number } | undefined;

  async function ask(): Promise<string> {
    if (failed && now() < failed.until) throw failed.error;
    try {
      if (now() >= run.end) throw over();
      kept = await inTime(acquire(), run, over);
      failed = undefined;
      return kept.token;
    } catch (error) {
      if (error instanceof UsageError) failed = { error, until: now() + pause };
      throw error;
    }
  }

  const renew = () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return {
    describes,
    renew,
    async token() {
      if (kept && now() < kept.expires - margin) return kept.token;
      const before = kept;
      try {
        return await renew();
      } catch (error) {
        if (before && now() < before.expires) return before.token;
        throw error;
      }
    },
  };
}
