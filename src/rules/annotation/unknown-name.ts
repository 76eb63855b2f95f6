import { groupBy } from "../../base/group-by.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import type { Annotation } from "../../docs/block.ts";
import { annotationNames } from "../../docs/markdown/annotation-names.ts";
import { annotationSpan, nameSpan } from "../../docs/markdown/annotation-span.ts";
import { definePageRule, type Failure } from "../rule.ts";

const known: ReadonlySet<string> = new Set(annotationNames);
/** Names of before are read, and nobody means them who misspells another. */
const candidates = annotationNames.filter((name) => !/^@(?:type|property)|^isOpenType$/.test(name));

/** Names in annotations that the dialect does not have: what stands there is read by nobody. */
export const unknownAnnotationName = definePageRule("annotation/unknown-name", {
  promise: "The names in an annotation are those of the dialect, in its letters.",
  weighs: { documented: "warning" },
  judge({ page }) {
    if (page.annotations.length === 0) return "not-applicable";
    const unknown = page.annotations
      .filter(({ blockType }) => !/^ignored$/i.test(blockType))
      .flatMap((annotation) =>
        Object.keys(annotation.members)
          .filter((name) => !known.has(name))
          .map((name) => ({ annotation, name })),
      );
    return [...groupBy(unknown, ({ name }) => name)].map(([name, places]) =>
      failure(
        name,
        places.map(({ annotation }) => annotation),
      ),
    );
  },
});

function failure(name: string, annotations: readonly Annotation[]): Failure {
  const [first] = annotations;
  if (!first) throw new Error("a finding without a place");
  const near = nearestNames(name.trim(), candidates);
  const meant = near.length === 1 ? near[0] : undefined;
  const says = `"${name}" is no name of an annotation`;
  const span = nameSpan(first, name) ?? annotationSpan(first);
  const cause = { id: `annotation-name ${name}` };
  if (meant === undefined) {
    const advice = "delete it: nothing reads what it says";
    return { status: "fail", severity: "info", message: says, span, advice, cause };
  }
  const edits = annotations.flatMap((annotation) => {
    const at = Object.hasOwn(withoutCopies(annotation), meant) ? undefined : nameSpan(annotation, name);
    return at ? [{ span: at, text: JSON.stringify(meant) }] : [];
  });
  return {
    status: "fail",
    message: `${says}; did the page mean "${meant}"?`,
    span,
    meant,
    fix: edits.length === annotations.length ? { edits } : undefined,
    cause,
  };
}

/** The members whose names are written so. */
function withoutCopies(annotation: Annotation): Record<string, unknown> {
  const own = Object.entries(annotation.members).filter(([name]) => nameSpan(annotation, name) !== undefined);
  return Object.fromEntries(own);
}
