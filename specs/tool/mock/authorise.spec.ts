import { describe, expect, it } from "vitest";
import { matchOperation } from "../../../src/contract/path/match-operation.ts";
import type { Permission } from "../../../src/docs/page.ts";
import type { Grant } from "../../../src/mock/sign-in/access-token.ts";
import { authorise } from "../../../src/mock/sign-in/authorise.ts";
import { contractOf } from "../../support/contract-of.ts";

const request = { origin: "https://localhost:8443" };

/** What each row of a permission table names: an empty list is "Not supported.", `unsaid` an empty cell. */
type Table = Partial<Record<Permission["scheme"], readonly string[] | "unsaid">>;

function permissionsOf(table: Table): Permission[] {
  const location = { file: "api/operation.md", line: 9, column: 1 };
  const schemes: Permission["scheme"][] = ["delegated-work", "delegated-personal", "application"];
  return schemes.flatMap((scheme) => {
    const permissions = table[scheme];
    if (permissions === "unsaid") return [{ scheme, permissions: [], unsaid: true as const, location }];
    return permissions ? [{ scheme, permissions, location }] : [];
  });
}

function refusalOf(grant: Partial<Grant>, ...pages: readonly Table[]) {
  const contract = contractOf({
    operations: pages.map((table, index) => ({
      method: "GET",
      path: "/users",
      file: `api/page${index}.md`,
      permissions: permissionsOf(table),
    })),
  });
  const whole: Grant = {
    scheme: "application",
    permissions: new Set(),
    tenantId: "t",
    clientId: "c",
    expires: 0,
    ...grant,
  };
  return authorise(whole, matchOperation(contract, "GET", { segments: ["users"] }), request);
}

const application = (...permissions: string[]): Partial<Grant> => ({
  scheme: "application",
  permissions: new Set(permissions),
});
const user = (...permissions: string[]): Partial<Grant> => ({
  scheme: "delegated-work",
  permissions: new Set(permissions),
});

describe("a request without a valid token", () => {
  it("is answered with 401 and where to sign in", () => {
    expect(authorise({ invalid: "Access token is empty." }, undefined, request)).toEqual({
      status: 401,
      code: "InvalidAuthenticationToken",
      message: "Access token is empty.",
      headers: {
        "www-authenticate":
          'Bearer realm="", authorization_uri="https://localhost:8443/common/oauth2/v2.0/authorize", client_id="00000003-0000-0000-c000-000000000000"',
      },
    });
  });
});

describe("a token", () => {
  const table = {
    "delegated-work": ["User.Read", "User.ReadWrite"],
    "delegated-personal": ["User.Read"],
    application: ["User.Read.All", "Directory.Read.All"],
  };

  it("is enough with any one of the permissions that are documented for its kind", () => {
    expect(refusalOf(application("user.read.all"), table)).toBeUndefined();
    expect(refusalOf(application("other", "directory.read.all"), table)).toBeUndefined();
    expect(refusalOf(user("user.readwrite"), table)).toBeUndefined();
  });

  it("is not enough with none of them, nor with one of the other kind", () => {
    const refusal = {
      status: 403,
      code: "Authorization_RequestDenied",
      message:
        "Insufficient privileges to complete the operation. Any one of these is enough: User.Read.All, Directory.Read.All.",
    };
    expect(refusalOf(application(), table)).toEqual(refusal);
    expect(refusalOf(application("user.read"), table)).toEqual(refusal);
    expect(refusalOf(user("user.read.all"), table)).toMatchObject({ status: 403 });
  });

  it("is never enough where its kind is documented as not supported", () => {
    const message = (text: string) => ({
      status: 403,
      message: `Insufficient privileges to complete the operation. ${text}`,
    });
    expect(refusalOf(application("user.read"), { ...table, application: [] })).toMatchObject(
      message("An application cannot do this by itself, only a signed-in user can."),
    );
    expect(refusalOf(user("user.read"), { ...table, "delegated-work": [] })).toMatchObject(
      message("A user cannot do this, only an application by itself can."),
    );
  });

  it("is enough where nothing is documented, for the operation or for its kind", () => {
    expect(refusalOf(application(), {})).toBeUndefined();
    expect(refusalOf(user(), { application: ["User.Read.All"] })).toBeUndefined();
  });

  it("is enough where the row of its kind says nothing: only what is said refuses", () => {
    expect(refusalOf(application(), { ...table, application: "unsaid" })).toBeUndefined();
    expect(refusalOf(user(), { ...table, "delegated-work": "unsaid" })).toBeUndefined();
    expect(refusalOf(user(), { ...table, application: "unsaid" })).toMatchObject({ status: 403 });
  });

  it("is enough where the whole table says None", () => {
    const none = { "delegated-work": [], "delegated-personal": [], application: [] };
    expect(refusalOf(application(), none)).toBeUndefined();
  });

  it("is enough with what any page of the operation documents", () => {
    const pages = [{}, { ...table, application: [] }, table];
    expect(refusalOf(application("user.read.all"), ...pages)).toBeUndefined();
    expect(refusalOf(application("mail.read"), ...pages)).toMatchObject({ status: 403 });
  });

  it("is enough where no documented operation is called: another answer is due", () => {
    const grant: Grant = {
      scheme: "application",
      permissions: new Set(),
      tenantId: "t",
      clientId: "c",
      expires: 0,
    };
    expect(authorise(grant, undefined, request)).toBeUndefined();
  });
});
