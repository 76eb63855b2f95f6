import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { UsageError } from "../base/usage-error.ts";
import type { GraphVersion, Page } from "../docs/page.ts";
import type { MetadataByVersion } from "../exchange/judge-documentation.ts";
import { metadataLentTo } from "../exchange/own-metadata.ts";
import type { CommandOption } from "./command.ts";
import { versions } from "./contract-basis.ts";
import { readCsdl } from "./read-csdl.ts";

export const metadataOption: CommandOption = {
  name: "metadata",
  value: "FILE",
  repeats: true,
  text: "Graph's metadata (CSDL) as a second witness; v1.0=FILE beta=FILE for both",
};

/** What metadata is read for. */
export interface MetadataUse {
  /** The pages of the run, those of its context too. */
  readonly pages: readonly Pick<Page, "version">[];
  /** Where they were read from, if it matters: those that come with the tool have an extract. */
  readonly paths?: readonly string[];
  /** The one version that is judged. */
  readonly version?: GraphVersion | undefined;
}

/**
 * The metadata that `--metadata` names, each under the version that it is of; without the option none, but for the
 * pages that come with the tool, where `paths` are no more than these.
 *
 * @throws UsageError where a file cannot be read or is no CSDL, nothing says of which version it is, two are of one
 *   version, or none is of a version that is judged.
 */
export async function readMetadataOption(
  written: readonly string[] = [],
  { pages, paths = [], version }: MetadataUse,
): Promise<MetadataByVersion> {
  if (written.length === 0) return metadataLentTo(paths);
  const judged = version ? [version] : [...new Set(pages.map((page) => page.version))];
  const files = written.map((value) => fileOf(value, judged));
  for (const one of versions) {
    const [first, second] = files.filter((file) => file.version === one);
    if (first && second)
      throw new UsageError(`${first.file} and ${second.file} are both metadata of ${one}; give one of them`);
  }
  const [unused] = files;
  if (unused && !files.some((file) => judged.includes(file.version))) {
    const meant = judged.map((one) => `--metadata ${one}=${unused.file}`).join(" or ");
    throw new UsageError(
      `${unused.file} is metadata of ${unused.version}, of which no page is judged; if it is not, say ${meant}`,
    );
  }
  const read = files.map(async ({ file, version: of }) => [of, await readCsdl(file)] as const);
  return Object.fromEntries(await Promise.all(read));
}

/** The files that `--metadata` names. */
export function metadataFiles(written: readonly string[] = []): readonly string[] {
  return written.map((value) => value.slice(prefixOf(value)?.[0].length ?? 0));
}

interface MetadataFile {
  readonly file: string;
  readonly version: GraphVersion;
}

/** `beta=m.csdl`, or a file whose name, or whose folder's, says the version; else it is the only one judged. */
function fileOf(written: string, judged: readonly GraphVersion[]): MetadataFile {
  const prefix = prefixOf(written);
  const file = written.slice(prefix?.[0].length ?? 0);
  if (/^https?:\/\//i.test(file))
    throw new UsageError(`--metadata takes a file, not a URL: save ${file} first, as v1.0.csdl or beta.csdl`);
  const said = prefix?.[1] ?? versionIn(basename(file)) ?? versionIn(basename(dirname(resolve(file))));
  if (said) return { file, version: said.toLowerCase() === "beta" ? "beta" : "v1.0" };
  if (!existsSync(file)) throw new UsageError(`${file} cannot be read: it does not exist`);
  const [only, ...others] = judged;
  if (only && others.length === 0) return { file, version: only };
  throw new UsageError(`${file} does not say of which version it is: give v1.0=${file} or beta=${file}`);
}

function prefixOf(written: string): RegExpExecArray | null {
  return /^(beta|v1\.0)=/i.exec(written);
}

function versionIn(name: string): string | undefined {
  return /beta|v1\.0/i.exec(name)?.[0];
}
