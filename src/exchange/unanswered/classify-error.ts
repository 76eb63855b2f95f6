import type { Reason } from "../../rules/reason.ts";
import type { ServiceError } from "./service-error.ts";

/** Why an error of a service says nothing of the contract. */
export interface ErrorClass {
  readonly reason: Reason;
  /** What it means to the one who runs the suite, and what would change it. */
  readonly says: string;
}

/** What is known of a request, and decides what an error means. */
export interface Asked {
  /** The path has a key, or a parameter of a function. */
  readonly keyed?: boolean;
  /** The service itself has shown every key of the path. */
  readonly listed?: boolean;
  /** The path leads to something that a resource need not have: one related resource, a stream. */
  readonly optional?: boolean;
  /** The page asks for a header or an option with such a query, and the request had it not. */
  readonly lacks?: string | undefined;
  readonly filtered?: boolean;
  /** It has options of OData: what is gone may be one of them, and no endpoint. */
  readonly queried?: boolean;
  /** The page says that the cloud does not have it. */
  readonly elsewhere?: boolean;
}

interface Row {
  readonly status: readonly number[];
  /** Of the envelope's code or any inner one. */
  readonly code?: RegExp;
  readonly message?: RegExp;
  readonly when?: (asked: Asked) => boolean;
  /** Absent: it is judged. */
  readonly reason?: Reason;
  readonly says?: string;
}

const permission = "the token lacks a permission";
const licence = "the tenant has no licence for it";
const absent = "the tenant does not have it";
const refusals = [400, 401, 403, 404] as const;

/**
 * What errors of real services mean, the first row that fits. A row names what Graph's services were seen to answer;
 * what no row names is judged as an answer.
 */
const table: readonly Row[] = [
  {
    status: [401],
    message: /outdated policies/i,
    reason: "no-credentials",
    says: "the token was made under policies that have changed since: sign in anew",
  },
  {
    status: [400, 403, 404, 410, 501],
    when: ({ elsewhere }) => elsewhere === true,
    reason: "not-available",
    says: "the page says that this cloud does not have it",
  },
  {
    status: [401],
    code: /^InvalidAuthenticationToken$/,
    reason: "no-credentials",
    says: "the token is expired, or not valid here",
  },
  {
    status: [412],
    message: /delegated context/i,
    reason: "missing-permission",
    says: "it needs an application permission: a signed-in user is not enough",
  },
  {
    status: [403],
    code: /^Authentication_RequestFromNonPremiumTenantOrB2CTenant$/,
    reason: "not-licensed",
    says: `${licence}; the same is answered where Directory.Read.All is missing`,
  },
  { status: [402], reason: "not-licensed", says: licence },
  // A permission may have "License" in its name.
  {
    status: [400, 401, 403],
    code: /^(?:Authorization_RequestDenied|Authentication_MSGraphPermissionMissing|PermissionScopeNotGranted)$/,
    reason: "missing-permission",
    says: permission,
  },
  {
    status: [400, 401, 403],
    message: /one of the following (?:scopes|permissions)|insufficient privileges|caller is not authorized/i,
    reason: "missing-permission",
    says: permission,
  },
  // A name that does not exist is served with nothing.
  { status: [400], message: /property named/i },
  {
    status: [400],
    code: /^Request_UnsupportedQuery$/,
    when: ({ lacks }) => lacks !== undefined,
    reason: "not-available",
    says: "it is served only with what the page asks for and the request had not",
  },
  // What a service did not understand is no matter of licences, whatever it names.
  { status: [400], message: /filter clause|syntax error|query specified in the URI/i },
  { status: refusals, code: /licen[cs]e|^EmptyServicePlans$/i, reason: "not-licensed", says: licence },
  { status: refusals, message: /\blicen[cs]e[ds]?\b/i, reason: "not-licensed", says: licence },
  {
    status: [400, 403, 404],
    code: /^(?:TenantNotFound|MailboxNotEnabledForRESTAPI|ErrorNonExistentStorage|ErrorInvalidUser)$|NotEnabled(?:ForTenant)?$|FeatureDisabled/i,
    reason: "not-available",
    says: absent,
  },
  {
    status: [400, 403, 404],
    message:
      /not applicable to target tenant|mysite not found|not enabled (?:for|in|on) (?:this|the|your) tenant|feature (?:is )?(?:not enabled|disabled)/i,
    reason: "not-available",
    says: absent,
  },
  {
    status: [400],
    message: /^Direct queries to this resource type are not supported/i,
    reason: "not-available",
    says: "it is a container, without anything of its own to be read",
  },
  {
    status: [400, 403, 404, 410],
    message: /\b(?:retired|no longer (?:available|supported)|has been (?:deprecated|removed|turned off))\b/i,
    when: ({ queried }) => !queried,
    reason: "not-available",
    says: "the endpoint is retired",
  },
  { status: [410], reason: "not-available", says: "the endpoint is retired" },
  { status: [401], message: /permission denied/i, reason: "missing-permission", says: permission },
  // A refusal that names no other cause is one of authorisation: no answer of 403 breaks a promise of a page.
  { status: [403], reason: "missing-permission", says: permission },
  { status: [401], reason: "no-credentials", says: "the service does not take the token" },
  {
    status: [400, 404],
    message: /resource not found for the segment/i,
    when: ({ keyed }) => !keyed,
    reason: "not-available",
    says: "the service knows no such path; is the request line of the page right?",
  },
  {
    status: [404],
    when: ({ keyed }) => !keyed,
    reason: "not-available",
    says: "the service has nothing at this path; is the request line of the page right?",
  },
  {
    status: [404],
    when: ({ listed }) => !listed,
    reason: "no-data",
    says: "the service has nothing under the ids of the path, which it did not list itself",
  },
  {
    status: [404],
    when: ({ optional }) => optional === true,
    reason: "no-data",
    says: "the resource has none of it",
  },
  {
    status: [400],
    message: /^Bad filter: .*must be specified|provider is missing/i,
    when: ({ filtered }) => !filtered,
    reason: "not-available",
    says: "the service serves it only with a filter, which the request had not",
  },
  {
    status: [429, 503, 504, 509],
    reason: "throttled",
    says: "the service had no room for the request",
  },
];

/** What an error of a service means, when it means that nothing was verified; undefined when it is to be judged. */
export function classifyError(error: ServiceError, asked: Asked = {}): ErrorClass | undefined {
  const row = table.find((one) => fits(one, error, asked));
  if (row?.reason === undefined) {
    return error.status >= 500 ? { reason: "service-error", says: "the service failed" } : undefined;
  }
  return { reason: row.reason, says: row.says ?? "" };
}

function fits({ status, code, message, when }: Row, error: ServiceError, asked: Asked): boolean {
  if (!status.includes(error.status)) return false;
  if (code && ![error.code, ...error.innerCodes].some((one) => code.test(one))) return false;
  if (message && !message.test(error.message)) return false;
  return !when || when(asked);
}
