/** The same text alone: one that is cut out of another keeps all of that in memory. */
export function ownText(text: string): string {
  const copy = Buffer.from(text).toString();
  // Half of a surrogate pair, as an escape in JSON may name it, does not survive.
  return copy === text ? copy : text;
}
