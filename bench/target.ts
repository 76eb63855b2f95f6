/** What was promised of figures, and whether it holds. */
export interface Target {
  readonly promise: string;
  readonly measured: string;
  readonly met: boolean;
}

/** A target in a line. */
export function targetLine({ promise, measured, met }: Target): string {
  return `${met ? "✓" : "✗"} ${promise}: ${measured}`;
}
