import type { Contract, TypeRef } from "../../contract/contract.ts";
import { derivesFrom, ROOT } from "../../contract/names/inheritance.ts";
import { primitiveName } from "../../contract/names/primitive.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { findTypeAnywhere, findTypeInPlace, isForeignName } from "../../contract/names/type-name.ts";
import type { PromisedBody } from "../../contract/promise/promised-body.ts";
import { isPlaceholder } from "../../contract/validation/placeholder.ts";
import { locateInJson } from "../../http/read-json.ts";
import { isBroken, isReadable } from "../body/readable-body.ts";
import {
  defineRule,
  type ExchangeContext,
  type NotVerified,
  type Outcome,
  type RequestContext,
  type Verdicts,
  type Weights,
} from "../rule.ts";
import { isPath, pathAsType } from "./path-as-type.ts";
import { isStranger } from "./stranger.ts";
import { type TypeAnnotation, typeAnnotations } from "./type-annotations.ts";
import { isWithoutHash, typesWithoutHash } from "./without-hash.ts";

/** `@odata.type` without `#`, or one that names a type which has no business there: one finding for each name. */
export const typeName = defineRule("odata/type-name", {
  promise: 'An @odata.type is "#" and the name of the documented type or of one that derives from it.',
  weighs: { documented: "error", mock: "error", tenant: "warning" },
  idle: "no answer named a type",
  judge,
  judgeRequest: (asked) => judge(sentBody(asked)),
});

/** The body of a request in the place of an answer's. */
function sentBody(context: RequestContext): ExchangeContext {
  const { request } = context.exchange;
  const { body, headers, target: startLine, location } = request;
  const type = context.operation?.requestBody;
  return {
    ...context,
    response: { reason: "", startLine, headers, ...(body ? { body } : {}), location },
    authored: true,
    promised: { ...(type ? { type } : {}), witnesses: [] },
    violations: [],
    gaps: [],
    locate: (pointer, part) => (body ? locateInJson(body.text, body.location, pointer, part) : startLine),
  };
}

function judge(context: ExchangeContext): Verdicts {
  const found = typeAnnotations(context);
  if (found.length === 0) return "not-applicable";
  const outcomes = new Map<string, Outcome>();
  for (const annotation of found) {
    const outcome = judgeOne(context, annotation);
    if (outcome && isReadable(context, outcome.span)) {
      const cause = `${outcome.message} ${outcome.status}`;
      outcomes.set(cause, together(outcomes.get(cause), outcome));
    }
  }
  for (const outcome of firstWithoutHash(context, found)) {
    if (isReadable(context, outcome.span)) outcomes.set(outcome.message, outcome);
  }
  if (outcomes.size > 0) return [...outcomes.values()];
  // One doubt stands for all.
  for (const annotation of found) {
    const doubt = doubtOf(context, annotation);
    if (doubt && isReadable(context, doubt.span)) return [doubt];
  }
  return isBroken(context) ? "not-applicable" : [];
}

/** The first place is told; what mends it mends the others, too. */
function together(first: Outcome | undefined, other: Outcome): Outcome {
  if (first?.status !== "fail" || other.status !== "fail") return first ?? other;
  const edits = [...(first.fix?.edits ?? []), ...(other.fix?.edits ?? [])];
  return edits.length === 0 ? first : { ...first, fix: { edits } };
}

