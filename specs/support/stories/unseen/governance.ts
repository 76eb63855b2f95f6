import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

/** Reviews of access, terms of use, and what was logged. */
export async function tellOfGovernance({ step, refused }: Teller, all: Caller, me: Caller): Promise<void> {
  const definitions = "/identityGovernance/accessReviews/definitions";
  const review = await step(
    "reviews: one is scheduled",
    () =>
      all.post(definitions, {
        displayName: "Unseen review",
        descriptionForAdmins: "New scheduled access review",
        descriptionForReviewers: "If you have any questions, contact jerry@unseen.example",
        scope: {
          "@odata.type": "#microsoft.graph.accessReviewQueryScope",
          query: "/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41/transitiveMembers",
          queryType: "MicrosoftGraph",
        },
        reviewers: [{ query: "/users/398164b1-5196-49dd-ada2-364b49f99b27", queryType: "MicrosoftGraph" }],
        settings: {
          mailNotificationsEnabled: true,
          reminderNotificationsEnabled: true,
          justificationRequiredOnApproval: true,
          defaultDecisionEnabled: false,
          defaultDecision: "None",
          instanceDurationInDays: 1,
          recommendationsEnabled: true,
          recurrence: {
            pattern: { type: "weekly", interval: 1 },
            range: { type: "noEnd", startDate: "2031-09-08" },
          },
        },
      }),
    (answer) =>
      expect(answer).toMatchObject({ displayName: "Unseen review", settings: { instanceDurationInDays: 1 } }),
  );
  await step(
    "reviews: it is read",
    () => all.get(`${definitions}/${idOf(review)}`),
    (answer) =>
      expect(answer).toMatchObject({ displayName: "Unseen review", scope: { queryType: "MicrosoftGraph" } }),
  );
  await step(
    "reviews: found by their scope",
    () =>
      all.get(definitions, {
        query: { filter: "contains(scope/microsoft.graph.accessReviewQueryScope/query, '02f3bafb')" },
      }),
    (answer) => expect(idsOf(answer)).toContain(idOf(review)),
  );
  await step(
    "reviews: their instances",
    () => all.get(`${definitions}/${idOf(review)}/instances`),
    (answer) => expect(Array.isArray(answer.value)).toBe(true),
  );
  await step("reviews: it is deleted", () => all.delete(`${definitions}/${idOf(review)}`));
  await refused("reviews: it is gone", 404, () => all.get(`${definitions}/${idOf(review)}`));
  const agreements = "/identityGovernance/termsOfUse/agreements";
  const agreement = await step(
    "terms of use: one is created",
    () =>
      me.post(agreements, {
        displayName: "Unseen terms",
        isViewingBeforeAcceptanceRequired: true,
        files: [
          { fileName: "TOU.pdf", language: "en", isDefault: true, fileData: { data: "SGVsbG8gd29ybGQ=" } },
        ],
      }),
    (answer) =>
      expect(answer).toMatchObject({ displayName: "Unseen terms", isViewingBeforeAcceptanceRequired: true }),
  );
  await step(
    "terms of use: another name",
    () => me.patch(`${agreements}/${idOf(agreement)}`, { displayName: "All terms" }),
    (answer) =>
      expect(answer).toMatchObject({ displayName: "All terms", isViewingBeforeAcceptanceRequired: true }),
  );
  await step("terms of use: deleted", () => me.delete(`${agreements}/${idOf(agreement)}`));
  await refused("terms of use: gone", 404, () => me.get(`${agreements}/${idOf(agreement)}`));
  await step(
    "logs: sign-ins to an application",
    () =>
      all.get("/auditLogs/signIns", { query: { filter: "startsWith(appDisplayName,'Graph')", top: "10" } }),
    (answer) =>
      expect(itemsOf(answer).every(({ appDisplayName }) => String(appDisplayName).startsWith("Graph"))).toBe(
        true,
      ),
  );
  await step(
    "logs: audits of an activity since a day",
    () =>
      all.get("/auditLogs/directoryAudits", {
        query: { filter: "activityDateTime ge 2018-01-24 and loggedByService eq 'Core Directory'", top: "5" },
      }),
    (answer) => expect(itemsOf(answer).every((item) => item.loggedByService === "Core Directory")).toBe(true),
  );
  await refused("logs: a sign-in that is not there", 404, () =>
    all.get("/auditLogs/signIns/no-such-sign-in"),
  );
  await step(
    "security: the first alert",
    () => all.get("/security/alerts", { query: { top: "1" } }),
    (answer) => expect(itemsOf(answer).length).toBeLessThan(2),
  );
  await step(
    "security: alerts of a severity",
    () => all.get("/security/alerts", { query: { filter: "severity eq 'high'" } }),
    (answer) => expect(itemsOf(answer).every(({ severity }) => severity === "high")).toBe(true),
  );
  await refused("security: an alert that is not there is not changed", 404, () =>
    all.patch("/security/alerts/no-such-alert", {
      status: "resolved",
      vendorInformation: { provider: "IPC", vendor: "Microsoft" },
    }),
  );
  await step(
    "security: secure scores",
    () => all.get("/security/secureScores", { query: { top: "1" } }),
    (answer) => expect(itemsOf(answer).length).toBeLessThan(2),
  );
  await step("risk: users are dismissed", () =>
    all.post("/identityProtection/riskyUsers/dismiss", { userIds: ["04487ee0-f4f6-4e7f-8999-facc5a30e232"] }),
  );
  await step(
    "search: mail",
    () =>
      me.post("/search/query", {
        requests: [{ entityTypes: ["message"], query: { queryString: "contoso" }, from: 0, size: 25 }],
      }),
    (answer) => expect(Array.isArray(itemsOf(answer)[0]?.hitsContainers)).toBe(true),
  );
}

