import type { PlannedOperation, PlannedPermissions, PlannedPlaceholder, TenantPlan } from "./plan-of.ts";

const width = 80;

/** The plan of a gate for a terminal of eighty columns. */
export function planText(plan: TenantPlan): string {
  const called = plan.operations.filter(({ notCalled }) => !notCalled);
  const reads = called.filter(({ writes }) => !writes);
  const writes = called.filter((one) => one.writes);
  const left = plan.operations.filter(({ notCalled }) => notCalled);
  return [
    `${plan.version}: ${called.length} of ${plan.operations.length} operations would be called.`,
    ...section("Would be read", reads.flatMap(operationLines)),
    ...section("Would be written", writes.length > 0 ? writes.flatMap(operationLines) : ["nothing"]),
    ...section(
      "Would not be called",
      left.flatMap((one) => [
        ...operationLines(one),
        `    ${one.notCalled?.reason}: ${one.notCalled?.message}`,
      ]),
    ),
    ...section("Placeholders", plan.placeholders.flatMap(placeholderLines)),
    ...section("Permissions", permissionLines(plan.permissions)),
    "",
    `At most ${plan.mostRequests} requests${plan.budget === plan.mostRequests ? ", which is the budget" : ""}.`,
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.flatMap((line) => folded(`  ${line}`))];
}

function operationLines({ method, path }: PlannedOperation): string[] {
  return [`${method} ${path}`];
}

function placeholderLines({ placeholder, collection, documented, value }: PlannedPlaceholder): string[] {
  if (value !== undefined) return [`${placeholder} of ${collection}: ${value}`];
  return [`${placeholder} from ${collection}${documented ? "" : " (no page lists it)"}`];
}

function permissionLines({ granted, lacking, unnamed }: PlannedPermissions): string[] {
  if (!granted) return ["the token does not say what it grants"];
  const has = granted.permissions.length === 0 ? "nothing" : granted.permissions.join(", ");
  const counted = (operations: readonly string[]) =>
    operations.length === 1 ? "one operation" : `${operations.length} operations`;
  return [
    `the token grants ${has}`,
    ...lacking.map(({ permission, operations }) => {
      return `it lacks ${permission} (the least privileged) for ${counted(operations)}`;
    }),
    ...(unnamed.length === 0 ? [] : [`the pages name no permission for ${counted(unnamed)}`]),
    ...(lacking.length + unnamed.length === 0 ? ["that is enough for each operation"] : []),
  ];
}

/** Folds a line at blanks and slashes; what follows is indented. */
function folded(line: string): string[] {
  const indent = `${/^ */.exec(line)?.[0] ?? ""}    `;
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const room = rest.slice(0, width + 1);
    const end = Math.max(room.lastIndexOf(" "), room.lastIndexOf("/"));
    const cut = end > indent.length ? end : width;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = `${indent}${rest.slice(cut).trimStart()}`;
  }
  return [...lines, rest];
}
