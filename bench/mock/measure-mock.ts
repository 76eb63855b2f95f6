import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machine } from "../machine.ts";
import bench from "../package.json" with { type: "json" };
import type { Outside } from "../timed-run.ts";
import { measureOwn, type SizeMeasured } from "./measure-own.ts";
import { measurePrism } from "./measure-prism.ts";
import type { Figures, Measured, MockResults, SizeResult } from "./results.ts";
import { method, settings } from "./settings.ts";
import { type SizeFiles, writeSizeFiles } from "./size-files.ts";
import { targetsOf } from "./targets.ts";

/** Measures the mock beside Prism's and a bare handler, on contracts of three sizes. Takes some eight minutes. */
export async function measureMock({ date, progress }: Outside): Promise<MockResults> {
  const directory = await mkdtemp(join(tmpdir(), "graph-conformance-bench-"));
  try {
    progress(`writing pages of ${settings.sizes.join(", ")} operations, and deriving their contracts`);
    const files = settings.sizes.map((size) => writeSizeFiles(directory, size));
    const own = await measureOwn(files, progress);
    const sizes: SizeResult[] = [];
    for (const [index, size] of files.entries()) {
      const measured = own.sizes[index];
      if (measured) sizes.push(sizeResult(size, measured, await measurePrism(size, progress)));
    }
    const flatness = { mock: rounded(own.flatness.mock, 2), bare: rounded(own.flatness.bare, 2) };
    const prism = bench.dependencies["@stoplight/prism-cli"];
    return { date, machine: machine(), prism, method, sizes, flatness, targets: targetsOf(sizes, flatness) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function sizeResult(
  files: SizeFiles,
  { mock, bare, ofBare, ofBareChanging }: SizeMeasured,
  prism: Measured,
): SizeResult {
  const { operations, all, prismCount } = files;
  const figures = (of: (measured: Measured) => number): Figures => ({
    mock: of(mock),
    prism: of(prism),
    bare: of(bare),
  });
  return {
    operations,
    requests: { mock: all.length, prism: prismCount, bare: all.length },
    startUp: figures(({ startUp }) => Math.round(startUp)),
    requestsPerSecond: figures(({ perSecond }) => Math.round(perSecond)),
    timesPrism: rounded(mock.perSecond / prism.perSecond, 1),
    ofBare: rounded(ofBare, 2),
    ofBareChanging: rounded(ofBareChanging, 2),
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
