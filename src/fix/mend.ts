import type { Finding } from "../rules/assertion.ts";
import { applyEdits } from "./apply-edits.ts";
import { planFixes } from "./plan-fixes.ts";

/** Some pages as they were judged. */
export interface Judged {
  readonly findings: readonly Finding[];
}

/** What mends pages works on; all of it is asked for as little as possible. */
export interface Workshop<Of extends Judged> {
  /** The text of a file as it was judged; undefined where it is not to be changed. */
  text(file: string): string | undefined;
  /** Judges the pages again, some of which now have another text. */
  judge(texts: ReadonlyMap<string, string>): Of;
}

/** What mending has made of pages. */
export interface Mended<Of extends Judged> {
  /** The pages as they would be judged now. */
  readonly judged: Of;
  /** The findings that are gone because their fix was made. */
  readonly fixed: readonly Finding[];
  /** By file, its text now; files that are as they were are not among them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Nearly all is done in one round; a comma that was missing lets the next one see what stands behind it. */
const rounds = 5;

/**
 * Makes the fixes of all findings, judges again, and goes on until there is none that can be made. A fix whose finding
 * is there all the same is not made. So what it gives is what it would give again: a second run changes nothing.
 * Nothing is written.
 */
export function mend<Of extends Judged>(first: Of, workshop: Workshop<Of>): Mended<Of> {
  const originals = new Map<string, string | undefined>();
  const original = (file: string) => {
    if (!originals.has(file)) originals.set(file, workshop.text(file));
    return originals.get(file);
  };
  const futile = new Set<string>();
  for (;;) {
    const { judged, byRound, texts } = inRounds(first, original, workshop, futile);
    const made = byRound.flat();
    const left = new Set(judged.findings.map(identity));
    // Where there was no end of it, the last ones undid each other.
    const endless = byRound.length < rounds ? [] : byRound.slice(-2).flat();
    const vain = [...made.filter((finding) => left.has(identity(finding))), ...endless];
    if (vain.length === 0) return { judged, fixed: made, texts };
    for (const finding of vain) futile.add(identity(finding));
  }
}

function inRounds<Of extends Judged>(
  first: Of,
  original: (file: string) => string | undefined,
  workshop: Workshop<Of>,
  futile: ReadonlySet<string>,
) {
  const texts = new Map<string, string>();
  const byRound: (readonly Finding[])[] = [];
  let judged = first;
  for (let round = 0; round < rounds; round++) {
    const open = judged.findings.filter((finding) => !futile.has(identity(finding)));
    const plan = planFixes(open, (file) => original(file) !== undefined);
    if (plan.made.length === 0) break;
    for (const [file, edits] of plan.edits) {
      texts.set(file, applyEdits(texts.get(file) ?? original(file) ?? "", edits));
    }
    byRound.push(plan.made);
    judged = workshop.judge(texts);
  }
  return { judged, byRound, texts };
}

function identity({ rule, fingerprint, span }: Finding): string {
  return `${rule} ${fingerprint} ${span.file}`;
}
