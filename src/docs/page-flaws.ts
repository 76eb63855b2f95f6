import { betaDisclaimers } from "./beta-disclaimer.ts";
import { blankLineFlaws } from "./blank-line-flaws.ts";
import { permissionTableFlaws } from "./declarations/permission-flaws.ts";
import { permissionOrderFlaws } from "./declarations/permission-order.ts";
import { permissionSectionFlaws } from "./declarations/permission-section.ts";
import { namespaceFlaws } from "./declarations/read-namespace.ts";
import { typeTables } from "./declarations/read-types.ts";
import { tableFlaws } from "./declarations/table-flaws.ts";
import { tabFlaws } from "./markdown/tab-groups.ts";
import type { Flaw, PageExample } from "./page.ts";
import type { PageOutline } from "./page-outline.ts";
import type { PageSource } from "./page-source.ts";
import { templateText } from "./template-text.ts";

/** What is not as it should be on a page, of whatever part; of its examples and its operation it is known by who read them. */
export function pageFlaws(
  source: PageSource,
  outline: PageOutline,
  shown: { readonly examples: readonly PageExample[]; readonly flaws: readonly Flaw[] },
  operationFlaws: readonly Flaw[],
): Flaw[] {
  const { blocks, writtenAs } = source;
  const { kind, placed, headings, tables, annotations } = outline;
  const template = templateText(blocks, source.frontMatter);
  const isTemplate = ({ span }: Flaw) => template.some((other) => other.span.start.line === span.start.line);
  return [
    ...source.frontMatterFlaws().filter((flaw) => !isTemplate(flaw)),
    ...template,
    ...(source.version === "beta" || kind === "include" ? [] : betaDisclaimers(placed)),
    ...(writtenAs === "markdown" ? tabFlaws(source.body, outline.titleLocation.file) : []),
    ...tables.flatMap(permissionTableFlaws),
    ...(kind === "api" ? permissionSectionFlaws(placed, headings) : []),
    ...tables.flatMap(permissionOrderFlaws),
    ...source.flaws,
    ...outline.annotationFlaws,
    ...(kind === "resource" ? typeFlaws() : []),
    ...operationFlaws,
    ...shown.flaws,
    // The text of a rendered page has lost its empty lines.
    ...(writtenAs === "text" ? [] : blankLineFlaws(shown.examples)),
  ];

  function typeFlaws(): Flaw[] {
    const { properties, relationships } = typeTables(outline);
    return [...namespaceFlaws(blocks, annotations), ...[...properties, ...relationships].flatMap(tableFlaws)];
  }
}
