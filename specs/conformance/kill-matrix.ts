import { faultNamed, faults } from "../../src/mock/faults/faults.ts";
import { holeIn, rulesWithoutFault, serviceRules } from "../support/kill-matrix.ts";
import { renderRow, tableHead } from "../support/kill-matrix-table.ts";
import { runKillMatrix } from "../support/run-kill-matrix.ts";

// npm run kill-matrix: every fault of the service, or those that are named, and how many findings the suite has of
// it. Exits 1 on a hole.
const named = process.argv.slice(2).map(faultNamed);
const rows = await runKillMatrix(named.length > 0 ? named : faults);
const bare = rulesWithoutFault(faults).map((rule) => `✗  no fault breaks ${rule}`);
const holes = bare.length + rows.filter((row) => holeIn(row) !== undefined).length;
const size = `${serviceRules.length} rules are judged on a service, ${faults.length} faults break them`;
const verdict = `${size}: ${holes === 0 ? "no hole" : `${holes} ${holes === 1 ? "hole" : "holes"}`}`;
process.stdout.write(`${[tableHead, ...rows.map(renderRow), ...bare, verdict].join("\n")}\n`);
process.exitCode = holes === 0 ? 0 : 1;
