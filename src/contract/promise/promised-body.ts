import { isGuid } from "../../odata/edm-format.ts";
import { isPathParameter, readSegment } from "../../odata/path-segments.ts";
import type { Contract, Operation, ResponseContract, TypeRef } from "../contract.ts";
import { agree, derivesFrom } from "../names/inheritance.ts";
import { typeNamed } from "../names/type-named.ts";
import { fitBody, isCollection, isErrorBody } from "./body-fit.ts";
import { type BodyEvidence, bodyWitnesses, contextOf, type Witness } from "./body-witnesses.ts";

export interface PromisedBody {
  /** Absent when nothing says it, or no body is promised. */
  readonly type?: TypeRef;
  /** A body may well come, and nobody says of which type. */
  readonly unsaid?: true;
  readonly witnesses: readonly Witness[];
}

/**
 * What each witness's word on the type weighs. Prose is read by the most people. A body has no name for its type,
 * but it has been returned by a service: when it fits one of the types named and contradicts the others, it weighs
 * as much as prose. The others are often copied from a neighbouring page.
 */
const weights: Readonly<Record<Witness["who"], number>> = {
  prose: 3,
  body: 3,
  methods: 2,
  path: 2,
  context: 2,
  annotation: 2,
};

/**
 * What the body should be: every witness, and the type that most of them name. Where a base type and one that
 * derives from it are named, that is no contradiction. Nothing is promised for errors, 204, `$count` and `$value`;
 * an error that comes with the status of a success is an error all the same.
 */
export function promisedBody(contract: Contract, evidence: BodyEvidence): PromisedBody {
  const { status = 200, segments } = evidence;
  if (status === 204 || status >= 300 || /^\$(?:count|value|ref)$/.test(segments.at(-1) ?? "")) {
    return { witnesses: [] };
  }
  if (evidence.raw && isAnnotatedRaw(evidence)) return { type: stream, witnesses: [] };
  // Each of its items is a result or an error, and no resource.
  if (status === 207) return { witnesses: [], unsaid: true };
  const witnesses = bodyWitnesses(contract, evidence);
  const type = weigh(contract, witnesses, evidence.body);
  if (!type) return isErrorBody(evidence.body) ? { witnesses } : { witnesses, unsaid: true };
  if (isErrorBody(evidence.body) && !hasProperty(contract, type, "error")) return { witnesses: [] };
  return {
    type: { ...type, collection: isPromisedCollection(contract, type, witnesses, evidence) },
    witnesses,
  };
}

const stream: TypeRef = { kind: "primitive", name: "Edm.Stream", collection: false };

/** The annotation says that what comes is the content of a file, and so does the body: the sentence is of another request. */
function isAnnotatedRaw({ declared }: BodyEvidence): boolean {
  return /^(?:edm\.)?(?:stream|binary|string)$/i.test(declared?.type ?? "");
}

function hasProperty(contract: Contract, { name }: TypeRef, property: string): boolean {
  const type = typeNamed(contract, name);
  return type?.properties.some((other) => other.name === property) ?? false;
}

function weigh(contract: Contract, witnesses: readonly Witness[], body: unknown): TypeRef | undefined {
  const types = [...new Map(witnesses.map(({ type }) => [type.name, type])).values()];
  const ranked = types
    .map((type) => {
      const family = witnesses.filter((witness) => agree(contract, witness.type, type));
      return {
        family,
        score: isOneVoice(family, witnesses) ? weights.prose : sum(family.map(({ who }) => weights[who])),
        unknown: unknownNames(contract, type, body),
      };
    })
    .sort((a, b) => b.score - a.score || a.unknown - b.unknown);
  const family = ranked[0]?.family ?? [];
  return mostDerived(contract, family, body);
}

/**
 * Annotation and prose of one page are copied from each other: they count as one where they stand alone against two of
 * those who do not know of them, the Methods tables of other pages and the path.
 */
function isOneVoice(family: readonly Witness[], all: readonly Witness[]): boolean {
  const own = family.every(({ who }) => who === "prose" || who === "annotation");
  const others = all.filter((one) => !family.includes(one));
  return (
    own && family.length > 1 && others.filter(({ who }) => who === "methods" || who === "path").length > 1
  );
}

