import { derivesFrom } from "../../contract/names/inheritance.ts";
import { primitiveName } from "../../contract/names/primitive.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { findType, readTypeName } from "../../contract/names/type-name.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { annotationSpan, memberSpan } from "../../docs/markdown/annotation-span.ts";
import type { BoundAnnotation, Page } from "../../docs/page.ts";
import { pageName } from "../../docs/page-name.ts";
import { headingSpan } from "../../docs/section.ts";
import type { Fix } from "../assertion.ts";
import { flawsWithoutPointer } from "../flaws-of.ts";
import { definePageRule, type Failure, type PageContext } from "../rule.ts";
import { isWrittenAsType, pageTitledAfter, titledType } from "./titled-type.ts";

/** What an annotation says of a type, by the member that says it. */
interface Said {
  readonly annotation: BoundAnnotation;
  readonly member: "@odata.type" | "@type" | "baseType";
  readonly written: string;
  /** Without `Collection()` and `#`. */
  readonly name: string;
}

const members = ["@odata.type", "@type", "baseType"] as const;
/** The name of a schema that the documentation's own build makes of a request body. */
const noNamespace = /^requestBodyResourceFor\./i;

/** The names of types in annotations: letter case, namespace, and what the page's title says. */
export const typeName = definePageRule("annotation/type-name", {
  promise:
    "An annotation writes a type's name as its page declares it, and a resource page's is that of its title.",
  weighs: { documented: "error" },
  judge(context) {
    const said = context.page.annotations.flatMap(saidBy);
    if (said.length === 0) return "not-applicable";
    const isTitle = said.some((one) => one.name !== "" && namesTitle(one, context.page));
    const failures = said.flatMap(
      (one) => foreign(one, context) ?? otherCase(one, context) ?? (isTitle ? [] : otherType(one, context)),
    );
    return [...failures, ...otherBase(context), ...flawsWithoutPointer(context.page, "annotation/type-name")];
  },
});

