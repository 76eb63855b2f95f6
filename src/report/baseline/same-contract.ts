import { UsageError } from "../../base/usage-error.ts";
import { liesIn } from "../../docs/page-path.ts";
import type { Source } from "../../rules/exchange.ts";
import { byText } from "../order.ts";
import type { Baseline } from "./baseline.ts";

/** What a run judges, and by what, as far as that tells whether a baseline is of the same. */
export interface RunIdentity {
  readonly source: Source;
  readonly versions: readonly string[];
  /** The names of all that the contract has, judged or not: pages, or operations; absent where that is not known. */
  readonly names?: ReadonlySet<string>;
  readonly inputs: readonly string[];
}

const judgedBy: Readonly<Record<Source, string>> = {
  documented: "documentation (verify)",
  mock: "the mock",
  tenant: "a tenant (gate)",
  recorded: "recorded exchanges (traffic)",
};

const asBaseline = {
  what: "a baseline",
  advice: "name the one that belongs to it, or a new file with --update-baseline",
};

/**
 * A documentation changes with every commit, and its baseline stays one: it is of another contract where what it is of
 * has nothing in common with this run. That is another kind of source, no version in common, or no page (no operation)
 * in common where the paths of the run are none of its own.
 *
 * @throws UsageError for a baseline of another contract, naming both
 */
export function expectSameContract(
  file: string,
  baseline: Baseline,
  run: RunIdentity,
  as: typeof asBaseline = asBaseline,
): void {
  const { sources, judged, inputs } = baseline;
  const refuse = (is: string, own: string): never => {
    throw new UsageError(`"${file}" is ${as.what} of ${is}, and this run is of ${own}: ${as.advice}`);
  };
  if (sources.length > 0 && !sources.includes(run.source))
    refuse(sources.map((source) => judgedBy[source]).join(" and "), judgedBy[run.source]);
  const versions = [...new Set(judged.map((name) => /^[^/ ]+/.exec(name)?.[0] ?? ""))];
  if (versions.length > 0 && !versions.some((version) => run.versions.includes(version)))
    refuse(versions.join(" and "), run.versions.join(" and "));
  const { names } = run;
  if (!names || judged.length === 0 || judged.some((name) => names.has(name))) return;
  const isDocumented = run.source === "documented";
  if (
    isDocumented &&
    run.inputs.some((path) => inputs.some((other) => liesIn(other, path) || liesIn(path, other)))
  )
    return;
  const what = isDocumented ? "pages" : "operations";
  refuse(
    `other ${what} (${few(judged)}; from ${few(inputs)})`,
    `${few(run.inputs)}, which has none of them (${few([...names].sort(byText))})`,
  );
}

/** The first names, and how many more there are. */
function few(names: readonly string[]): string {
  const left = names.length - 2;
  return `${names.slice(0, 2).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
}
