import type { Location } from "../base/location.ts";

/** `pages/run.md:43:5`, as editors and terminals link it. */
export function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
