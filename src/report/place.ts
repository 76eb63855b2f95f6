import type { Location } from "../docs/location.ts";

/** `pages/run.md:43:5`, as editors and terminals link it. */
export function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
