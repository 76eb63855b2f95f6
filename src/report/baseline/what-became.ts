import { groupBy } from "../../base/group-by.ts";
import type { Judgement } from "../../rules/assertion.ts";
import { invalidJson, leavesUnjudged } from "../../rules/body/invalid-json.ts";
import { isUnread } from "../../rules/page/unreadable.ts";
import { body as requestBody } from "../../rules/request/body.ts";
import { anyItem, askedAs, type Baseline, isOneFlaw, nameOfJudged, nameOfPlace } from "./baseline.ts";
import type { KnownFinding, NotJudgedFinding } from "./outcome.ts";

/** What is known of a run beside its judgements. */
export interface RunExtent {
  readonly inputs: readonly string[];
  /** Why what is not found is no news: the run ended, or the pages around were not read. */
  readonly unsure?: string;
  /** Every rule that this version of the tool has. */
  readonly rules: readonly string[];
  /** The rules that were applied, where it is not told of each place which ones held there: then one that is silent did. */
  readonly applied?: readonly string[];
}

/** What is asked of a judgement to say whether a finding is gone. */
export type JudgedPlace = Pick<Judgement, "source" | "version" | "file" | "subject" | "example"> & {
  readonly assertions: readonly Said[];
};

interface Said {
  readonly rule: string;
  readonly status: string;
  readonly reason?: string;
  readonly pointer?: string;
  /** What a failure says of how much was judged. */
  readonly advice?: string;
}

/**
 * Which findings of a baseline are fixed: what they were on was judged in this run, and their rule could tell. Of the
 * others nobody knows, and why is said.
 */
export function whatBecame(
  left: readonly KnownFinding[],
  judgements: readonly JudgedPlace[],
  baseline: Pick<Baseline, "inputs">,
  extent: RunExtent,
): { readonly fixed: readonly KnownFinding[]; readonly notJudged: readonly NotJudgedFinding[] } {
  if (left.length === 0) return { fixed: [], notJudged: [] };
  const places = groupBy(judgements, (judgement) => nameOfJudged(judgement) ?? "");
  const applied = new Set(
    extent.applied ?? judgements.flatMap(({ assertions }) => assertions.map(({ rule }) => rule)),
  );
  const isWholeAgain = extent.inputs.join("\n") === baseline.inputs.join("\n");
  const rules = new Set(extent.rules);
  const versions = new Set(judgements.map(({ version }) => version));
  const fixed: KnownFinding[] = [];
  const notJudged: NotJudgedFinding[] = [];
  for (const finding of left) {
    const { rule, source, version } = finding;
    const place = (places.get(nameOfPlace(finding)) ?? []).filter((each) => each.source === source);
    const because = (why: string, isGone = false) =>
      notJudged.push({ ...finding, why, ...(isGone ? { gone: true } : {}) });
    if (!rules.has(rule)) because(`this version has no rule ${rule}`, true);
    else if (extent.unsure !== undefined) because(extent.unsure);
    else if (place.length > 0 && applied.has(rule)) {
      const doubt = doubtOf(finding, place, extent.applied !== undefined);
      if (doubt) because(doubt.why, doubt.isGone);
      else fixed.push(finding);
    } else if (place.length > 0) because("its rule was not applied");
    else if (!versions.has(version)) because(`nothing of ${version} was judged`);
    else if (source !== "documented") because("its operation was not asked");
    else if (isWholeAgain) because("its page is gone", true);
    else because("its page was not judged");
  }
  return { fixed, notJudged };
}

/** Why nobody can say that a finding is gone from a place that was judged; undefined where it is. */
function doubtOf(
  finding: KnownFinding,
  place: readonly JudgedPlace[],
  isSilencePass: boolean,
): Doubt | undefined {
  const { rule, example, source } = finding;
  if (place.some(({ assertions }) => isUnread(assertions))) return { why: "its page cannot be read" };
  const isAny = source === "recorded";
  const isSame = (other: string | undefined) =>
    source === "documented" ? other === example : askedAs(other) === askedAs(example);
  const same = place.filter((judgement) => isAny || isSame(judgement.example));
  // It may be gone, have another name, or be no longer readable.
  if (same.length === 0)
    return {
      why: `its example is not ${source === "documented" ? "on the page any more" : "among what was asked"}`,
      isGone: source === "documented",
    };
  const all = same.flatMap(({ assertions }) => assertions);
  const said = all.filter((each) => each.rule === rule);
  const open = said.find((each) => each.status === "not-verified" && reaches(each, finding));
  if (open) return { why: `not verified: ${open.reason}` };
  if (all.some((each) => isBroken(each) && hides(each, finding)))
    return { why: "the body is not JSON, and what follows is not judged" };
  if (isSilencePass || said.some(isVerdict)) return undefined;
  return { why: "nothing is there any more that its rule could judge", isGone: source === "documented" };
}

/** Whoever accepts it sees no more of it. */
function isBroken({ status }: Said): boolean {
  return status === "fail" || status === "waived";
}

/** Whether a body is no JSON, and the place of a finding in it may not have been judged. */
function hides(said: Said, { rule, pointer }: KnownFinding): boolean {
  if (!leavesUnjudged(said)) return false;
  const isOfRequest = rule.startsWith("request/");
  if (said.rule === requestBody.id) return isOfRequest && pointer !== undefined;
  return said.rule === invalidJson.id && !isOfRequest && rule !== invalidJson.id;
}

interface Doubt {
  readonly why: string;
  readonly isGone?: boolean;
}

/** Whether what is not verified is the place of a finding, or holds it. */
function reaches({ pointer: at = "" }: Said, { pointer = "", source }: KnownFinding): boolean {
  const open = isOneFlaw(source) ? anyItem(at) : at;
  return pointer === "" || pointer === open || pointer.startsWith(`${open}/`);
}

function isVerdict({ status }: Said): boolean {
  return status === "pass" || status === "fail" || status === "waived";
}
