import type { Span } from "../base/span.ts";
import type { Finding } from "../rules/assertion.ts";

/** `pages/run.md:43:5`, as editors and terminals link it. */
export function place({ file, start }: Span): string {
  return `${file}:${start.line}:${start.column}`;
}

/** What to do, or else the name that was meant, unless the message already says it. */
export function hintOf({
  message,
  advice,
  meant,
}: Pick<Finding, "message" | "advice" | "meant">): string | undefined {
  const hint = advice ?? meant;
  return hint === undefined || message.includes(hint) ? undefined : hint;
}
