/** How fast one service is asked. */
export interface Pace {
  /** At least so long between the starts of two requests, milliseconds. */
  readonly interval: number;
  /** No request starts before that time. */
  readonly notBefore: number;
  /** How many answers in a row had nothing to say of limits. */
  readonly quiet: number;
}

/** What an answer says of limits. */
export interface Heard {
  readonly status: number;
  /** Milliseconds; absent where nothing is said that can be followed. */
  readonly retryAfter?: number | undefined;
  /** The part of a limit that is used, where it is 0.8 and more. */
  readonly used?: number | undefined;
}

export const fullSpeed: Pace = { interval: 0, notBefore: 0, quiet: 0 };

/** Some services take one request a second, and do not say so. */
export const slowest = 1_000;
const gentle = 100;
/** So many answers without a word about limits, and the pace doubles. */
const calm = 20;

/** The statuses that say that there is no room now. */
export function isThrottled(status: number): boolean {
  return status === 429 || status === 503 || status === 504 || status === 509;
}

/** The pace behind an answer: slower where a limit is near or was passed, faster after a while of quiet. */
export function paceAfter(pace: Pace, { status, retryAfter, used }: Heard, now: number): Pace {
  const slowed = (interval: number, wait = 0): Pace => ({
    interval: Math.min(slowest, Math.max(pace.interval, interval)),
    notBefore: Math.max(pace.notBefore, now + wait),
    quiet: 0,
  });
  if (isThrottled(status) && retryAfter !== undefined)
    return slowed(Math.max(gentle, pace.interval * 2), retryAfter);
  // A refusal without a word: nothing is known but that it was too fast.
  if (status === 429) return slowed(slowest, slowest);
  if (isThrottled(status)) return slowed(gentle);
  if (used !== undefined) return slowed(gentle + Math.max(0, used - 0.8) * 4_500);
  if (pace.interval === 0) return pace;
  if (pace.quiet + 1 < calm) return { ...pace, quiet: pace.quiet + 1 };
  return { ...pace, interval: pace.interval > gentle ? pace.interval / 2 : 0, quiet: 0 };
}

/**
 * Which of Graph's services a path belongs to, as far as it can be seen: its first two names. Each has limits of its
 * own. Keys are no names: `/v1.0/users/a1/messages` is `users/messages`.
 */
export function serviceOf(pathname: string): string {
  const segments = pathname.split("/").filter((segment) => /^[A-Za-z$][A-Za-z.$]*(?:\(.*)?$/.test(segment));
  const names = segments.map((segment) => segment.replace(/\(.*/, "").toLowerCase());
  return (names[0] === "beta" ? names.slice(1) : names).slice(0, 2).join("/");
}
