import { isObject } from "../../base/is-object.ts";
import type { TypeRef } from "../../contract/contract.ts";
import { agree } from "../../contract/names/inheritance.ts";
import { itemsOf } from "../../contract/promise/body-fit.ts";
import type { Witness } from "../../contract/promise/body-witnesses.ts";
import { namedType } from "../../contract/validation/named-type.ts";
import { defineRule } from "../rule.ts";

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
  judge({ exchange, contract, promised, response }) {
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
    if (annotation.type.kind === "unknown") {
      const message = `${said}; no page of "${annotation.type.name}" was read`;
      return [{ status: "not-verified", reason: "not-in-folder", message, location: annotation.location }];
    }
    return [
      {
        status: "fail",
        message: said,
        location: annotation.location,
        hint: `"@odata.type": "${majority.name}"`,
      },
    ];
  },
});

function typesNamed(body: unknown): (string | undefined)[] {
  return itemsOf(body).map((item) => (isObject(item) ? namedType(item) : undefined));
}

/** `the Response section (line 64) and the body say "microsoft.graph.user"`. */
function wordsOf(witnesses: readonly Witness[], type: TypeRef): string {
  const names = witnesses.map(({ who, location }) =>
    who === "prose" || who === "methods" ? `${voices[who]} (line ${location.line})` : voices[who],
  );
  const last = names.at(-1) ?? "";
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
  return `${list} ${names.length > 1 ? "say" : "says"} "${type.name}"`;
}
