import { collection } from "./annotation/collection.ts";
import { duplicateName } from "./annotation/duplicate-name.ts";
import { invalidJson as invalidAnnotation } from "./annotation/invalid-json.ts";
import { responseType } from "./annotation/response-type.ts";
import { sampleKey } from "./annotation/sample-key.ts";
import { typeName as annotatedTypeName } from "./annotation/type-name.ts";
import { unbound } from "./annotation/unbound.ts";
import { unknownAnnotationName } from "./annotation/unknown-name.ts";
import { anonymous } from "./auth/anonymous.ts";
import { duplicateItem } from "./body/duplicate-item.ts";
import { duplicateKey } from "./body/duplicate-key.ts";
import { enumMember } from "./body/enum-member.ts";
import { bodyFormat } from "./body/format.ts";
import { invalidJson } from "./body/invalid-json.ts";
import { missingProperty } from "./body/missing-property.ts";
import { notAsSent } from "./body/not-as-sent.ts";
import { bodyNull } from "./body/null.ts";
import { otherKey } from "./body/other-key.ts";
import { bodyRange } from "./body/range.ts";
import { bodyShape } from "./body/shape.ts";
import { bodyType } from "./body/type.ts";
import { unknownProperty } from "./body/unknown-property.ts";
import { unrequestedMember } from "./enum/unrequested-member.ts";
import { envelope } from "./error/envelope.ts";
import { blankLineMissing } from "./http/blank-line-missing.ts";
import { bodyMissing } from "./http/body-missing.ts";
import { bodyOnNoContent } from "./http/body-on-no-content.ts";
import { contentType } from "./http/content-type.ts";
import { countBody } from "./http/count-body.ts";
import { headerMissing } from "./http/header-missing.ts";
import { location } from "./http/location.ts";
import { reasonPhrase } from "./http/reason-phrase.ts";
import { status } from "./http/status.ts";
import { baseType as metadataBaseType } from "./metadata/base-type.ts";
import { enumMember as metadataEnumMember } from "./metadata/enum-member.ts";
import { nullability } from "./metadata/nullability.ts";
import { openness } from "./metadata/openness.ts";
import { operation as metadataOperation } from "./metadata/operation.ts";
import { propertyMissing as metadataPropertyMissing } from "./metadata/property-missing.ts";
import { propertyUndocumented } from "./metadata/property-undocumented.ts";
import { type as metadataType } from "./metadata/type.ts";
import { methodsReturnType } from "./methods/return-type.ts";
import { annotationName } from "./odata/annotation-name.ts";
import { contextHost } from "./odata/context-host.ts";
import { contextMissing } from "./odata/context-missing.ts";
import { contextPath } from "./odata/context-path.ts";
import { contextRoot } from "./odata/context-root.ts";
import { contextSelect } from "./odata/context-select.ts";
import { contextShape } from "./odata/context-shape.ts";
import { deltaLink } from "./odata/delta-link.ts";
import { etag } from "./odata/etag.ts";
import { nextLink } from "./odata/next-link.ts";
import { typeMissing } from "./odata/type-missing.ts";
import { typeName } from "./odata/type-name.ts";
import { betaDisclaimer } from "./page/beta-disclaimer.ts";
import { contentWith204 } from "./page/content-with-204.ts";
import { pageFrontMatter } from "./page/front-matter.ts";
import { operationMissing } from "./page/operation-missing.ts";
import { permissionOrder } from "./page/permission-order.ts";
import { pageTabs } from "./page/tabs.ts";
import { pageTemplateText } from "./page/template-text.ts";
import { pageTitle } from "./page/title.ts";
import { unclosedFence } from "./page/unclosed-fence.ts";
import { unpairedExample } from "./page/unpaired-example.ts";
import { unread } from "./page/unread.ts";
import { unreadablePage } from "./page/unreadable.ts";
import { permissionTable } from "./permission/table.ts";
import { unknownPermission } from "./permission/unknown-name.ts";
import { capability } from "./query/capability.ts";
import { count } from "./query/count.ts";
import { expand } from "./query/expand.ts";
import { filter } from "./query/filter.ts";
import { incomplete } from "./query/incomplete.ts";
import { orderby } from "./query/orderby.ts";
import { pageSize } from "./query/page-size.ts";
import { selectOnly } from "./query/select-only.ts";
import { selectProjection } from "./query/select-projection.ts";
import { top } from "./query/top.ts";
import { deadLink } from "./reference/dead-link.ts";
import { linkText } from "./reference/link-text.ts";
import { unknownType } from "./reference/unknown-type.ts";
import { body } from "./request/body.ts";
import { headerMissing as requestHeaderMissing } from "./request/header-missing.ts";
import { malformed } from "./request/malformed.ts";
import { notDocumented } from "./request/not-documented.ts";
import { optionNotSupported } from "./request/option-not-supported.ts";
import { placeholder } from "./request/placeholder.ts";
import { readOnly } from "./request/read-only.ts";
import { reference } from "./request/reference.ts";
import { version } from "./request/version.ts";
import { baseType as missingBaseType } from "./resource/base-type.ts";
import { description } from "./resource/description.ts";
import { duplicateProperty } from "./resource/duplicate-property.ts";
import { enumMember as listedMember } from "./resource/enum-member.ts";
import { invalidJson as invalidRepresentation } from "./resource/invalid-json.ts";
import { keyProperty } from "./resource/key-property.ts";
import { memberLists } from "./resource/member-lists.ts";
import { propertyCase } from "./resource/property-case.ts";
import { representation } from "./resource/representation.ts";
import { tableAndExamples } from "./resource/table-and-examples.ts";
import { tableAndJson } from "./resource/table-and-json.ts";
import { tableCell } from "./resource/table-cell.ts";
import { tableMissing } from "./resource/table-missing.ts";
import type { Rule } from "./rule.ts";
import { brokenWalk } from "./service/broken-walk.ts";
import { deprecation } from "./service/deprecation.ts";
import { leftBehind } from "./service/left-behind.ts";
import { requestDiffers } from "./snippet/request-differs.ts";

