import { type Target, targetLine } from "../target.ts";
import type { GeneratorResults, Taken } from "./measure-generators.ts";

/** What 7.13 of it cannot say: `4XX` (orval-labs/orval#950). */
const ownFault = "orval 7.13, fetch";

export function renderGenerators(results: GeneratorResults): string {
  const { paths, operations, generators } = results;
  return [
    `openapi.json of v1.0, July 2021: ${paths} paths, ${operations} operations`,
    "",
    "| generator | takes it | its errors | the compiler's | |",
    "| :-- | :-- | --: | --: | :-- |",
    ...generators.map(row),
    "",
    targetLine(generatorTarget(results)),
    "",
  ].join("\n");
}

function row({ generator, takes, errors, first, skipped }: Taken): string {
  if (skipped !== undefined) return `| ${generator} | skipped | | | ${skipped} |`;
  const said = first === undefined ? "" : `\`${first.replaceAll("|", "\\|")}\``;
  return `| ${generator} | ${takes ? "yes" : "no"} | ${errors.generator} | ${errors.compiler} | ${said} |`;
}

/** What was not tried is neither taken nor not. */
export function generatorTarget({ generators }: GeneratorResults): Target {
  const tried = generators.filter(
    ({ generator, skipped }) => skipped === undefined && generator !== ownFault,
  );
  const taken = tried.filter(({ takes }) => takes);
  return {
    promise:
      "every generator but one whose own fault is known takes openapi.json, and what it makes compiles",
    measured: `${taken.length} of ${tried.length}`,
    met: taken.length === tried.length,
  };
}
