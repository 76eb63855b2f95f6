import { onceFor } from "../../base/once-for.ts";
import { spanAt } from "../../base/span.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { typeIndexOf } from "../../contract/derive/type-index.ts";
import { agree } from "../../contract/names/inheritance.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { readTypeName } from "../../contract/names/type-name.ts";
import { resolvePath } from "../../contract/path/resolve-path.ts";
import { isCollection, isErrorBody } from "../../contract/promise/body-fit.ts";
import type { Folder } from "../../docs/folder.ts";
import { linkTarget } from "../../docs/link-target.ts";
import type { MethodDeclaration, Page, ResponsePromise, TypeReference } from "../../docs/page.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import { citedResponse } from "../cited.ts";
import { definePageRule, type Failure, type PageContext } from "../rule.ts";

/** The return types of a resource page's Methods table against the pages that it links. */
export const methodsReturnType = definePageRule("methods/return-type", {
  promise: "The Methods table returns what the linked page says that it returns.",
  weighs: { documented: "warning" },
  judge(context) {
    const methods = context.page.types.flatMap((type) => type.methods);
    if (methods.length === 0) return "not-applicable";
    return methods.flatMap((method) => judgeMethod(method, context));
  },
});

function judgeMethod(method: MethodDeclaration, context: PageContext): Failure[] {
  const { page, folder, contract } = context;
  const linked = linkedPage(method, page, folder);
  const successes = linked?.operation?.responses.filter(({ status }) => status < 300) ?? [];
  if (!linked || successes.length === 0) return [];
  if (method.returns.name === "") return isNone(method) ? withoutType(method, linked, successes) : [];
  const { resolve } = typeIndexOf(contract, folder);
  const said = resolve(method.returns, page);
  if (said.kind === "unknown") return [];
  if (successes.every(isEmptyHanded)) return withType(method, linked, successes);
  const bodies = successes.flatMap(({ body }) => (body ? [resolve(body, linked)] : []));
  const [first] = bodies;
  if (!first || bodies.some(({ kind }) => kind === "unknown")) return [];
  if (bodies.some((body) => agree(contract, body, said))) return inOtherNumber(method, linked, bodies);
  if (isToldByLink(method.returns, first, context) || isToldByAnnotation(said, linked, context)) return [];
  return [
    failure(
      method,
      successes.find(({ body }) => body),
      {
        message: `${nameOf(method)} returns "${shortName(said.name)}", but ${fileOf(linked)} says that it returns "${shortName(first.name)}"`,
        meant: shortName(first.name),
      },
    ),
  ];
}

/** `204 No Content`, and no example with a body. */
function isEmptyHanded({ status, body }: ResponsePromise): boolean {
  return status === 204 && body === undefined;
}

/** A type for what returns nothing. */
function withType(method: MethodDeclaration, linked: Page, [success]: readonly ResponsePromise[]): Failure[] {
  if (linked.examples.some(({ response }) => response?.message.body !== undefined)) return [];
  const message = `${nameOf(method)} returns "${method.returns.name}", but ${fileOf(linked)} says that it returns nothing`;
  return [
    failure(method, success, {
      message,
      meant: "None",
      advice: 'write "None" where nothing is returned',
    }),
  ];
}

/** One resource for what returns many, or the reverse; the page's own examples must show what its prose says. */
function inOtherNumber(method: MethodDeclaration, linked: Page, bodies: readonly TypeRef[]): Failure[] {
  const many = !method.returns.collection;
  if (bodies.some(({ collection }) => collection !== many)) return [];
  const shown = linked.examples.flatMap(({ response }) => response?.message.body?.json?.value ?? []);
  const answers = shown.filter((body) => !isErrorBody(body));
  if (answers.length === 0 || answers.some((body) => isCollection(body) !== many)) return [];
  const type = shortName(method.returns.name);
  const message = many
    ? `${nameOf(method)} returns one "${type}", but ${fileOf(linked)} says that it returns a collection`
    : `${nameOf(method)} returns a collection of "${type}", but ${fileOf(linked)} says that it returns one`;
  const response = linked.operation?.responses.find(({ body }) => body);
  return [failure(method, response, { message, meant: many ? `${type} collection` : type })];
}

/** "None" for what returns something. */
function withoutType(
  method: MethodDeclaration,
  linked: Page,
  successes: readonly ResponsePromise[],
): Failure[] {
  const returning = successes.find(({ body }) => body !== undefined && body.name !== "");
  if (!returning?.body || successes.some(({ body, status }) => body === undefined || status === 204))
    return [];
  const { name } = returning.body;
  const message = `${nameOf(method)} returns nothing, but ${fileOf(linked)} says that it returns "${name}"`;
  return [failure(method, returning, { message, meant: name })];
}

function isNone({ returns }: MethodDeclaration): boolean {
  return returns.length > 1;
}

function failure(
  { name, returns }: MethodDeclaration,
  response: ResponsePromise | undefined,
  said: Pick<Failure, "message" | "meant" | "advice">,
): Failure {
  return {
    status: "fail",
    ...said,
    span: spanAt(returns.location, returns.length),
    promise: citedResponse(
      response && { status: response.status, sentence: response.sentence, location: response.location },
    ),
    cause: { id: `methods ${name}` },
  };
}

/** Where the cell's own link leads to the type that is returned, its text is what is wrong, and reference/link-text. */
function isToldByLink({ link }: TypeReference, returned: TypeRef, { page, folder }: PageContext): boolean {
  const target = link && linkTarget(page.file, link.target);
  if (target?.anchor !== "") return false;
  return folder.declaredBy(target.file).some((name) => shortName(name) === shortName(returned.name));
}

/** Where two Methods tables, or one and the path, agree against a page, its prose and its annotation are copied. */
function isToldByAnnotation(said: TypeRef, linked: Page, context: PageContext): boolean {
  const { contract, folder } = context;
  const { resolve } = typeIndexOf(contract, folder);
  const copied = linked.examples.filter(({ response }) => {
    const written = response?.annotation?.members["@odata.type"];
    return typeof written === "string" && !agree(contract, readTypeName(contract, written), said);
  });
  if (copied.length === 0) return false;
  const onPath = copied.some(({ request }) => {
    const end = request && resolvePath(contract, readRequestUrl(request.message.url).segments);
    return end !== undefined && agree(contract, end.type, said);
  });
  const others = listingsOf(folder).get(linked) ?? [];
  return (
    onPath ||
    others.some(
      ({ method: other, page }) =>
        page !== context.page && agree(contract, resolve(other.returns, page), said),
    )
  );
}

/** By linked page the rows of all Methods tables that lead to it. */
const listingsOf = onceFor((folder: Folder) => {
  const listings = new Map<Page, { readonly page: Page; readonly method: MethodDeclaration }[]>();
  for (const page of folder.pages) {
    for (const method of page.types.flatMap((type) => type.methods)) {
      const linked = linkedPage(method, page, folder);
      if (linked) listings.set(linked, [...(listings.get(linked) ?? []), { page, method }]);
    }
  }
  return listings;
});

function linkedPage({ link }: MethodDeclaration, page: Page, folder: Folder): Page | undefined {
  const target = link && linkTarget(page.file, link.target);
  const linked = target && folder.page(target.file);
  return linked?.version === page.version ? linked : undefined;
}

function nameOf({ name }: MethodDeclaration): string {
  return `"${name}"`;
}

function fileOf({ file }: Page): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
