import { faultNamed, faults } from "../../src/mock/faults/faults.ts";
import { holeIn, matrixSources, rulesOn, rulesWithoutFault } from "../support/kill-matrix.ts";
import { renderRows, tableHead } from "../support/kill-matrix-table.ts";
import { runKillMatrix } from "../support/run-kill-matrix.ts";

// npm run kill-matrix: every fault of the service, or those that are named, and how many findings the suite has of it,
// once as it judges a mock and once as it judges a tenant. Exits 1 on a hole.
const named = process.argv.slice(2).map(faultNamed);
const rows = await runKillMatrix(named.length > 0 ? named : faults);
const names = [...new Set(rows.map(({ fault }) => fault?.name))];
const lines = names.map((name) => renderRows(rows.filter(({ fault }) => fault?.name === name)));
const bare = matrixSources.flatMap((source) =>
  rulesWithoutFault(faults, source).map((rule) => `✗ no fault breaks ${rule} of a ${source}`),
);
const holes = bare.length + rows.filter((row) => holeIn(row) !== undefined).length;
const judged = matrixSources.map((source) => `${rulesOn(source).length} on a ${source}`).join(" and ");
const size = `rules that are judged: ${judged}; ${faults.length} faults break them`;
const verdict = `${size}: ${holes === 0 ? "no hole" : `${holes} ${holes === 1 ? "hole" : "holes"}`}`;
process.stdout.write(`${[tableHead, ...lines, ...bare, verdict].join("\n")}\n`);
process.exitCode = holes === 0 ? 0 : 1;
