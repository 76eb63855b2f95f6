/** Why something was not verified. A skip is never a pass. */
export type Reason =
  | "missing-permission"
  | "not-licensed"
  | "no-data"
  | "throttled"
  | "service-error"
  | "write-not-allowed"
  | "cloud-unavailable"
  | "no-credentials"
  | "placeholder"
  | "not-in-folder"
  | "unreadable"
  | "open-type"
  | "undocumented";