function saidBy(annotation: BoundAnnotation): Said[] {
  return members.flatMap((member): Said[] => {
    const written = annotation.members[member];
    if (typeof written !== "string") return [];
    const name = written.replace(/^\s*#?\s*(?:Collection\s*\(\s*#?\s*)?|\s*\)?\s*$/gi, "");
    return /^[A-Za-z][\w.]*$/.test(name) && !primitiveName(name)
      ? [{ annotation, member, written, name }]
      : [];
  });
}

/** `graph.lamp`, `microsoft.outlook.lamp`: all types of Graph are in microsoft.graph, or below it. */
function foreign(
  { annotation, member, written, name }: Said,
  { contract }: PageContext,
): Failure[] | undefined {
  if (!name.includes(".") || /^microsoft\.graph\.\w/i.test(name) || noNamespace.test(name)) return undefined;
  const known = findType(contract, shortName(name));
  return [
    {
      status: "fail",
      message: `"${member}" is "${written}", but the types of Graph are in the namespace microsoft.graph${didMean(known?.name)}`,
      span: annotationSpan(annotation),
      meant: known?.name,
      fix: known && retyped(annotation, member, written, name, known.name),
      cause: { id: causeOf("foreign", annotation, member, name) },
    },
  ];
}

/** `microsoft.graph.Lamp` for a type that its page declares as lamp. */
function otherCase(said: Said, { contract, page }: PageContext): Failure[] | undefined {
  const { annotation, member, written, name } = said;
  const own = isOfResource(said) ? titledType(page) : undefined;
  const known = own === undefined ? declaredAs(name, findType(contract, name)?.name) : titledAs(name, own);
  if (known === undefined || known === name) return undefined;
  if (Object.hasOwn(contract.types, name) && own === undefined) return undefined;
  const by = own === undefined ? "its page declares" : "the page's title has";
  return [
    {
      status: "fail",
      message: `"${member}" is "${written}"; ${by} "${own ?? known}", and letter case counts`,
      span: annotationSpan(annotation),
      meant: known,
      fix: retyped(annotation, member, written, name, known),
      cause: { id: causeOf("letters", annotation, member, name) },
    },
  ];
}

/** A declared name in as many segments as written. */
function declaredAs(name: string, declared: string | undefined): string | undefined {
  const tail = declared?.slice(-name.length);
  return tail?.toLowerCase() === name.toLowerCase() ? tail : undefined;
}

/** The name with the title's letters, where title and annotation name the same and differ in letter case. */
function titledAs(name: string, title: string): string | undefined {
  const short = shortName(name);
  const space = name.slice(0, name.length - short.length).replace(/^microsoft\.graph\./i, "microsoft.graph.");
  if (short.toLowerCase() !== title.toLowerCase()) return undefined;
  const isType = isWrittenAsType(title) || (/^[a-z]/.test(title) && /^[A-Z]/.test(short));
  return `${space}${isType ? title : short}`;
}

function isOfResource({ annotation, member }: Said): boolean {
  return member !== "baseType" && annotation.blockType.toLowerCase() === "resource";
}

/** Whether the annotation names the type of the title: `range` is what readers call the type workbookRange. */
function namesTitle(said: Said, page: Page): boolean {
  const title = titledType(page)?.toLowerCase();
  return isOfResource(said) && title !== undefined && shortName(said.name).toLowerCase().endsWith(title);
}

/** The type of a resource page that no title or file is called after, or that another page is titled after. */
function otherType(said: Said, { page, folder }: PageContext): Failure[] {
  const { annotation, member, written, name } = said;
  const title = titledType(page);
  const first = page.annotations.find(({ blockType }) => blockType.toLowerCase() === "resource");
  if (title === undefined || !isOfResource(said) || annotation !== first) return [];
  const short = shortName(name).toLowerCase();
  const rightful = pageTitledAfter(name, folder, page.version);
  const isOthers = rightful !== undefined && rightful !== page;
  if (!isOthers && (pageName(page.file).toLowerCase() === short || !isWrittenAsType(title))) return [];
  const whose = isOthers ? `, the type of ${rightful.file.replace(/^.*\//, "")}` : "";
  const heading = page.headings.find(({ level }) => level === 1);
  return [
    {
      status: "fail",
      message: `"${member}" is "${written}"${whose}, but the page is titled "${page.title}"`,
      span: annotationSpan(annotation),
      meant: name.replace(/\w+$/, () => title),
      ...(heading ? { promise: { span: headingSpan(heading), text: `# ${heading.text}` } } : {}),
      cause: { id: causeOf("title", annotation, member, name) },
    },
  ];
}

/** A resource annotation whose base type is another than the one that the introduction names. */
function otherBase({ page, contract }: PageContext): Failure[] {
  const [type] = page.types;
  const annotation = page.annotations.find(({ location }) => location.line === type?.location.line);
  const written = annotation?.members.baseType;
  const prose = type?.base;
  if (!annotation || !type || !prose || typeof written !== "string" || written.trim() === "") return [];
  if (prose.location.line === annotation.location.line) return [];
  const said = readTypeName(contract, written);
  const own = typeNamed(contract, type.name);
  // What the page says, whatever the metadata says of it.
  const base = own?.otherBase ?? own?.base;
  if (base === undefined || said.kind !== "type" || findType(contract, base)?.kind !== "type") return [];
  // "Derives from entity" is right of every type that has another base in between.
  if (derivesFrom(contract, said.name, base) !== false) return [];
  return [
    {
      status: "fail",
      severity: "warning",
      message: `the annotation says that the base type is "${said.name}", the introduction that it is "${base}"`,
      span: annotationSpan(annotation),
      promise: { span: { file: page.file, start: prose.location, end: prose.location }, text: prose.name },
      cause: { id: `annotation-base ${type.name}` },
    },
  ];
}

function causeOf(what: string, annotation: BoundAnnotation, member: string, name: string): string {
  const label = annotation.members.name;
  return [
    "annotation",
    what,
    annotation.blockType,
    typeof label === "string" ? label : "",
    member,
    name,
  ].join(" ");
}

function didMean(name: string | undefined): string {
  return name === undefined ? "" : `; did the page mean "${name}"?`;
}

function retyped(
  annotation: BoundAnnotation,
  member: string,
  written: string,
  name: string,
  right: string,
): Fix | undefined {
  const span = memberSpan(annotation, member);
  return span && { edits: [{ span, text: JSON.stringify(written.replace(name, () => right)) }] };
}
