import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../src/base/usage-error.ts";
import { folderOf } from "../../src/docs/folder.ts";
import { readFolders } from "../../src/docs/read-folder.ts";
import { readPage } from "../../src/docs/read-page.ts";
import { documentationOf, judgeDocumentedPage } from "../../src/exchange/judge-documentation.ts";
import type { Assertion, Failed } from "../../src/rules/assertion.ts";
import { shuffled } from "../documentation/shuffled.ts";
import { classes } from "./classes.ts";
import { DeclaredTypes } from "./declared.ts";
import type { Defect } from "./defect.ts";
import { type ValidExample, validExamples } from "./valid-examples.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus/graph-v1.0-2021-07", import.meta.url));
export const usualSeed = 2021;
const count = 2_000;
const rounds = 20;

export type Fate = "found" | "elsewhere" | "not-verified" | "silent";

export interface Seeded {
  readonly kind: string;
  readonly file: string;
  readonly defect: Omit<Defect, "text">;
  readonly fate: Fate;
  /** Every other finding that the defect brought. */
  readonly others: readonly string[];
}

export interface Outside {
  progress(text: string): void;
  /** What the draws begin with; another one draws other examples, places and values. */
  readonly seed?: number;
}

/** Seeds defects into valid examples of the corpus, one at a time, and judges their pages before and after. */
export async function measureMutation(
  { progress, seed = usualSeed }: Outside,
  folder = corpus,
): Promise<Seeded[]> {
  progress("reading the corpus");
  const pages = await readFolders([folder]).catch((error: unknown) => {
    throw error instanceof UsageError ? new UsageError(`the corpus is absent: ${error.message}`) : error;
  });
  const textOf = (file: string) =>
    readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .replace(/\r\n?/g, "\n");
  const documentation = documentationOf(folderOf(pages));
  const resources = pages.filter(({ kind }) => kind === "resource");
  const types = new DeclaredTypes(resources.map(({ file }) => [file, textOf(file)] as const));
  const drawn = shuffled(
    pages.filter(({ kind, examples }) => kind === "api" && examples.length > 0),
    seed,
  );
  const before = new Map<string, ReadonlyMap<string, number>>();
  const valid: ValidExample[] = [];
  progress(`judging ${drawn.length} pages as they are`);
  for (const page of drawn) {
    const judgements = judgeDocumentedPage(page, documentation);
    before.set(page.file, fingerprints(judgements.flatMap(({ assertions }) => assertions)));
    valid.push(...validExamples(page, textOf(page.file), judgements));
  }
  const seeded: Seeded[] = [];
  const rarestFirst = [...classes].sort((a, b) => Number(b.rare ?? false) - Number(a.rare ?? false));
  for (const [index, { name, seeder }] of rarestFirst.entries()) {
    const wanted = Math.ceil((count - seeded.length) / (classes.length - index));
    progress(name);
    const examples = shuffled(valid, seed + index);
    let taken = 0;
    // An example gets a second defect of a class only where others have room for none.
    for (let round = 0; round < rounds && taken < wanted; round++) {
      for (const example of examples) {
        if (taken === wanted) break;
        const dice = seed + index + (example.example.request?.location.line ?? 0);
        const defect = shuffled(seeder(example, types), dice)[round];
        if (!defect) continue;
        taken++;
        seeded.push({
          kind: name,
          file: example.page.file.slice(folder.length + 1),
          ...judged(example, defect),
        });
      }
    }
  }
  return seeded;

  function judged({ page }: ValidExample, { text, ...defect }: Defect): Omit<Seeded, "kind" | "file"> {
    const { file, version } = page;
    const after = judgeDocumentedPage(readPage(text, { file, version }), documentation).flatMap(
      ({ assertions }) => assertions,
    );
    const left = new Map(before.get(file));
    const fresh = failedOf(after).filter(({ fingerprint }) => {
      const times = left.get(fingerprint) ?? 0;
      if (times > 0) left.set(fingerprint, times - 1);
      return times === 0;
    });
    const expected = fresh.find((each) => isExpected(each, defect));
    const others = fresh.filter((each) => each !== expected).map(shown);
    if (expected) return { defect, fate: "found", others };
    if (others.length > 0) return { defect, fate: "elsewhere", others };
    const unknown = after.some((each) => each.status === "not-verified" && isAt(each, defect));
    return { defect, fate: unknown ? "not-verified" : "silent", others };
  }
}

/** How often each finding is there: its fingerprint stays what it is, wherever its lines have moved. */
function fingerprints(assertions: readonly Assertion[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fingerprint } of failedOf(assertions))
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

function failedOf(assertions: readonly Assertion[]): Failed[] {
  return assertions.flatMap((each) => (each.status === "fail" ? [each] : []));
}

function isExpected(assertion: Failed, { rules, line, pointer }: Omit<Defect, "text">): boolean {
  if (!rules.includes(assertion.rule)) return false;
  return assertion.span.start.line === line && (pointer === undefined || assertion.pointer === pointer);
}

/** Of the rule, at the place or above it: what is not known of an object is not known of its members. */
function isAt(assertion: Assertion, { rules, line, pointer }: Omit<Defect, "text">): boolean {
  if (assertion.status !== "not-verified" || !rules.includes(assertion.rule)) return false;
  const { pointer: own, span } = assertion;
  if (pointer === undefined || own === undefined)
    return (span.start.line <= line && line <= span.end.line + 1) || pointer !== undefined;
  // One doubt for a type names all names of which it speaks.
  const name = pointer.slice(pointer.lastIndexOf("/") + 1);
  return pointer === own || pointer.startsWith(`${own}/`) || assertion.message.includes(`"${name}"`);
}

function shown({ rule, span, pointer = "", message }: Failed): string {
  return `${rule} ${span.start.line} ${pointer} ${message}`;
}
