import { type Represented, readShown, representedIn } from "../../contract/derive/represented.ts";
import type { Fence } from "../../docs/block.ts";
import type { TypeDeclaration } from "../../docs/page.ts";
import { jsonFailure } from "../body/invalid-json.ts";
import { ownProblems } from "../body/readable-body.ts";
import { definePageRule, type Outcome } from "../rule.ts";

/** JSON representations, and examples beside them, that are not JSON, at the line where they stop being it. */
export const invalidJson = definePageRule("resource/invalid-json", {
  promise: "The JSON representation of a type is JSON.",
  weighs: { documented: "error" },
  judge({ page }) {
    const types = page.types.filter((type) => representedIn(type) !== undefined);
    return types.length === 0 ? "not-applicable" : types.flatMap(failures);
  },
});

const isComment = ({ message }: { readonly message: string }) => message === "a comment";

function failures(type: TypeDeclaration): Outcome[] {
  const represented = representedIn(type);
  if (!type.json || !represented) return [];
  return [
    ...ofFence(type.json, represented, type.name, `the JSON representation of ${type.name}`),
    ...(type.shown ?? []).flatMap((fence, index) => {
      const read = readShown(fence);
      const name = `${type.name} example ${index + 1}`;
      return read ? ofFence(fence, read, name, `an example of ${type.name}`) : [];
    }),
  ];
}

function ofFence({ text, location }: Fence, read: Represented, name: string, what: string): Outcome[] {
  const json = { value: read.object, problems: read.problems, duplicates: [] };
  const problems = ownProblems({ text, location, json });
  const broken = problems.filter((problem) => !isComment(problem));
  const [comment] = problems.filter(isComment);
  return [
    ...broken.map((problem, index): Outcome => {
      const failure = jsonFailure(what, problem, index, "what follows in this representation");
      return { ...failure, cause: { id: `invalid-json ${name} ${failure.cause?.id}` } };
    }),
    // It tells the reader what the names below it are; nobody has ever removed one.
    ...(comment
      ? [{ ...jsonFailure(what, comment, 0), severity: "info", cause: { id: `comment ${name}` } } as const]
      : []),
  ];
}
