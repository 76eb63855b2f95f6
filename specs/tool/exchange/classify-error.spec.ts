import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import { type Asked, classifyError } from "../../../src/exchange/unanswered/classify-error.ts";
import { readServiceError } from "../../../src/exchange/unanswered/service-error.ts";
import { readBody } from "../../../src/http/read-http-message.ts";
import { recordedErrors } from "../../support/recorded-errors.ts";

const location = { file: "tenant", line: 1, column: 1 };

function errorOf(status: number, text: string) {
  const body = text === "" ? {} : { body: readBody(text, location, []) };
  return readServiceError({
    status,
    reason: "",
    startLine: spanAt(location),
    headers: [],
    location,
    ...body,
  });
}

function classOf(status: number, text: string, asked: Asked = {}): string {
  const error = errorOf(status, text);
  return (error && classifyError(error, asked)?.reason) ?? "judged";
}

const envelope = (code: string, message = "", rest: object = {}) =>
  JSON.stringify({ error: { code, message, ...rest } });

const inside = JSON.stringify({
  errorCode: "PermissionScopeNotGranted",
  message: "Authorization failed due to missing permission scope LicenseAssignment.Read.All.",
});

describe("what an error of a service means", () => {
  it.each<[status: number, text: string, reason: string]>([
    [
      403,
      envelope("Access denied", "Insufficient privileges to complete the operation."),
      "missing-permission",
    ],
    [403, envelope("Authorization_RequestDenied", "Insufficient privileges"), "missing-permission"],
    [403, envelope("Authentication_MSGraphPermissionMissing", "…"), "missing-permission"],
    [403, envelope("accessDenied", "Request Authorization failed"), "missing-permission"],
    [403, envelope("UnAuthorized", "… Reason: The caller is not authorized."), "missing-permission"],
    [403, envelope("UnknownError", inside), "missing-permission"],
    [
      403,
      envelope("Forbidden", '{"message":"must have one of the following scopes: A.B"}'),
      "missing-permission",
    ],
    [400, envelope("UnknownError", inside), "missing-permission"],
    [401, envelope("Unauthorized", "Permission denied."), "missing-permission"],
    [403, "", "missing-permission"],
    [412, envelope("PreconditionFailed", "Not supported in delegated context."), "missing-permission"],
    [403, envelope("NoLicense", "Tenant does not meet license requirement!"), "not-licensed"],
    [400, envelope("AadPremiumLicenseRequired"), "not-licensed"],
    [400, envelope("BadRequest", "Tenant does not have a SPO license."), "not-licensed"],
    [403, envelope("NoLicenseForOperation"), "not-licensed"],
    [403, envelope("Forbidden", "Failed to get license information for the tenant"), "not-licensed"],
    [403, envelope("Unauthorized", "", { innerError: { code: "EmptyServicePlans" } }), "not-licensed"],
    [402, "", "not-licensed"],
    [403, envelope("Denied", "The tenant is not licensed for it: a licence is wanted"), "not-licensed"],
    [403, envelope("Authentication_RequestFromNonPremiumTenantOrB2CTenant"), "not-licensed"],
    [400, envelope("BadRequest", "Request not applicable to target tenant."), "not-available"],
    [404, envelope("TenantNotFound", "Tenant is not found."), "not-available"],
    [404, envelope("MailboxNotEnabledForRESTAPI"), "not-available"],
    [404, envelope("ErrorNonExistentStorage"), "not-available"],
    [403, envelope("Forbidden", "The feature is not enabled for this tenant"), "not-available"],
    [400, envelope("BadRequest", "This API has been retired."), "not-available"],
    [410, "", "not-available"],
    [
      400,
      envelope("Request_UnsupportedQuery", "Direct queries to this resource type are not supported."),
      "not-available",
    ],
    [404, envelope("UnknownError"), "not-available"],
    [400, envelope("BadRequest", "Resource not found for the segment 'workflow'."), "not-available"],
    [
      401,
      envelope("InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."),
      "no-credentials",
    ],
    [401, envelope("InvalidAuthenticationToken", "created with outdated policies"), "no-credentials"],
    [401, envelope("40001", "The request does not contain a valid authentication token."), "no-credentials"],
    [401, "", "no-credentials"],
    [429, "", "throttled"],
    [429, envelope("ActivityLimitReached"), "throttled"],
    [503, "", "throttled"],
    [504, "", "throttled"],
    [509, "", "throttled"],
    [500, envelope("", ""), "service-error"],
    [502, "<html>Bad Gateway</html>", "service-error"],
  ])("is, of %i %s: %s", (status, text, reason) => {
    expect(classOf(status, text)).toBe(reason);
  });

  it.each<[status: number, text: string]>([
    [400, envelope("BadRequest", "Invalid filter clause: 'assignedLicenses'")],
    [
      400,
      envelope("BadRequest", "Could not find a property named 'license' on type 'microsoft.graph.user'."),
    ],
    [400, envelope("Request_UnsupportedQuery", "Unsupported query.")],
    [405, envelope("methodNotAllowed", "The method is not supported for this URL.")],
    [409, envelope("Conflict")],
    [412, envelope("PreconditionFailed", "The etag is another one.")],
    [422, ""],
  ])("is nothing of the tenant, of %i %s: it is judged", (status, text) => {
    expect(classOf(status, text)).toBe("judged");
  });

  it("says that the want of a licence may be one of a permission, where it may", () => {
    const error = errorOf(403, envelope("Authentication_RequestFromNonPremiumTenantOrB2CTenant"));
    expect(error && classifyError(error)?.says).toContain("Directory.Read.All");
  });

  it.each<[what: string, status: number, asked: Asked, reason: string]>([
    ["a path without a key", 404, {}, "not-available"],
    ["a key that somebody else gave", 404, { keyed: true }, "no-data"],
    [
      "a resource that the listed one need not have",
      404,
      { keyed: true, listed: true, optional: true },
      "no-data",
    ],
    ["a key that the service listed", 404, { keyed: true, listed: true }, "judged"],
    ["a segment behind a listed key", 400, { keyed: true, listed: true }, "judged"],
    ["a cloud that has it not", 400, { keyed: true, elsewhere: true }, "not-available"],
  ])("is, behind %s, %i: %o", (_, status, asked, reason) => {
    const text = envelope("BadRequest", "Resource not found for the segment 'runs'.");
    expect(classOf(status, text, asked)).toBe(reason);
  });

  it("judges a query that is not supported only where the request had all that the page asks for", () => {
    const text = envelope("Request_UnsupportedQuery", "Unsupported or invalid query filter clause.");
    expect(classOf(400, text, { lacks: "ConsistencyLevel" })).toBe("not-available");
    expect(classOf(400, text)).toBe("judged");
  });

  it("takes an option that is no longer supported for no retired endpoint", () => {
    const text = envelope("BadRequest", "It is no longer supported.");
    expect(classOf(400, text)).toBe("not-available");
    expect(classOf(400, text, { queried: true })).toBe("judged");
  });

  it("takes a list that wants a filter for no break where the request had none", () => {
    const text = envelope(
      "UnknownError",
      '{"errorCode":"MissingProvider","message":"The provider is missing."}',
    );
    expect(classOf(400, text)).toBe("not-available");
    expect(classOf(400, text, { filtered: true })).toBe("judged");
  });
});

