import { nearestNames } from "../../base/nearest-name.ts";
import type { Folder } from "../../docs/folder.ts";
import { directoryOf, linkTarget } from "../../docs/link-target.ts";
import type { Link, Page } from "../../docs/page.ts";
import type { Fix } from "../assertion.ts";
import { linkSpan, pagePointer, targetSpan } from "../page-place.ts";
import { definePageRule, type Outcome } from "../rule.ts";

type Verdict = "alive" | "no-page" | "no-anchor" | "unknown";

/** The folders of the documentation's repository, whose links the build turns into those of the site. */
const ofRepository = /^\/(?:concepts|api-reference|includes|media|images|changelog|docs|articles)\//i;

/** Relative links and includes that lead nowhere. */
export const deadLink = definePageRule("reference/dead-link", {
  promise: "Every relative link, include and anchor of the page leads to something that exists.",
  weighs: { documented: "error" },
  judge({ page, folder }) {
    const links = [...page.links, ...page.includes].filter(({ target }) => linkTarget(page.file, target));
    const onSite = page.links.filter(({ target }) => keepsExtension(target));
    const cut = page.links.flatMap((link) => withoutExtension(link, page, folder));
    if (links.length + onSite.length + cut.length === 0) return "not-applicable";
    const judged = links.map((link) => ({ link, verdict: verdictOn(link, page, folder) }));
    const dead = judged.filter(({ verdict }) => verdict === "no-page" || verdict === "no-anchor");
    const unknown = judged.filter(({ verdict }) => verdict === "unknown").map(({ link }) => link);
    const [first] = unknown;
    const targets = new Set(unknown.map(({ target }) => target));
    const message = `${targets.size} of the page's link targets are not among the pages read, which are an excerpt`;
    const notVerified: Outcome[] = first
      ? [{ status: "not-verified", reason: "not-in-folder", message, span: linkSpan(first) }]
      : [];
    return [
      ...dead.map(({ link, verdict }) => failure(link, verdict, page, folder)),
      ...onSite.map((link) => withExtension(link, page)),
      ...cut,
      ...notVerified,
    ];
  },
});

