import type { Passed } from "./gate.ts";

/** What went through Prism, in short, and every violation that it found. */
export function renderPassed(name: string, passed: readonly Passed[]): string {
  const count = (test: (one: Passed) => boolean): number => passed.filter(test).length;
  const judged = passed.filter(({ outcome }) => outcome === "judged");
  const broken = passed.filter(({ violations }) => violations.length > 0);
  const unknown = passed.filter(({ outcome, status }) => outcome === "not-in-document" && status < 300);
  const lines = [
    `${broken.length === 0 ? "✓" : "✗"} ${name}: ${passed.length} requests, ${broken.length} with violations`,
    `  ${judged.length} judged by Prism (${count(({ outcome, status }) => outcome === "judged" && status < 300)} successful), ` +
      `${count(({ outcome }) => outcome === "refused-by-both")} refused by Prism and the mock alike, ` +
      `${count(({ outcome }) => outcome === "not-in-document")} to paths that the document does not have`,
    ...unknown
      .slice(0, 10)
      .map(({ method, target }) => `  not in the document, and answered: ${method} ${target}`),
    ...broken.flatMap(({ method, target, status, violations }) => [
      `  ${method} ${target}: ${status}`,
      ...violations.map(
        ({ place, code, message }) => `    ${place.join(".")} ${code}: ${message.slice(0, 400)}`,
      ),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}
