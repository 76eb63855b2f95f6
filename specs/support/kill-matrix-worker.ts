import { faults } from "../../src/mock/faults/faults.ts";
import { MatrixSuite, matrixDocumentation } from "./matrix-suite.ts";
import type { RowAsked } from "./run-kill-matrix.ts";

// Gets the sources and names of faults, one after another, and sends back what the suite says of each; "" is no fault.
const suite = new MatrixSuite(await matrixDocumentation());
process.on("message", async ({ source, name }: RowAsked) => {
  process.send?.(
    await suite.row(
      source,
      faults.find((fault) => fault.name === name),
    ),
  );
});
