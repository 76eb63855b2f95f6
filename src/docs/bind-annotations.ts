import type { Annotation, Block, Fence } from "./block.ts";
import { annotationSpan } from "./markdown/annotation-span.ts";
import type { BoundAnnotation, Flaw } from "./page.ts";

/** Block types that the dialect knows; `permissions` and `authScopes` stand before a table, not a fence. */
const fenceTypes = new Set([
  "ignored",
  "request",
  "response",
  "resource",
  "example",
  "samples",
  "simulatedresponse",
  "error",
]);
const otherTypes = new Set(["permissions", "authscopes"]);

/** An annotation describes the next fence, unless another annotation stands between. */
export function bindAnnotations(blocks: readonly Block[]): { annotations: BoundAnnotation[]; flaws: Flaw[] } {
  const annotations: BoundAnnotation[] = [];
  const flaws: Flaw[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "annotation") continue;
    const type = block.blockType.toLowerCase();
    if (otherTypes.has(type)) {
      annotations.push(block);
      continue;
    }
    // Permissions that no tool may write anew.
    if (type === "ignored" && blocks[index + 1]?.kind === "table") {
      annotations.push(block);
      continue;
    }
    let after = index + 1;
    while (after < blocks.length && !endsSearch(blocks[after])) after++;
    const next = blocks[after];
    const fence = next?.kind === "fence" ? next : undefined;
    annotations.push(fence ? { ...block, fence } : block);
    const flaw = unbound(block, fence);
    if (flaw) flaws.push(flaw);
  }
  return { annotations, flaws };
}

/** A fence is found, or another annotation that binds to one. */
function endsSearch(block: Block | undefined): boolean {
  if (block?.kind === "annotation") return !otherTypes.has(block.blockType.toLowerCase());
  return block?.kind === "fence";
}

function unbound(annotation: Annotation, fence: Fence | undefined): Flaw | undefined {
  const { blockType } = annotation;
  const rule = "annotation/unbound";
  const span = annotationSpan(annotation);
  if (blockType !== "" && !fenceTypes.has(blockType.toLowerCase())) {
    const known = [...fenceTypes, ...otherTypes].join(", ");
    return { rule, message: `"${blockType}" is no block type; the dialect has ${known}`, span };
  }
  if (fence) return undefined;
  const message = `no fence follows the ${blockType || "untyped"} annotation that it could describe`;
  return { rule, message, span };
}
