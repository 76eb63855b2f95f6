import type { Heading } from "../block.ts";

/** The headings below which a page declares something in tables, by what stands there. */
export const knownHeadings = {
  properties: /^(?:propert(?:y|ies)\b|\w+ properties$)/i,
  relationships: /^(?:relationships?|navigation propert)/i,
  methods: /^(?:methods?|tasks|functions|actions)$/i,
  parameters: /^(?:function |path |query |url )?parameters?\b/i,
  requestBody: /^request body\b/i,
  requestHeaders: /^(?:optional )?request headers?\b/i,
  queryOptions: /^(?:optional )?query param/i,
  permissions: /^permissions?\b/i,
  members:
    /^(?:members|(\w+)\s+(?:(?:enum(?:eration)?|type)\s+)?(?:values|members|options|enum(?:eration)?(?:\s+type)?))$/i,
} as const;

export type KnownHeading = keyof typeof knownHeadings;

const names = Object.keys(knownHeadings) as readonly KnownHeading[];

/** What the innermost heading with a known name announces; a page's title announces nothing. */
export function knownHeadingOf(under: readonly Heading[]): KnownHeading | undefined {
  for (const { level, text } of under.toReversed()) {
    if (level === 1) continue;
    const known = names.findLast((name) => knownHeadings[name].test(text.trim()));
    if (known) return known;
  }
  return undefined;
}
