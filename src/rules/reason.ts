/** Why something was not verified. A skip is never a pass. */
export type Reason =
  | "missing-permission"
  | "not-licensed"
  | "not-available"
  | "no-data"
  | "throttled"
  | "service-error"
  | "write-not-allowed"
  | "no-credentials"
  | "placeholder"
  | "not-in-folder"
  | "unreadable"
  /** An open type may carry names that no page declares. */
  | "open-type"
  /** No page says what would have to hold. */
  | "undocumented"
  /** The run has used up what it may spend. */
  | "budget";
