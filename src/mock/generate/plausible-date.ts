import type { Random } from "./random.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST_DAY = Date.UTC(2024, 0, 1, 6);

// How a resource ages, by the words in the names of its dates; the first that fits says when.
const ages: readonly (readonly [RegExp, number])[] = [
  [/birth/i, -30 * 365],
  [/hire|founded|established/i, -3 * 365],
  [/expir|deadline|due|until|next|renew/i, 30],
  [/delete|remov|archiv/i, 8 / 24],
  [/modified|update|edit|chang|refresh|access|sync|seen|report|heartbeat|contact|last/i, 7 / 24],
  [/complet|finish|^end|end(?=date|time|$)|ended|closed|resolved|to(?=date)/i, 6 / 24],
  [/start|begin|activat|occur|acquired/i, 4 / 24],
  [/schedul/i, 3 / 24],
  [/assign|accept|approv|review|grade|feedback/i, 2 / 24],
  [/request|submit|receiv|sent|queue/i, 1 / 24],
  [/creat|added|register|enrol|issue|taken|first/i, 0],
];
const MIDDLE = 5 / 24;

/** When the story of a resource begins, in milliseconds since 1970: some time within a fixed year, never now. */
export function beginning(random: Random): number {
  return FIRST_DAY + random.whole(0, 364) * DAY + random.whole(0, 6 * 60) * MINUTE;
}

/**
 * Makes the times that a name stands for, in whole seconds: what is created is created before it is started, and
 * that before it is completed, as long as they share a beginning.
 */
export function plausibleTime(name: string): (random: Random, begin: number) => number {
  const days = ages.find(([words]) => words.test(name))?.[1] ?? MIDDLE;
  return (random, begin) => begin + days * DAY + random.whole(0, 59 * 60) * 1000;
}
