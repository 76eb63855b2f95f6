import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../src/base/usage-error.ts";
import { readSide } from "../../src/cli/contract-side.ts";
import { diffContracts } from "../../src/diff/diff-contracts.ts";
import { arrivalsOf, type LookedUp, lookUp } from "./arrivals.ts";
import { readPageTexts } from "./page-texts.ts";
import { type Claim, readChangelog } from "./read-changelog.ts";
import { type Shown, showable, type Unshown } from "./showable.ts";

const version = "v1.0";
const dates = ["2020-07", "2021-07"] as const;
const file = `changelog/${version}-${dates.join("-to-")}.json`;

/** A claim, what the pages of both dates can show of it, and what of that the changes tell. */
export type Looked = { readonly claim: Claim } & (Unshown | (Shown & LookedUp));

/** What the official changelog of a year announced, looked up in the changes of the year's pages. */
export async function measureChangelog({ progress }: { progress(text: string): void }): Promise<Looked[]> {
  const [older, newer] = [corpus(`graph-${version}-${dates[0]}`), corpus(`graph-${version}-${dates[1]}`)];
  const claims = readChangelog(readFileSync(corpus(file), "utf8"), `${dates[0]}-01`, dates[1]);
  progress("reading the pages of both dates plainly");
  const texts = [readPageTexts(older), readPageTexts(newer)] as const;
  progress("comparing their contracts");
  const contracts = await Promise.all([older, newer].map((folder) => readSide(folder, version)));
  const [before, after] = contracts.map((side) => side.contracts.get(version));
  if (!before || !after) throw new UsageError(`no pages of ${version}`);
  const arrivals = arrivalsOf(diffContracts(before, after));
  return unique(claims).map((claim): Looked => {
    const shown = showable(claim, ...texts);
    return "reason" in shown ? { claim, ...shown } : { claim, ...shown, ...lookUp(claim, shown, arrivals) };
  });
}

/** What two entries announce is one. */
function unique(claims: readonly Claim[]): Claim[] {
  const keyOf = ({ kind, name, owners }: Claim): string =>
    `${kind} ${name} ${owners.join(" ")}`.toLowerCase();
  return [...new Map(claims.toReversed().map((claim) => [keyOf(claim), claim])).values()].reverse();
}

function corpus(name: string): string {
  const path = fileURLToPath(new URL(`../../../shared/corpus/${name}`, import.meta.url));
  if (!existsSync(path)) throw new UsageError(`the corpus is absent: ${path}`);
  return path;
}
