import { nearestName } from "../../base/nearest-name.ts";
import { UsageError } from "../../base/usage-error.ts";
import { answerFaults } from "./answer-faults.ts";
import { bodyFaults } from "./body-faults.ts";
import { capabilityFaults } from "./capability-faults.ts";
import { countFaults } from "./count-faults.ts";
import type { Fault } from "./fault.ts";
import { filterFaults } from "./filter-faults.ts";
import { httpFaults } from "./http-faults.ts";
import { linkFaults } from "./link-faults.ts";
import { namedTypeFaults } from "./named-type-faults.ts";
import { nestedFaults } from "./nested-faults.ts";
import { newSpellingFaults } from "./new-spelling-faults.ts";
import { odataFaults } from "./odata-faults.ts";
import { orderFaults } from "./order-faults.ts";
import { queryFaults } from "./query-faults.ts";
import { signInFaults } from "./sign-in-faults.ts";
import { valueFaults } from "./value-faults.ts";
import { walkFaults } from "./walk-faults.ts";
import { writeFaults } from "./write-faults.ts";

/** Every fault that the service can be started with, by name. */
export const faults: readonly Fault[] = [
  ...answerFaults,
  ...bodyFaults,
  ...capabilityFaults,
  ...countFaults,
  ...filterFaults,
  ...httpFaults,
  ...linkFaults,
  ...namedTypeFaults,
  ...nestedFaults,
  ...newSpellingFaults,
  ...odataFaults,
  ...orderFaults,
  ...queryFaults,
  ...signInFaults,
  ...valueFaults,
  ...walkFaults,
  ...writeFaults,
].toSorted((one, other) => (one.name < other.name ? -1 : 1));

/** The fault of that name. @throws UsageError with the nearest name when there is none */
export function faultNamed(name: string): Fault {
  const fault = faults.find((known) => known.name === name);
  if (fault) return fault;
  const near = nearestName(
    name,
    faults.map((known) => known.name),
  );
  const hint = near
    ? `; did you mean ${near}?`
    : `; there are ${faults.map((known) => known.name).join(", ")}`;
  throw new UsageError(`"${name}" is no fault${hint}`);
}
