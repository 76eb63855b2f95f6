import { isObject } from "../../base/is-object.ts";
import { spanAt } from "../../base/span.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { agree } from "../../contract/names/inheritance.ts";
import { itemsOf } from "../../contract/promise/body-fit.ts";
import type { Witness } from "../../contract/promise/body-witnesses.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import type { Annotation } from "../../docs/block.ts";
import { annotationSpan, memberSpan } from "../../docs/markdown/annotation-span.ts";
import type { Fix } from "../assertion.ts";
import { citedResponse } from "../cited.ts";
import { defineRule, type ExchangeContext } from "../rule.ts";

const voices: Readonly<Record<Witness["who"], string>> = {
  annotation: "the annotation",
  prose: "the Response section",
  methods: "the Methods table",
  path: "the path",
  context: "@odata.context",
  body: "the body",
};

/** The type of a response annotation against everything else that says which type the body has. */
export const responseType = defineRule("annotation/response-type", {
  promise: "A response annotation declares the type that the page's prose, links, path and body say.",
  weighs: { documented: "error" },
  judge(context) {
    const { exchange, contract, promised, response } = context;
    const annotation = promised.witnesses.find(({ who }) => who === "annotation");
    const others = promised.witnesses.filter(({ who }) => who !== "annotation");
    if (!exchange.declared || !annotation || !promised.type || others.length === 0) return "not-applicable";
    const majority = promised.type;
    if (agree(contract, annotation.type, majority)) return [];
    // The body names the annotation's type itself: then the page of one of the two types forgets to say that it
    // inherits from the other, and odata/type-name judges that.
    if (typesNamed(response.body?.json?.value).some((name) => name === annotation.type.name)) return [];
    const against = others.filter((witness) => agree(contract, witness.type, majority));
    // One word against one: nobody is in the minority.
    if (against.length < 2) return "not-applicable";
    // Without a page of its own, the annotated type may as well derive from the other.
    const said = `the annotation declares "${annotation.type.name}", but ${wordsOf(against, majority)}`;
    const { location } = exchange.declared;
    const shown = context.page?.annotations.find((other) => other.location.line === location.line);
    const span = shown ? annotationSpan(shown) : spanAt(location);
    if (annotation.type.kind === "unknown") {
      const message = `${said}; no page of "${annotation.type.name}" was read`;
      return [{ status: "not-verified", reason: "not-in-folder", message, span }];
    }
    return [
      {
        status: "fail",
        message: said,
        span,
        meant: majority.name,
        advice: `write "@odata.type": "${majority.name}"`,
        promise: citedResponse(proseOf(context, against)),
        // A witness that says a third type leaves it open which one is right.
        fix: against.length === others.length ? retyped(shown, majority.name) : undefined,
      },
    ];
  },
});

/** The sentence of the page that is one of the witnesses. */
function proseOf({ operation }: ExchangeContext, witnesses: readonly Witness[]) {
  const prose = witnesses.find(({ who }) => who === "prose");
  return operation?.responses.find(({ location }) => location === prose?.location);
}

/** The annotation with another type; `Collection()` and `#` stay. */
function retyped(annotation: Annotation | undefined, type: string): Fix | undefined {
  const written = annotation?.members["@odata.type"];
  const span = annotation && memberSpan(annotation, "@odata.type");
  if (!span || typeof written !== "string") return undefined;
  return { edits: [{ span, text: JSON.stringify(written.replace(/[\w.]+(?=\)?\s*$)/, () => type)) }] };
}

function typesNamed(body: unknown): (string | undefined)[] {
  return itemsOf(body).map((item) => (isObject(item) ? namedType(item) : undefined));
}

/** `the Response section (line 64) and the body say "microsoft.graph.user"`. */
function wordsOf(witnesses: readonly Witness[], type: TypeRef): string {
  const tables = witnesses.filter(({ who }) => who === "methods").length;
  const said = witnesses.map(({ who, location }) =>
    who === "methods" && tables > 1
      ? `the Methods tables of ${tables} pages`
      : location
        ? `${voices[who]} (line ${location.line})`
        : voices[who],
  );
  const names = [...new Set(said)];
  const last = names.at(-1) ?? "";
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
  return `${list} ${witnesses.length > 1 ? "say" : "says"} "${type.name}"`;
}