const rules: readonly Rule[] = [
  collection,
  duplicateName,
  invalidAnnotation,
  responseType,
  sampleKey,
  methodsReturnType,
  annotatedTypeName,
  unbound,
  unknownAnnotationName,
  anonymous,
  duplicateItem,
  duplicateKey,
  enumMember,
  bodyFormat,
  invalidJson,
  missingProperty,
  notAsSent,
  bodyNull,
  otherKey,
  bodyRange,
  bodyShape,
  bodyType,
  unknownProperty,
  unrequestedMember,
  envelope,
  blankLineMissing,
  bodyMissing,
  bodyOnNoContent,
  contentType,
  countBody,
  headerMissing,
  location,
  reasonPhrase,
  status,
  metadataBaseType,
  metadataEnumMember,
  nullability,
  openness,
  metadataOperation,
  metadataPropertyMissing,
  propertyUndocumented,
  metadataType,
  annotationName,
  contextHost,
  contextMissing,
  contextPath,
  contextRoot,
  contextSelect,
  contextShape,
  etag,
  deltaLink,
  nextLink,
  typeMissing,
  typeName,
  operationMissing,
  betaDisclaimer,
  contentWith204,
  pageFrontMatter,
  pageTitle,
  pageTabs,
  pageTemplateText,
  unread,
  permissionOrder,
  permissionTable,
  unknownPermission,
  unclosedFence,
  unreadablePage,
  unpairedExample,
  capability,
  count,
  expand,
  filter,
  incomplete,
  orderby,
  pageSize,
  selectOnly,
  selectProjection,
  top,
  deadLink,
  linkText,
  unknownType,
  body,
  requestHeaderMissing,
  malformed,
  notDocumented,
  optionNotSupported,
  placeholder,
  readOnly,
  reference,
  version,
  duplicateProperty,
  invalidRepresentation,
  propertyCase,
  representation,
  tableAndExamples,
  tableAndJson,
  description,
  keyProperty,
  memberLists,
  tableCell,
  tableMissing,
  missingBaseType,
  listedMember,
  brokenWalk,
  deprecation,
  leftBehind,
  requestDiffers,
];

/** Every rule, in the order of the ids. */
export const catalogue: readonly Rule[] = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
