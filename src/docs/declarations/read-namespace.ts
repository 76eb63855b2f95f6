import { placesIn } from "../../base/places-in.ts";
import { spanAt } from "../../base/span.ts";
import type { Block, BoundAnnotation } from "../block.ts";
import type { Flaw } from "../page.ts";

const line = /^Namespace:\s*`?(microsoft\.graph[\w.]*)/im;
const usual = "microsoft.graph";

/** The namespace that a page names above all it says; Graph's own where it names none. */
export function readNamespace(blocks: readonly Block[]): string {
  return namedIn(blocks)?.namespace ?? usual;
}

/**
 * A line that names another namespace than the type of the page's first JSON representation has. Tools read the type,
 * readers the line: which of them is right no page says.
 *
 *     Namespace: microsoft.graph
 *     <!-- { "blockType": "resource", "@odata.type": "microsoft.graph.termStore.set" } -->
 */
export function namespaceFlaws(blocks: readonly Block[], annotations: readonly BoundAnnotation[]): Flaw[] {
  const named = namedIn(blocks);
  const first = annotations.find(({ blockType }) => blockType.toLowerCase() === "resource");
  const type = first?.members["@odata.type"];
  const own =
    typeof type === "string" ? /^#?(microsoft\.graph(?:\.\w+)*)\.\w+$/.exec(type.trim())?.[1] : undefined;
  if (!named || own === undefined || own === named.namespace) return [];
  return [
    {
      rule: "annotation/type-name",
      message: `the page says "Namespace: ${named.namespace}", the annotation of its JSON representation "${type}"`,
      span: named.span,
      advice: "write the namespace of the type in both",
    },
  ];
}

function namedIn(blocks: readonly Block[]) {
  for (const block of blocks) {
    const found = block.kind === "paragraph" ? line.exec(block.text) : null;
    if (!found || block.kind !== "paragraph") continue;
    const [written, name = ""] = found;
    const span = spanAt(placesIn(block.location, block.text)(found.index), written.length);
    return { namespace: name.replace(/\.$/, ""), span };
  }
  return undefined;
}
