import { visibleLines } from "./visible-text.ts";

export type CaseOutcome = "passed" | "failed" | "skipped";

/** A test case as JUnit XML has it. */
export interface JunitCase {
  readonly className: string;
  readonly name: string;
  readonly file?: string;
  readonly outcome: CaseOutcome;
  readonly properties?: readonly (readonly [name: string, value: string | number])[];
  /** Why it failed or was skipped. Jenkins keeps one `failure` of a case alone, so that there is one. */
  readonly why?: { readonly type?: string; readonly message: string; readonly text?: string };
  /** What else there is to say. */
  readonly told?: string;
}

export interface JunitSuite {
  readonly name: string;
  readonly file?: string;
  readonly properties?: readonly (readonly [name: string, value: string | number])[];
  readonly cases: readonly JunitCase[];
}

/** The text of a JUnit XML file, as Jenkins and GitLab read it. Suites without a case are left out. */
export function junitXml(name: string, suites: readonly JunitSuite[]): string {
  const told = suites.filter(({ cases }) => cases.length > 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeXml(name)}" ${sum(told.flatMap(({ cases }) => cases))}>`,
    ...told.map(suiteXml),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteXml({ name, file, properties, cases }: JunitSuite): string {
  return [
    `<testsuite name="${escapeXml(name)}"${fileXml(file)} ${sum(cases)}>`,
    ...propertiesXml(properties),
    ...cases.map(caseXml),
    "</testsuite>",
  ].join("\n");
}

function caseXml({ className, name, file, outcome, properties, why, told }: JunitCase): string {
  const reason = why === undefined ? [] : [reasonXml(outcome, why)];
  const inside = [
    ...propertiesXml(properties),
    ...reason,
    ...(told === undefined ? [] : [`<system-out>${escapeXml(told)}</system-out>`]),
  ];
  const open = `<testcase classname="${escapeXml(className)}" name="${escapeXml(name)}"${fileXml(file)}`;
  return inside.length === 0 ? `${open}/>` : [`${open}>`, ...inside, "</testcase>"].join("\n");
}

function reasonXml(outcome: CaseOutcome, { type, message, text }: NonNullable<JunitCase["why"]>): string {
  if (outcome === "skipped") return `<skipped message="${escapeXml(message)}"/>`;
  const open = `<failure type="${escapeXml(type ?? "")}" message="${escapeXml(message)}"`;
  return text === undefined ? `${open}/>` : `${open}>${escapeXml(text)}</failure>`;
}

function propertiesXml(properties: JunitSuite["properties"] = []): readonly string[] {
  if (properties.length === 0) return [];
  const each = properties.map(
    ([name, value]) => `<property name="${escapeXml(name)}" value="${escapeXml(String(value))}"/>`,
  );
  return [`<properties>${each.join("")}</properties>`];
}

function fileXml(file: string | undefined): string {
  return file === undefined ? "" : ` file="${escapeXml(file)}"`;
}

function sum(cases: readonly JunitCase[]): string {
  const count = (outcome: CaseOutcome) => cases.filter((each) => each.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count("failed")}" errors="0" skipped="${count("skipped")}"`;
}

/** Text for an attribute or an element. Characters that XML 1.0 (section 2.2) cannot hold are shown by their code. */
export function escapeXml(text: string): string {
  return visibleLines(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"'\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
