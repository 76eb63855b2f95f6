import { spanAt } from "../../base/span.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { annotationSpan } from "../../docs/markdown/annotation-span.ts";
import { annotationFlag } from "../../docs/markdown/read-annotation.ts";
import type { Page } from "../../docs/page.ts";
import { isOpen } from "../../metadata/members-of.ts";
import { pagePointer } from "../page-place.ts";
import { definePageRule, type Failure } from "../rule.ts";
import { inMetadata, judgeWitnessed, type Witnessed } from "./witnesses.ts";

/** Types that a page calls open and the metadata does not, or the reverse. */
export const openness = definePageRule("metadata/openness", {
  promise: "A type that a page calls open, or not open, is so in the metadata.",
  weighs: { documented: "warning" },
  idle: "no type of the pages is in the metadata, or there is none (--metadata)",
  judge: (context) => judgeWitnessed(context, (witnessed) => differences(context.page, witnessed)),
});

function differences(page: Page, { metadata, page: declared, type }: Witnessed): Failure[] {
  const own = page.annotations.find(({ location }) => location.line === declared.location.line);
  // Only a page that says so in as many words is against it: most say nothing of openness.
  const isClosed = own !== undefined && annotationFlag(own.members, "openType") === false;
  const says = declared.open || isClosed ? declared.open : undefined;
  const open = isOpen(metadata, type.name);
  if (says === undefined || says === open) return [];
  const [here, there] = open ? ["open", "not open"] : ["not open", "open"];
  return [
    {
      status: "fail",
      message: `${shortName(type.name)} is ${here} in the metadata, the page says that it is ${there}${inMetadata(metadata, type)}`,
      span: own ? annotationSpan(own) : spanAt(declared.location),
      pointer: pagePointer("openType"),
      cause: { id: `metadata-open ${type.name}` },
    },
  ];
}
