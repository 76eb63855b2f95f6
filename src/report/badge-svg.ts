import { markOf, type VerdictMark } from "./news.ts";
import { counted, grouped, without } from "./phrases.ts";
import type { Report } from "./report.ts";
import { noFindings } from "./summary.ts";

const colours: Readonly<Record<VerdictMark, string>> = {
  good: "#17663a",
  accepted: "#673a9c",
  mild: "#854700",
  bad: "#b3261e",
  open: "#555d68",
};

/** Of a text of 11 pixels in a common font; where another one is there, the text is squeezed into it. */
const characterWidth = 6.6;
const label = "Microsoft Graph";

/**
 * A badge for a README, as SVG: the verdict, and what hangs on it. It is green only where nothing was waived, is known,
 * failed, however mildly, or was left unverified; it says the same in words.
 */
export function renderBadge({ summary }: Report): string {
  const { verdict, assertions, findings, known } = summary;
  const mark = markOf(summary, summary.sources);
  const fresh = without(findings, known);
  const { error, warning, info } = known ?? noFindings;
  const before = known ? "new " : "";
  const told = (count: number, what: string) => (count > 0 ? [`${grouped(count)} ${what}`] : []);
  const said = [
    verdict,
    ...(fresh.error > 0 ? [counted(fresh.error, `${before}error`)] : []),
    ...(fresh.warning > 0 ? [counted(fresh.warning, `${before}warning`)] : []),
    ...told(error + warning + info, "known"),
    ...told(assertions.waived, "waived"),
    ...told(assertions.notVerified, "not verified"),
  ].join(", ");
  const colour = mark === "good" && assertions.notVerified > 0 ? colours.open : colours[mark];
  const left = widthOf(label);
  const right = widthOf(said);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${said}">
<title>${label}: ${said}</title>
<rect width="${left}" height="20" fill="#3b4048"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="${left / 2}" y="14" textLength="${left - 12}" lengthAdjust="spacingAndGlyphs">${label}</text>
<text x="${left + right / 2}" y="14" textLength="${right - 12}" lengthAdjust="spacingAndGlyphs">${said}</text>
</g>
</svg>
`;
}

function widthOf(text: string): number {
  return Math.round(text.length * characterWidth) + 12;
}
