import { faults } from "../../src/mock/faults/faults.ts";
import { KillMatrix, matrixDocumentation } from "./kill-matrix.ts";

// Gets the names of faults, one after another, and sends back what the suite says of each; "" is no fault.
const matrix = new KillMatrix(await matrixDocumentation());
process.on("message", async (name) => {
  process.send?.(await matrix.row(faults.find((fault) => fault.name === name)));
});
