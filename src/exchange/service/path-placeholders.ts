import type { Property } from "../../contract/contract.ts";
import { isPathParameter, readSegment } from "../../odata/path-segments.ts";
import { sampleLiteral } from "./literal.ts";

/** A segment of a path whose key is left to the reader. */
export interface OpenSegment {
  readonly placeholder: string;
  /** Of a key in parentheses: `users` of `users('{id}')`. */
  readonly name?: string;
}

/** The placeholder of a segment, where its key is one. */
export function placeholderIn(segment: string): OpenSegment | undefined {
  if (isPathParameter(segment)) return { placeholder: segment };
  const { name, key } = readSegment(segment);
  return key !== undefined && isPathParameter(key) ? { placeholder: key, name } : undefined;
}

/** The segment with a key in place of its placeholder. */
export function withKey({ name }: OpenSegment, key: string): string {
  return name === undefined ? key : `${name}('${key.replaceAll("'", "''")}')`;
}

/** True when some part of a path is left to the reader. */
export function hasPlaceholder(segments: readonly string[]): boolean {
  return segments.some((segment) => /[{}<>]/.test(segment) || isPathParameter(segment));
}

/** What stands for a key that nobody knows; no service has it. */
export const standIn = "5c0f6c1e-98a5-4f0d-8b5e-0d1a5e9b7c42";

/** The path with a stand-in for each key that is still open. */
export function standingIn(segments: readonly string[]): string[] {
  return segments.map((segment) => {
    const open = placeholderIn(segment);
    return open ? withKey(open, standIn) : segment;
  });
}

/** The value of a function's parameter, as the URL writes it; undefined where none is known. */
export type ValueOf = (parameter: string, type: string) => string | undefined;

/** `summary(start={time})` with a value for each parameter; `type='{name}'` has its quotes already. */
export function callWith(
  segment: string,
  parameters: readonly Property[],
  valueFor: ValueOf = (_, type) => sampleLiteral(type),
): string {
  return segment.replace(
    /(\w+)=('?)\{[^{}]*\}('?)/g,
    (written: string, name: string, open: string, close: string) => {
      const parameter = parameters.find((other) => other.name.toLowerCase() === name.toLowerCase());
      const literal = valueFor(name, parameter?.type.name ?? (open === "" ? "" : "Edm.String"));
      if (literal === undefined) return written;
      return `${name}=${open !== "" && !literal.startsWith("'") ? `${open}${literal}${close}` : literal}`;
    },
  );
}

const monthInMilliseconds = 30 * 24 * 3600 * 1000;

/** Of the last thirty days: what says that it is an end is now, all else that is a time is their beginning. */
export function recentTime(now: Date, parameter: string, type: string): string | undefined {
  const isTime = type === "Edm.DateTimeOffset" || (type === "" && /DateTime$/i.test(parameter));
  if (!isTime && type !== "Edm.Date") return undefined;
  const isEnd = /^(?:end|to|until|before)|(?:end|until)(?:Date|Time|$)/i.test(parameter);
  const time = new Date(now.getTime() - (isEnd ? 0 : monthInMilliseconds)).toISOString();
  return isTime ? `${time.slice(0, 19)}Z` : time.slice(0, 10);
}
