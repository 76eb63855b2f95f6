import { randomUUID } from "node:crypto";

/** Makes GUIDs that differ in their last digits only: a random one for each would take longer than a known answer. */
export function countedIds(): () => string {
  const start = randomUUID().slice(0, -12);
  let count = 0;
  return () => start + (count++).toString(16).padStart(12, "0");
}
