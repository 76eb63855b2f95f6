import { collectionRules, statedRules, typeRules } from "./value-type.ts";

/** What comes back, and what is sent. */
export const bodyRules = [
  ...statedRules("body", "body"),
  ...typeRules({ area: "body", kind: "body", sent: false }),
  ...collectionRules("body", ["body"]),
  ...statedRules("request-body", "request-body"),
  ...typeRules({ area: "request-body", kind: "request-body", sent: true }),
  ...collectionRules("request-body", ["request-body"]),
];
