/** The hint, unless the message already says it. */
export function shownHint(finding: {
  readonly message?: string;
  readonly hint?: string;
}): string | undefined {
  const { message = "", hint } = finding;
  return hint === undefined || message.includes(hint) ? undefined : hint;
}
