/** A date as HTTP writes it (RFC 9110, section 5.6.7). It changes once a second and goes out with every answer. */
export function httpDate(date: Date): string {
  const second = Math.floor(date.getTime() / 1000);
  if (second !== last.second) last = { second, text: date.toUTCString() };
  return last.text;
}

let last = { second: Number.NaN, text: "" };