const recorded = recordedErrors();

describe.skipIf(recorded.length === 0)("what the recorded errors of real services mean", () => {
  it("is said of each", () => {
    const said = recorded.map(
      ({ path, status, body }) => `${status} ${path.slice(6)}: ${classOf(status, body)}`,
    );
    expect(said).toMatchInlineSnapshot(`
      [
        "403 identityGovernance/accessReviews/definitions: missing-permission",
        "400 identityGovernance/accessReviews: not-available",
        "403 identityGovernance/entitlementManagement/connectedOrganizations: not-licensed",
        "403 identityGovernance/entitlementManagement/accessPackages: missing-permission",
        "400 policies/roleManagementPolicies: not-available",
        "401 roleManagement/directory/roleAssignments: no-credentials",
        "403 auditLogs/signIns: not-licensed",
        "403 policies/authenticationMethodsPolicy: missing-permission",
        "403 identityGovernance/lifecycleWorkflows/workflows: missing-permission",
        "403 identityGovernance/lifecycleWorkflows/taskDefinitions: missing-permission",
        "403 identityGovernance/lifecycleWorkflows/deletedItems/workflows: missing-permission",
        "403 identityGovernance/lifecycleWorkflows/settings: missing-permission",
        "403 identityGovernance/lifecycleWorkflows/workflowTemplates: missing-permission",
        "403 identityGovernance/lifecycleWorkflows/customTaskExtensions: missing-permission",
        "404 identityGovernance/lifecycleWorkflows/insights: not-available",
        "404 identityGovernance/lifecycleWorkflows: not-available",
        "400 deviceManagement/managedDevices: not-available",
        "403 admin/people: missing-permission",
        "400 certificateBasedAuthConfiguration: not-available",
        "404 me/planner: not-available",
        "401 me/onenote: no-credentials",
        "405 me/authentication/fido2Methods/creationOptions(): judged",
        "401 security/collaboration/analyzedEmails: no-credentials",
        "403 security/dataSecurityAndGovernance/sensitivityLabels: not-licensed",
        "400 drives: not-licensed",
        "403 communications/callRecords: missing-permission",
        "401 groupLifecyclePolicies: missing-permission",
      ]
    `);
  });
});