/**
 * Of a family the type that the body fits best. Where several fit alike: the most derived one that two witnesses
 * name, or that one names when no two agree.
 */
function mostDerived(contract: Contract, family: readonly Witness[], body: unknown): TypeRef | undefined {
  const types = [...new Map(family.map(({ type }) => [type.name, type])).values()];
  const voices = (type: TypeRef) => family.filter((witness) => witness.type.name === type.name).length;
  const spoken = Math.min(2, Math.max(0, ...types.map(voices)));
  const [best] = types
    .map((type) => ({
      type,
      unknown: unknownNames(contract, type, body),
      enough: voices(type) >= spoken ? 0 : 1,
      bases: types.filter((other) => derivesFrom(contract, type.name, other.name) === true).length,
      undeclared: type.kind === "unknown" ? 1 : 0,
    }))
    .sort(
      (a, b) =>
        a.undeclared - b.undeclared || a.unknown - b.unknown || a.enough - b.enough || b.bases - a.bases,
    );
  return best?.type;
}

function unknownNames(contract: Contract, type: TypeRef, body: unknown): number {
  const fit = fitBody(contract, type, body);
  return fit.certain ? fit.unknown : 0;
}

/**
 * Whether a collection is promised. Prose that says so means it; prose that names one resource has often only left
 * the word out, and an annotation nearly always does. A key at the end of the path, and `/$entity`, mean one
 * resource. At a tie the body's own form decides; of what a service has sent it decides only where the pages hardly
 * say anything.
 */
function isPromisedCollection(
  contract: Contract,
  type: TypeRef,
  witnesses: readonly Witness[],
  evidence: BodyEvidence,
): boolean {
  const own = isCollection(evidence.body);
  if (isCopied(contract, type, witnesses, evidence)) return !own;
  let balance = evidence.body === undefined || evidence.served ? 0 : own ? 2 : -2;
  for (const witness of witnesses) {
    if (!agree(contract, witness.type, type)) continue;
    balance += collectionVote(witness);
  }
  const resolved = (who: Witness["who"]) => witnesses.some((witness) => witness.who === who);
  if (!resolved("path") && endsInKey(evidence.segments)) balance -= 2;
  if (!evidence.served && !resolved("context") && contextOf(evidence.body)?.entity) balance -= 2;
  if (evidence.served && Math.abs(balance) < 2) return own;
  return balance === 0 ? own : balance > 0;
}

/**
 * True where the sentence and the path, and the annotation where it speaks, all say the other form: then the body was
 * copied from another page, and its own context with it.
 */
function isCopied(
  contract: Contract,
  type: TypeRef,
  witnesses: readonly Witness[],
  { body, served, segments, method }: BodyEvidence,
): boolean {
  if (served || body === undefined || method !== "GET") return false;
  const own = isCollection(body);
  const said = (who: Witness["who"]) => witnesses.filter((witness) => witness.who === who);
  const agrees = (one: Witness) => agree(contract, one.type, type) && one.type.collection !== own;
  const path = said("path");
  const named = [...said("prose"), ...path];
  const isPathOther = path.length > 0 || (own && endsInKey(segments));
  return (
    said("prose").length > 0 &&
    isPathOther &&
    named.every(agrees) &&
    said("methods").every(agrees) &&
    isAnnotated(said("annotation"), own)
  );
}

/** An annotation has often only left out `isCollection`. */
function isAnnotated(annotations: readonly Witness[], own: boolean): boolean {
  return annotations.every(({ type }) => type.collection !== own || !own);
}

function collectionVote({ who, type: { collection } }: Witness): number {
  if (who === "prose") return collection ? 3 : -1;
  if (who === "annotation") return collection ? 2 : 0;
  if (who === "methods") return collection ? 1 : -1;
  return who === "body" ? 0 : collection ? 2 : -2;
}

function endsInKey(segments: readonly string[]): boolean {
  const { name, key } = readSegment(segments.at(-1) ?? "");
  return key !== undefined || isPathParameter(name) || isGuid(name);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The response with which the page of an operation says that it succeeds: the first of them where it names several. */
export function successResponse(operation: Operation | undefined): ResponseContract | undefined {
  return operation?.responses.find(({ status }) => status < 300);
}
