import { primitiveName } from "../../contract/names/primitive.ts";
import type { Folder } from "../../docs/folder.ts";
import { linkTarget } from "../../docs/link-target.ts";
import type { Page } from "../../docs/page.ts";
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

interface LinkedMention extends TypeMention {
  readonly target: Page;
  /** The names that the target page declares. */
  readonly declared: readonly string[];
}

/** The text and the target of a type's link. */
export const linkText = definePageRule("reference/link-text", {
  promise: "A link whose text names a type leads to the page that declares this type.",
  weighs: { documented: "warning" },
  judge({ page, contract, folder }) {
    const linked = typeMentions(page).flatMap((mention) => follow(mention, page, folder));
    if (linked.length === 0) return "not-applicable";
    return linked
      .filter((mention) => !agrees(mention, (name) => isDeclaredName(name, folder, contract)))
      .map(failure);
  },
});

/** A link to an anchor means that section, and a page that declares no type (an overview, a list of enums) any. */
function follow(mention: TypeMention, page: Page, folder: Folder): LinkedMention[] {
  if (primitiveName(mention.name.replace(/^microsoft\.graph\./i, ""))) return [];
  const linked = mention.link ? linkTarget(page.file, mention.link.target) : undefined;
  const target = linked && linked.anchor === "" ? folder.page(linked.file) : undefined;
  if (!target || target.types.length === 0) return [];
  return [{ ...mention, target, declared: folder.declaredBy(target.file) }];
}

function agrees(mention: LinkedMention, isKnown: (name: string) => boolean): boolean {
  const text = simpleName(mention.name);
  const declared = mention.declared.map(simpleName);
  if (declared.includes(text)) return true;
  if (isQualified(mention.name)) return false;
  // Unqualified, the text is also a word of English: in the plural, short for a longer name (`thread` for
  // conversationThread), or the page's own title.
  const words = singulars(text);
  if (words.some((word) => declared.includes(word))) return true;
  // In a column of types the exact name of another type is that type.
  if (mention.place === "cell" && isKnown(text)) return false;
  if (!isCamelCase(mention.name)) return true;
  const titles = [
    mention.target.title.toLowerCase(),
    mention.target.file.toLowerCase().replace(/^.*\/|\.md$/g, ""),
  ];
  return words.some(
    (word) =>
      declared.some((name) => name.startsWith(word) || name.endsWith(word)) ||
      titles.some((title) => title.split(/[^a-z0-9]+/).includes(word)),
  );
}

function failure({ name, target, declared, span, pointer }: LinkedMention): Outcome {
  const [main = ""] = declared;
  const file = target.file.replace(/^.*\//, "");
  const others = declared.length > 1 ? ` (and ${declared.length - 1} more)` : "";
  const plural = singulars(simpleName(name)).includes(simpleName(main));
  return {
    status: "fail",
    message: `the link's text names "${name}", but its target ${file} declares "${main}"${others}`,
    span,
    pointer,
    meant: plural ? main : undefined,
    advice: plural ? `the name of the type is ${main}` : undefined,
    cause: { id: `link-text ${name} ${file}` },
  };
}
