import { spanAt } from "../../base/span.ts";
import { primitiveName } from "../../contract/names/primitive.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure } from "../rule.ts";
import { inMetadata, judgeWitnessed, type Witnessed } from "./witnesses.ts";

/** Pages and the metadata that name two base types for a type. */
export const baseType = definePageRule("metadata/base-type", {
  promise: "The base type that a page names is the one in the metadata.",
  weighs: { documented: "warning" },
  idle: "no type of the pages is in the metadata, or there is none (--metadata)",
  judge: (context) => judgeWitnessed(context, differences),
});

function differences({ metadata, page, type }: Witnessed): Failure[] {
  const { base } = page;
  const written = base?.name.replace(/^#/, "") ?? "";
  // A phrase, and a value that stands for none, name no type.
  if (!base || !/^[A-Za-z][\w.]*$/.test(written) || primitiveName(written)) return [];
  if (/^(?:object|none|null|json)$/i.test(written)) return [];
  const meant = type.base === undefined ? undefined : shortName(type.base);
  if (meant !== undefined && meant.toLowerCase() === shortName(written).toLowerCase()) return [];
  const says = meant === undefined ? "has no base type" : `derives from ${meant}`;
  return [
    {
      status: "fail",
      message: `${shortName(type.name)} ${says} in the metadata, the page says "${shortName(written)}"${inMetadata(metadata, type)}`,
      span: spanAt(base.location, base.length),
      pointer: pagePointer("base"),
      meant,
      cause: { id: `metadata-base ${type.name}` },
    },
  ];
}
