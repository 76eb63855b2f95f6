import { type ReceivedMessage, receivedHeader } from "../../../http/received-message.ts";

/** No service is waited for longer than that at a time, whatever it says: five minutes. */
export const longestWait = 300_000;

/**
 * How long a service asks to be left alone, milliseconds: `Retry-After` in seconds, as Graph's services also write them
 * with decimals, or the date when it is over (RFC 9110 section 10.2.3). Undefined where it says nothing that can be
 * followed: no header, none that can be read, a time that is past.
 */
export function readRetryAfter(received: Pick<ReceivedMessage, "headers">, now: number): number | undefined {
  const written = receivedHeader(received, "retry-after")?.trim() ?? "";
  const wait = /^\d+(?:\.\d*)?$/.test(written) ? Number(written) * 1000 : untilDate(written, now);
  return Number.isFinite(wait) && wait > 0 ? Math.min(Math.ceil(wait), longestWait) : undefined;
}

/**
 * How much of a limit is used, where a service says so because it is nearly all: from 0.8 on, more than 1 is over it.
 * Graph says it in one header, SharePoint by the limit and what is left of it.
 */
export function readLimitUsed(received: Pick<ReceivedMessage, "headers">): number | undefined {
  const number = (name: string) => Number(receivedHeader(received, name)?.trim() || Number.NaN);
  const left = number("ratelimit-remaining") / number("ratelimit-limit");
  const used = [number("x-ms-throttle-limit-percentage"), 1 - left].find(Number.isFinite);
  return used !== undefined && used >= 0.8 ? used : undefined;
}

/** Only a date of HTTP's form: what else JavaScript takes for a date is nonsense here. */
function untilDate(written: string, now: number): number {
  return /^[A-Z][a-z]{2,8}, .* GMT$/.test(written) ? Date.parse(written) - now : Number.NaN;
}
