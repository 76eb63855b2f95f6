import { nearestNames } from "../../base/nearest-name.ts";
import type { Contract } from "../../contract/contract.ts";
import { primitiveName } from "../../contract/names/primitive.ts";
import { linkTarget } from "../../docs/link-target.ts";
import { definePageRule, type Outcome } from "../rule.ts";
import { isDeclaredName } from "./declared-names.ts";
import {
  isCamelCase,
  isQualified,
  simpleName,
  singulars,
  type TypeMention,
  typeMentions,
} from "./type-mentions.ts";

// Annotations write these with the namespace, though none of them is a type of Graph's.
const noType = /^microsoft\.graph\.(?:edm\.)?(?:json|none|null|object)$/i;

/** Types that the page names and nobody declares. */
export const unknownType = definePageRule("reference/unknown-type", {
  promise: "Every type that the page names is declared by a page.",
  weighs: { documented: "warning" },
  judge({ page, contract, folder }) {
    const mentions = typeMentions(page).filter(isJudged);
    if (mentions.length === 0) return "not-applicable";
    const unknown = mentions.filter((mention) => {
      if (singulars(simpleName(mention.name)).some((name) => isDeclaredName(name, folder, contract)))
        return false;
      // Where the link leads is for reference/link-text and reference/dead-link to say.
      const target = mention.link ? linkTarget(page.file, mention.link.target) : undefined;
      return mention.link === undefined || (target !== undefined && !folder.page(target.file));
    });
    if (folder.hasAllTypes(page.version)) {
      return unknown.filter(({ link }) => !link).map((mention) => failure(mention, contract));
    }
    const [first] = unknown;
    return first ? [notVerified(first, unknown)] : [];
  },
});

/** A bare word of a sentence or cell is no claim that a type of that name exists. */
function isJudged({ name, place }: TypeMention): boolean {
  if (primitiveName(name.replace(/^microsoft\.graph\./i, "")) || noType.test(name)) return false;
  return isQualified(name) || (place === "cell" && isCamelCase(name));
}

function failure({ name, span, pointer }: TypeMention, contract: Contract): Outcome {
  const declared = new Map(
    [...Object.keys(contract.types), ...Object.keys(contract.enums)].map((type) => [simpleName(type), type]),
  );
  const nearest = nearestNames(simpleName(name), [...declared.keys()]);
  const meant = declared.get(nearest[0] ?? "");
  // A cell with more than the name in it is no text to replace.
  const isWhole = span.end.column - span.start.column === name.length;
  return {
    status: "fail",
    message: `"${name}" is declared by no page of the documentation${meant ? `; did the page mean "${meant}"?` : ""}`,
    span,
    pointer,
    meant,
    fix: meant && isWhole && nearest.length === 1 ? { edits: [{ span, text: meant }] } : undefined,
    cause: { id: `unknown-type ${name}` },
  };
}

function notVerified(first: TypeMention, all: readonly TypeMention[]): Outcome {
  const names = [...new Set(all.map(({ name }) => `"${name}"`))].sort();
  return {
    status: "not-verified",
    reason: "not-in-folder",
    message: `the pages read declare no ${names.join(", ")}; they are an excerpt of the documentation`,
    span: first.span,
  };
}