/** A path of the repository, or of the site, where no page has an extension: `/graph/paging.md`. */
function keepsExtension(target: string): boolean {
  const site = /^(?:https?:\/\/(?:docs|learn)\.microsoft\.com)?(\/[^?#]*)/i.exec(target)?.[1] ?? "";
  return /\.md$/i.test(site) && !(target.startsWith("/") && ofRepository.test(site));
}

/** The fix is the link without it; a path of the repository's folders leads nowhere without it, too. */
function withExtension(link: Link, page: Page): Outcome {
  const { target } = link;
  const meant = target.replace(/\.md(?=$|[?#])/i, "");
  const span = /\/api-reference\//i.test(target) ? undefined : targetSpan(link);
  return {
    status: "fail",
    message: `"${target}" leads to no page: on the site no page has the extension ".md"; did the page mean "${meant}"?`,
    span: linkSpan(link),
    meant,
    fix: span && { edits: [{ span, text: meant }] },
    cause: { id: `dead-link ${nameOf(page.file)} ${target}` },
  };
}

/**
 * A relative link of Markdown that leads to a page but for its extension: the build takes it for a file that is not
 * there. On the site, from where pages are saved as HTML, no link has one.
 */
function withoutExtension(link: Link, page: Page, folder: Folder): Outcome[] {
  const { target } = link;
  if (!/\.md$/i.test(page.file)) return [];
  const [, path = "", rest = ""] = /^([\w./-]*\w)([?#].*)?$/.exec(target) ?? [];
  if (path === "" || target.startsWith("/") || linkTarget(page.file, target)) return [];
  const written = linkTarget(page.file, `${path}.md`);
  const there = written && folder.page(written.file);
  if (!there) return [];
  const meant = `${path.replace(/[^/]*$/, "")}${nameOf(there.file)}${rest}`;
  const span = targetSpan(link);
  return [
    {
      status: "fail",
      message: `"${target}" lacks the extension of the page; did the page mean "${meant}"?`,
      span: linkSpan(link),
      pointer: pagePointer("links", target),
      meant,
      fix: span && { edits: [{ span, text: meant }] },
      cause: { id: `dead-link ${nameOf(page.file)} ${target}` },
    },
  ];
}

function verdictOn({ target }: Link, page: Page, folder: Folder): Verdict {
  const linked = linkTarget(page.file, target);
  if (!linked) return "alive";
  const there = folder.page(linked.file);
  if (!there && folder.isWhole(directoryOf(linked.file))) return "no-page";
  if (!there) return folder.lists(linked.file) && linked.anchor === "" ? "alive" : "unknown";
  return linked.anchor === "" ? "alive" : hasAnchor(there, linked.anchor.toLowerCase(), folder);
}

function hasAnchor(page: Page, anchor: string, folder: Folder): Verdict {
  if (page.headings.some((heading) => heading.anchor === anchor)) return "alive";
  for (const { target } of page.includes) {
    const linked = linkTarget(page.file, target);
    const included = linked && folder.page(linked.file);
    if (included?.headings.some((heading) => heading.anchor === anchor)) return "alive";
    if (!included && !/\/(?:snippets|permissions|rbac-for-apis)\//.test(target)) return "unknown";
  }
  return "no-anchor";
}

function failure(link: Link, verdict: Verdict, page: Page, folder: Folder): Outcome {
  const { target } = link;
  const { file = target, anchor = "" } = linkTarget(page.file, target) ?? {};
  const nearest =
    verdict === "no-page"
      ? nearestNames(
          nameOf(file),
          namesBeside(file, folder).filter((name) => isSlipOf(nameOf(file), name)),
        )
      : nearestNames(anchor, folder.page(file)?.headings.map((heading) => heading.anchor) ?? []);
  const [near] = nearest;
  const wrong =
    verdict === "no-page"
      ? `"${target}" leads to no page`
      : `"${target}" leads to no heading of ${nameOf(file)}`;
  return {
    status: "fail",
    message: near ? `${wrong}; did the page mean "${verdict === "no-page" ? near : `#${near}`}"?` : wrong,
    span: linkSpan(link),
    pointer: pagePointer("links", target),
    meant: near,
    fix: near && nearest.length === 1 ? retargeted(link, verdict, near) : undefined,
    cause: { id: `dead-link ${nameOf(page.file)} ${target}` },
  };
}

/** The link with the page or the anchor that was meant; undefined where its destination stands somewhere else. */
function retargeted(link: Link, verdict: Verdict, near: string): Fix | undefined {
  const span = targetSpan(link);
  const [path = "", fragment] = link.target.split("#");
  if (!span) return undefined;
  const text =
    verdict === "no-anchor"
      ? `${path}#${near}`
      : `${path.replace(/[^/]*$/, () => near)}${fragment === undefined ? "" : `#${fragment}`}`;
  return { edits: [{ span, text }] };
}

/**
 * Whether each word of a file's name is one of the other's, or nearly so: `lamp-delete.md` is no slip of
 * `lamp-update.md`, however few letters they differ in.
 */
function isSlipOf(written: string, name: string): boolean {
  const [words, others] = [wordsOf(written), wordsOf(name)];
  if (words.length !== others.length) return words.join("") === others.join("");
  return words.every((word, at) => {
    const other = others[at] ?? "";
    return word === other || (word.length > 3 && nearestNames(`${word}.md`, [`${other}.md`]).length > 0);
  });
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().replace(/\.md$/, "").split(/[-_]+/);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function namesBeside(file: string, folder: Folder): string[] {
  const directory = directoryOf(file);
  const { pages, includes, snippets } = folder;
  const beside = [...pages, ...includes, ...snippets].filter(({ file }) => directoryOf(file) === directory);
  return beside.map(({ file }) => nameOf(file));
}
