import { readCSharp } from "./csharp.ts";
import { readGo } from "./go.ts";
import { readJava } from "./java.ts";
import { readJavaScript } from "./javascript.ts";
import { readObjectiveC } from "./objective-c.ts";
import { readPhp } from "./php.ts";
import { readPowerShell } from "./powershell.ts";
import { readPython } from "./python.ts";
import { callsGraph, readShell } from "./shell.ts";
import type { SnippetReading } from "./snippet-call.ts";

interface Language {
  readonly name: string;
  read(text: string): SnippetReading;
}

const csharp: Language = { name: "C#", read: readCSharp };
const javaScript: Language = { name: "JavaScript", read: readJavaScript };
const objectiveC: Language = { name: "Objective-C", read: readObjectiveC };
const shell: Language = { name: "CLI", read: readShell };

/** By info string. */
const languages: Readonly<Record<string, Language>> = {
  csharp,
  "c#": csharp,
  cs: csharp,
  cli: shell,
  bash: shell,
  sh: shell,
  shell,
  go: { name: "Go", read: readGo },
  java: { name: "Java", read: readJava },
  javascript: javaScript,
  js: javaScript,
  objc: objectiveC,
  objectivec: objectiveC,
  "objective-c": objectiveC,
  php: { name: "PHP", read: readPhp },
  powershell: { name: "PowerShell", read: readPowerShell },
  python: { name: "Python", read: readPython },
};

/** True for the info string of a language in which Graph has an SDK. */
function isSnippetLanguage(language: string): boolean {
  return Object.hasOwn(languages, language);
}

/** Reads what a snippet calls, and says in which language; undefined where it is no SDK's. Never throws. */
export function readSnippet(
  language: string,
  text: string,
): { language: string; reading: SnippetReading } | undefined {
  const known = isSnippetLanguage(language) ? languages[language] : undefined;
  // A shell has more commands than Graph's.
  if (known === shell && language !== "cli" && !callsGraph(text)) return undefined;
  return known && { language: known.name, reading: known.read(text) };
}
