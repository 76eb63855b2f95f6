import type { ChangeRule } from "./change-rule.ts";
import { declaredRules } from "./rules/declared.ts";
import { defaultRules } from "./rules/default.ts";
import { deprecationRules } from "./rules/deprecation.ts";
import { enumRules } from "./rules/enum.ts";
import { headerRules } from "./rules/header.ts";
import { memberRules } from "./rules/member.ts";
import { operationRules } from "./rules/operation.ts";
import { parameterRules, requestBodyRules } from "./rules/parameter.ts";
import { pathRules } from "./rules/path.ts";
import { permissionRules } from "./rules/permission.ts";
import { propertyRules } from "./rules/property.ts";
import { queryRules } from "./rules/query.ts";
import { bodyRules, statusRules } from "./rules/status.ts";
import { ownTypeRules } from "./rules/type.ts";
import { valueRules } from "./rules/value.ts";

/** Every change rule. Of those that fit a difference the first one judges it. */
export const changeCatalogue: readonly ChangeRule[] = [
  ...pathRules,
  ...operationRules,
  ...deprecationRules,
  ...parameterRules,
  ...queryRules,
  ...defaultRules,
  ...headerRules,
  ...permissionRules,
  ...statusRules,
  ...bodyRules,
  ...requestBodyRules,
  ...declaredRules,
  ...ownTypeRules,
  ...propertyRules,
  ...valueRules,
  ...enumRules,
  ...memberRules,
];