/** The organization, its domains, licences and who comes as a guest. */
export async function tellOfOrganization({ step, refused }: Teller, all: Caller, me: Caller): Promise<void> {
  const organization = await step(
    "organization: it is listed",
    () => all.get("/organization"),
    (answer) => expect(itemsOf(answer)[0]).toHaveProperty("displayName"),
  );
  await step("organization: it is the only one", async () => {
    expect(itemsOf(organization)).toHaveLength(1);
    return {};
  });
  const path = `/organization/${idsOf(organization)[0] ?? "none"}`;
  await step("organization: its contacts are changed", () =>
    all.patch(path, { marketingNotificationEmails: ["marketing@unseen.example"] }),
  );
  await step(
    "organization: they are as changed",
    () => all.get(path),
    (answer) => expect(answer.marketingNotificationEmails).toEqual(["marketing@unseen.example"]),
  );
  await step(
    "organization: its licences",
    () => all.get("/subscribedSkus"),
    (answer) => expect(itemsOf(answer)[0]).toHaveProperty("skuId"),
  );
  await step(
    "domains: one is added",
    () => all.post("/domains", { id: "unseen.example" }),
    (answer) => expect(answer.id).toBe("unseen.example"),
  );
  await step(
    "domains: it is read",
    () => all.get("/domains/unseen.example"),
    (answer) => expect(answer.id).toBe("unseen.example"),
  );
  await step(
    "domains: the records that verify it",
    () => all.get("/domains/unseen.example/verificationDnsRecords"),
    (answer) => expect(Array.isArray(answer.value)).toBe(true),
  );
  await step(
    "domains: it is verified",
    () => all.post("/domains/unseen.example/verify", {}),
    (answer) => expect(answer.id).toBe("unseen.example"),
  );
  await step("domains: it is deleted", () => all.delete("/domains/unseen.example"));
  await refused("domains: it is gone", 404, () => all.get("/domains/unseen.example"));
  await step(
    "guests: one is invited",
    () =>
      all.post("/invitations", {
        invitedUserEmailAddress: "yyy@unseen.example",
        inviteRedirectUrl: "https://myapp.unseen.example",
      }),
    (answer) =>
      expect(answer).toMatchObject({
        invitedUserEmailAddress: "yyy@unseen.example",
        inviteRedeemUrl: expect.any(String),
      }),
  );
  const device = await step(
    "devices: one is registered",
    () =>
      all.post("/devices", {
        accountEnabled: false,
        alternativeSecurityIds: [{ type: 2, key: "Y3YxN2E1MWFlYw==" }],
        deviceId: "4c299165-6e8f-4b45-a5ba-c5d250a707ff",
        displayName: "Unseen device",
        operatingSystem: "linux",
        operatingSystemVersion: "1",
      }),
    (answer) => expect(answer).toMatchObject({ displayName: "Unseen device", operatingSystem: "linux" }),
  );
  const owner = await step("devices: an owner", () =>
    all.post("/users", {
      accountEnabled: true,
      displayName: "Device owner",
      mailNickname: "deviceowner",
      userPrincipalName: "deviceowner@organization.example",
      passwordProfile: { password: "xWwvJ]6NMw+bWH-d" },
    }),
  );
  await step("devices: gets its owner", () =>
    all.post(`/devices/${idOf(device)}/registeredOwners/$ref`, {
      "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${idOf(owner)}`,
    }),
  );
  await step(
    "devices: has its owner",
    () => all.get(`/devices/${idOf(device)}/registeredOwners`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(owner)]),
  );
  await step(
    "devices: is among what the owner has",
    () => all.get(`/users/${idOf(owner)}/ownedDevices`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(device)]),
  );
  await step("devices: deleted", () => me.delete(`/devices/${idOf(device)}`));
  await refused("devices: gone", 404, () => all.get(`/devices/${idOf(device)}`));
}
