import { describe, expect, it } from "vitest";
import { matchOperation, operationId } from "../../../src/contract/path/match-operation.ts";
import { readRequestUrl } from "../../../src/odata/request-url.ts";
import { contractOf } from "../../support/contract-of.ts";

describe("operationId", () => {
  it.each([
    ["get", "/users/{id | userPrincipalName}/messages/", "GET /users/{}/messages"],
    ["POST", "/users/{{id}}/sendMail", "POST /users/{}/sendMail"],
    ["GET", "/r/summary(from={TimeStamp},to={TimeStamp})", "GET /r/summary(from={},to={})"],
    ["GET", "/", "GET /"],
  ])("empties the keys of %s %s", (method, path, id) => {
    expect(operationId(method, path)).toBe(id);
  });
});

describe("matchOperation", () => {
  const paths = [
    "GET /users/{id | userPrincipalName}",
    "GET /users/{id}/messages",
    "POST /users/{id}/messages",
    "GET /users/{id}/messages/{id}",
    "GET /users/{id}/messages/inbox",
    "GET /me/calendars",
    "GET /groups/{id}/members",
    "GET /users/{id}/results/summary(startDateTime={TimeStamp},endDateTime={TimeStamp})",
    "GET /sites/{site-id}:/{path}:/lists",
    "GET /me/drive/root",
    "GET /drives/{drive-id}/items/{item-id}",
    "DELETE /groups/{id}/members/{id}/$ref",
    "GET /me",
  ];
  const contract = contractOf({
    operations: paths.map((text) => {
      const space = text.indexOf(" ");
      return { method: text.slice(0, space), path: text.slice(space + 1) };
    }),
  });
  const match = (request: string) => {
    const space = request.indexOf(" ");
    return matchOperation(contract, request.slice(0, space), readRequestUrl(request.slice(space + 1)))?.path;
  };

  it.each([
    ["GET https://graph.microsoft.com/v1.0/users/7/messages/", "/users/{id}/messages"],
    ["get /USERS/7/Messages", "/users/{id}/messages"],
    ["POST /users/7/messages", "/users/{id}/messages"],
    ["GET /users('7')/messages('8')", "/users/{id}/messages/{id}"],
    ["GET /users(7)/messages", "/users/{id}/messages"],
    ["GET /users/{{id}}/messages", "/users/{id}/messages"],
    ["GET /me/messages?$top=1", "/users/{id}/messages"],
    ["GET /users/7/calendars", "/me/calendars"],
    [
      "GET /users/a@b.com/results/summary(startDateTime=2022-07-20T00:00:00Z,endDateTime=2022-07-23T00:00:00Z)",
      paths[7]?.slice(4),
    ],
    ["GET /sites/contoso.com:/teams/hr:/lists", "/sites/{site-id}:/{path}:/lists"],
    ["GET /groups/7/members/microsoft.graph.user", "/groups/{id}/members"],
    ["GET /drive/root:/a/b.txt", "/me/drive/root"],
    ["DELETE /groups/7/members/8/$ref", "/groups/{id}/members/{id}/$ref"],
  ])("finds the operation of %s", (request, path) => {
    expect(match(request)).toBe(path);
  });

  it("prefers a name to a key, and the letter of a template to another way to the resource", () => {
    expect(match("GET /users/7/messages/inbox")).toBe("/users/{id}/messages/inbox");
    expect(match("GET /users/7/messages/outbox")).toBe("/users/{id}/messages/{id}");
    expect(match("GET /me/drive/root")).toBe("/me/drive/root");
  });

  it.each([
    "PATCH /users/7/messages",
    "GET /users",
    "GET /users/7/messages/8/attachments",
    "GET /users/7/messages/$count",
    "GET /users/delta",
    "GET /users/$count",
    "DELETE /groups/7/members/8",
    "GET /contacts/7/messages",
  ])("finds none for %s", (request) => {
    expect(match(request)).toBeUndefined();
  });

  describe("with parentheses", () => {
    const applications = [
      "GET /applications",
      "GET /applications(appId='{appId}')",
      "GET /applications/{id}",
      "PATCH /applications(appId='{appId}')",
      "GET /applications/{id}/owners",
      "GET /reports/getUsers(period='{period}')",
    ];
    const found = (request: string) => {
      const [method = "", path = ""] = request.split(" ");
      const { segments } = readRequestUrl(path);
      const among = contractOf({
        operations: applications.map((text) => ({
          method: text.split(" ")[0] ?? "",
          path: text.split(" ")[1] ?? "",
        })),
      });
      return matchOperation(among, method, { segments })?.path;
    };

    it.each([
      ["GET /applications('1b')", "/applications/{id}"],
      ["GET /applications('1b')/owners", "/applications/{id}/owners"],
      ["GET /applications(appId='1b')", "/applications/{id}"],
      ["GET /applications(appId='1b')/owners", "/applications/{id}/owners"],
      ["PATCH /applications/1b", "/applications(appId='{appId}')"],
      ["GET /reports/getUsers(period='D7')", "/reports/getUsers(period='{period}')"],
      ["GET /reports/getUsers('D7')", "/reports/getUsers(period='{period}')"],
    ])("takes what is in them for a key or for arguments, as the templates do: %s", (request, path) => {
      expect(found(request)).toBe(path);
    });

    it.each([
      "GET /applications('1b')/federatedIdentityCredentials",
      "GET /applications/1b/federatedIdentityCredentials",
      "PATCH /applications",
      "PATCH /applications('1b')/owners",
    ])("never leaves a key out: %s fits no shorter template", (request) => {
      expect(found(request)).toBeUndefined();
    });
  });
});