function judgeOne(context: ExchangeContext, annotation: TypeAnnotation): Outcome | undefined {
  const { written, pointer, declared } = annotation;
  const name = nameIn(annotation);
  // The name of a primitive type may do without "#" (OData JSON 4.01, section 4.5.3).
  if (primitiveName(name)) return undefined;
  // Most are right, and need no place.
  const at = () => context.locate(pointer);
  const is = `"@odata.type" is "${written}"`;
  const hashless = !written.includes("#");
  if (isPath(name)) return { ...pathAsType(context, annotation), ...wrong };
  if (context.authored && isLeftOut(annotation, name) && !isForeignName(context.contract, name)) {
    return { status: "not-verified", reason: "placeholder", message: is, span: at(), pointer };
  }
  const known = findTypeAnywhere(context.contract, name);
  const failure = { status: "fail", span: at(), pointer } as const;
  const renamed = (meant: string) => ({
    meant: `#${meant}`,
    fix: {
      edits: [{ span: at(), text: JSON.stringify(written.replace(name, () => meant).replace(/^#?/, "#")) }],
    },
  });
  if (isForeignName(context.contract, name)) {
    const message = `${is}; "${name.slice(0, name.lastIndexOf("."))}" is no namespace of Graph`;
    const cause = { id: `type-name-namespace ${name}` };
    return { ...failure, ...wrong, message, ...(known ? renamed(known.name) : {}), cause };
  }
  const meant = known ? undefined : inPlace(context.contract, annotation)?.name;
  if (meant !== undefined) {
    const message = `${is}, which nothing declares; the page of the type writes "${meant}"`;
    return { ...failure, ...wrong, message, ...renamed(meant), cause: { id: `type-name-namespace ${name}` } };
  }
  if (known && declared && isOther(context, annotation, known.name, declared)) {
    const message = `${is}; ${shortName(known.name)} does not derive from ${shortName(declared)}, the documented type`;
    const severity = context.authored ? undefined : "error";
    return { ...failure, severity, message, cause: { id: `type-name ${declared} ${name}` } };
  }
  if (known && !name.includes(".")) {
    const message = `${is}, without its namespace; the page of the type writes "${known.name}"`;
    return {
      ...failure,
      ...wrong,
      message,
      ...renamed(known.name),
      cause: { id: `type-name-short ${name}` },
    };
  }
  if (known && known.name !== name && known.name.toLowerCase() === name.toLowerCase()) {
    const message = `${is}; the page of the type writes "${known.name}", and letter case counts`;
    const cause = { id: `type-name-case ${name}` };
    return { ...failure, weighs: mild, message, ...renamed(known.name), cause };
  }
  // On a page they are one finding.
  if (!hashless || context.authored) return undefined;
  const message = `${is}, without "#"; it is "#${written}"`;
  return { ...failure, message, ...renamed(name), cause: { id: `type-name-without-hash ${name}` } };
}

const mild: Weights = { documented: "warning", mock: "error", tenant: "warning" };
const wrong = { weighs: { documented: "error", mock: "error", tenant: "warning" } } as const;

/** The type that a name means which is right but for its namespace. */
function inPlace(contract: Contract, annotation: TypeAnnotation): TypeRef | undefined {
  const { declared } = annotation;
  return declared === undefined ? undefined : findTypeInPlace(contract, nameIn(annotation), declared);
}

/** What a service names is held to what the pages say alone. */
function isOther(
  { contract, authored, promised }: ExchangeContext,
  { names, pointer }: TypeAnnotation,
  named: string,
  declared: string,
): boolean {
  if (!authored) return derivesFrom(contract, named, declared) === false;
  const isOfBody = declared === promised.type?.name && /^(?:\/value(?:\/\d+)?)?\/[^/]+$/.test(pointer);
  return !(isOfBody && isSibling(contract, promised, named)) && isStranger(contract, named, declared, names);
}

/** One witness names the base type, another one of those that derive from it: then so may the others come. */
function isSibling(contract: Contract, { witnesses }: PromisedBody, named: string): boolean {
  return witnesses.some(
    ({ who, type }) =>
      who !== "body" && type.name !== ROOT && derivesFrom(contract, named, type.name) === true,
  );
}

/** A missing `#` is hardly ever mended: the first of a page is told, and what mends it mends the others. */
function firstWithoutHash(context: ExchangeContext, found: readonly TypeAnnotation[]): Outcome[] {
  const { exchange, contract, authored, locate } = context;
  const own = found.filter(({ written, alone }) => !alone && isWithoutHash(written));
  const [first] = own;
  if (!authored || !first) return [];
  const all = typesWithoutHash(contract, exchange.file);
  const at = locate(first.pointer).start.line;
  if (all.some(({ span }) => span.start.line < at)) return [];
  const here = own.map(({ written, pointer }) => ({ written, span: locate(pointer) }));
  const last = here.at(-1)?.span.start.line ?? at;
  const places = [...here, ...all.filter(({ span }) => span.start.line > last)];
  const { written, pointer } = first;
  const more = places.length === 1 ? "" : `, as ${places.length - 1} more of the page`;
  return [
    {
      status: "fail",
      message: `"@odata.type" is "${written}", without "#"${more}; did the page mean "#${written}"?`,
      meant: `#${written}`,
      span: locate(pointer),
      pointer,
      fix: {
        edits: places.map((place) => ({ span: place.span, text: JSON.stringify(`#${place.written}`) })),
      },
      cause: { id: "type-name-without-hash" },
      weighs: { documented: "info" },
    },
  ];
}

/** Why nobody can say whether the type may stand there; undefined where somebody can, and for primitive types. */
function doubtOf({ contract, locate }: ExchangeContext, annotation: TypeAnnotation): NotVerified | undefined {
  const { written, pointer, declared, ofObject } = annotation;
  const name = nameIn(annotation);
  if (!ofObject || primitiveName(name)) return undefined;
  const known = findTypeAnywhere(contract, name);
  const doubt = (reason: NotVerified["reason"], why: string): NotVerified => {
    const message = `whether "${written}" may stand there is not known: ${why}`;
    return { status: "not-verified", reason, message, span: locate(pointer), pointer };
  };
  if (!declared) return doubt("undocumented", "no page here says which type belongs there");
  if (!known && inPlace(contract, annotation)) return undefined;
  if (!known) return doubt("not-in-folder", "no page here declares it");
  if (derivesFrom(contract, known.name, declared) !== undefined) return undefined;
  return doubt("not-in-folder", `no page here says that it is a ${shortName(declared)}, or that it is none`);
}

function nameIn({ written }: TypeAnnotation): string {
  return written.slice(written.indexOf("#") + 1).replace(/^Collection\((.*)\)$/, "$1");
}

/** An object with nothing but its type says what belongs there. */
function isLeftOut({ written, alone }: TypeAnnotation, name: string): boolean {
  return /\w\.\w/.test(name) ? alone && !written.includes("#") : isPlaceholder(written);
}
