import { isKilled, matrixRow, rulesWithoutFault, serviceRules } from "../../fixtures/kill-matrix.ts";
import { faults } from "../../src/mock/faults/faults.ts";

// npm run kill-matrix: every fault of the service, and what the suite says of it. Exits 1 on a hole.
const width = Math.max(...faults.map(({ name }) => name.length));
let holes = 0;
for (const fault of [undefined, ...faults]) {
  const row = await matrixRow(fault);
  const killed = isKilled(row);
  if (!killed) holes++;
  const found = [...row.findings].map(([rule, count]) => `${rule} ${count}`);
  const expected = !fault
    ? "nothing"
    : "rule" in fault.expect
      ? fault.expect.rule
      : `not verified: ${fault.expect.reason}`;
  const said =
    found.length > 0
      ? found.join(", ")
      : `no finding, ${[...row.reasons].map((pair) => pair.join(" ")).join(", ") || "all verified"}`;
  process.stdout.write(
    `${killed ? "✓" : "✗"} ${(fault?.name ?? "no fault").padEnd(width)}  ${expected} ← ${said}\n`,
  );
  if (!killed) for (const message of row.messages) process.stdout.write(`    ${message}\n`);
}
const bare = rulesWithoutFault();
for (const rule of bare) process.stdout.write(`✗ no fault breaks ${rule}\n`);
process.stdout.write(
  `${serviceRules.length} rules are judged on a service, ${faults.length} faults, ${holes + bare.length} holes\n`,
);
process.exitCode = holes + bare.length === 0 ? 0 : 1;
