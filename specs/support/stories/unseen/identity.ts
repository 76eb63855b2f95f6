import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

const ref = (id: string) => ({ "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` });

function person(name: string) {
  return {
    accountEnabled: true,
    displayName: name,
    mailNickname: name,
    userPrincipalName: `${name}@identity.example`,
    passwordProfile: { password: "xWwvJ]6NMw+bWH-d", forceChangePasswordNextSignIn: false },
  };
}

/** Who may sign in from where. */
export async function tellOfConditionalAccess({ step, refused }: Teller, all: Caller): Promise<void> {
  const locations = "/identity/conditionalAccess/namedLocations";
  const ranges = [
    { "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "12.34.221.11/22" },
    { "@odata.type": "#microsoft.graph.iPv6CidrRange", cidrAddress: "2001:0:9d38:90d6:0:0:0:0/63" },
  ];
  const network = await step(
    "conditional access: a location of addresses",
    () =>
      all.post(locations, {
        "@odata.type": "#microsoft.graph.ipNamedLocation",
        displayName: "Untrusted IP named location",
        isTrusted: false,
        ipRanges: ranges,
      }),
    (answer) => expect(answer).toMatchObject({ isTrusted: false, ipRanges: ranges }),
  );
  const country = await step(
    "conditional access: a location of countries",
    () =>
      all.post(locations, {
        "@odata.type": "#microsoft.graph.countryNamedLocation",
        displayName: "Unseen countries",
        countriesAndRegions: ["AX", "GB"],
        includeUnknownCountriesAndRegions: true,
      }),
    (answer) => expect(answer.countriesAndRegions).toEqual(["AX", "GB"]),
  );
  await step(
    "conditional access: the locations of addresses alone",
    () => all.get(locations, { query: { filter: "isof('microsoft.graph.ipNamedLocation')" } }),
    (answer) => {
      expect(idsOf(answer)).toContain(idOf(network));
      expect(idsOf(answer)).not.toContain(idOf(country));
    },
  );
  await step(
    "conditional access: the locations of a country",
    () =>
      all.get(locations, {
        query: { filter: "microsoft.graph.countryNamedLocation/countriesAndRegions/any(c: c eq 'AX')" },
      }),
    (answer) => expect(idsOf(answer)).toEqual([idOf(country)]),
  );
  await step("conditional access: an address less", () =>
    all.patch(`${locations}/${idOf(network)}`, {
      "@odata.type": "#microsoft.graph.ipNamedLocation",
      displayName: "IPv4 alone",
      ipRanges: [ranges[0]],
    }),
  );
  await step(
    "conditional access: the location is as changed",
    () => all.get(`${locations}/${idOf(network)}`),
    (answer) =>
      expect(answer).toMatchObject({
        "@odata.type": "#microsoft.graph.ipNamedLocation",
        displayName: "IPv4 alone",
        isTrusted: false,
        ipRanges: [ranges[0]],
      }),
  );
  const policies = "/identity/conditionalAccess/policies";
  const policy = await step(
    "conditional access: a policy is created",
    () =>
      all.post(policies, {
        displayName: "Access to EXO requires MFA",
        state: "enabled",
        conditions: {
          clientAppTypes: ["mobileAppsAndDesktopClients", "browser"],
          applications: { includeApplications: ["00000002-0000-0ff1-ce00-000000000000"] },
          users: { includeGroups: ["ba8e7ded-8b0f-4836-ba06-8ff1ecc5c8ba"] },
          locations: { includeLocations: [idOf(network)] },
        },
        grantControls: { operator: "OR", builtInControls: ["mfa"] },
      }),
    (answer) =>
      expect(answer).toMatchObject({
        state: "enabled",
        grantControls: { operator: "OR", builtInControls: ["mfa"] },
      }),
  );
  await step("conditional access: the policy is only reported", () =>
    all.patch(`${policies}/${idOf(policy)}`, { state: "enabledForReportingButNotEnforced" }),
  );
  await step(
    "conditional access: policies by their state",
    () => all.get(policies, { query: { filter: "state eq 'enabledForReportingButNotEnforced'" } }),
    (answer) => expect(idsOf(answer)).toContain(idOf(policy)),
  );
  await step("conditional access: the policy is deleted", () => all.delete(`${policies}/${idOf(policy)}`));
  await refused("conditional access: the policy is gone", 404, () => all.get(`${policies}/${idOf(policy)}`));
  await step("conditional access: the location is deleted", () =>
    all.delete(`${locations}/${idOf(country)}`),
  );
}

/** Units and roles of a directory. */
export async function tellOfRoles({ step, refused }: Teller, all: Caller): Promise<void> {
  const user = await step("roles: a user", () => all.post("/users", person("unitmember")));
  const group = await step("roles: a group", () =>
    all.post("/groups", {
      displayName: "Unit group",
      mailNickname: "unitgroup",
      mailEnabled: false,
      securityEnabled: true,
    }),
  );
  const units = "/directory/administrativeUnits";
  const unit = await step(
    "units: one is created",
    () =>
      all.post(units, {
        displayName: "Unseen schools",
        description: "Schools",
        visibility: "HiddenMembership",
      }),
    (answer) =>
      expect(answer).toMatchObject({ displayName: "Unseen schools", visibility: "HiddenMembership" }),
  );
  const path = `${units}/${idOf(unit)}`;
  await step("units: a user is added", () => all.post(`${path}/members/$ref`, ref(idOf(user))));
  await step("units: a group is added", () =>
    all.post(`${path}/members/$ref`, {
      "@odata.id": `https://graph.microsoft.com/v1.0/groups/${idOf(group)}`,
    }),
  );
  await step(
    "units: both are members, each of its type",
    () => all.get(`${path}/members`),
    (answer) =>
      expect(itemsOf(answer).map((item) => [item["@odata.type"], item.id])).toEqual([
        ["#microsoft.graph.user", idOf(user)],
        ["#microsoft.graph.group", idOf(group)],
      ]),
  );
  await step(
    "units: the user is a member of the unit",
    () => all.get(`/users/${idOf(user)}/memberOf`),
    (answer) => expect(idsOf(answer)).toContain(idOf(unit)),
  );
  await step("units: another description", () => all.patch(path, { description: "Schools of Seattle" }));
  await step(
    "units: found by the beginning of the name",
    () => all.get(units, { query: { filter: "startswith(displayName,'Unseen')" } }),
    (answer) =>
      expect(itemsOf(answer)).toMatchObject([{ id: idOf(unit), description: "Schools of Seattle" }]),
  );
  await step("units: the user is removed", () => all.delete(`${path}/members/${idOf(user)}/$ref`));
  await step(
    "units: the group is left",
    () => all.get(`${path}/members`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(group)]),
  );
  await step("units: it is deleted", () => all.delete(path));
  await refused("units: it is gone", 404, () => all.get(path));
  const template = "f023fd81-a637-4b56-95fd-791ac0226033";
  const role = await step(
    "roles: one is activated",
    () => all.post("/directoryRoles", { roleTemplateId: template }),
    (answer) => expect(answer.roleTemplateId).toBe(template),
  );
  const members = `/directoryRoles/${idOf(role)}/members`;
  await step("roles: the user gets it", () => all.post(`${members}/$ref`, ref(idOf(user))));
  await step(
    "roles: the user is listed",
    () => all.get(members),
    (answer) => expect(idsOf(answer)).toEqual([idOf(user)]),
  );
  await step(
    "roles: by the key of its template",
    () => all.get(`/directoryRoles/roleTemplateId=${template}/members`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(user)]),
  );
  await step(
    "roles: it is among what the user is a member of",
    () => all.get(`/users/${idOf(user)}/memberOf`),
    (answer) => expect(idsOf(answer)).toContain(idOf(role)),
  );
  await step("roles: the user loses it", () => all.delete(`${members}/${idOf(user)}/$ref`));
  await step(
    "roles: templates",
    () => all.get("/directoryRoleTemplates"),
    (answer) => expect(itemsOf(answer)[0]).toHaveProperty("displayName"),
  );
}

/** What is granted to whom. */
export async function tellOfGrants({ step, refused }: Teller, all: Caller): Promise<void> {
  const user = await step("grants: a user", () => all.post("/users", person("grantee")));
  const application = await step("grants: an application", () =>
    all.post("/applications", { displayName: "Unseen app" }),
  );
  const principal = await step("grants: its service principal", () =>
    all.post("/servicePrincipals", { appId: String(application.appId) }),
  );
  const assigned = {
    principalId: idOf(user),
    resourceId: idOf(principal),
    appRoleId: "00000000-0000-0000-0000-000000000000",
  };
  const assignment = await step(
    "grants: a role of the application",
    () => all.post(`/users/${idOf(user)}/appRoleAssignments`, assigned),
    (answer) => expect(answer).toMatchObject(assigned),
  );
  await step(
    "grants: the user's roles of that application",
    () =>
      all.get(`/users/${idOf(user)}/appRoleAssignments`, {
        query: { filter: `resourceId eq ${idOf(principal)}` },
      }),
    (answer) => expect(idsOf(answer)).toEqual([idOf(assignment)]),
  );
  await step(
    "grants: who has a role of the application",
    () => all.get(`/servicePrincipals/${idOf(principal)}/appRoleAssignedTo`),
    (answer) => expect(itemsOf(answer)).toMatchObject([{ principalId: idOf(user) }]),
  );
  await step("grants: the role is taken back", () =>
    all.delete(`/users/${idOf(user)}/appRoleAssignments/${idOf(assignment)}`),
  );
  await step(
    "grants: then nobody has one",
    () => all.get(`/servicePrincipals/${idOf(principal)}/appRoleAssignedTo`),
    (answer) => expect(itemsOf(answer)).toEqual([]),
  );
  const grant = await step(
    "grants: delegated permissions",
    () =>
      all.post("/oauth2PermissionGrants", {
        clientId: idOf(principal),
        consentType: "AllPrincipals",
        resourceId: "943603e4-e787-4fe9-93d1-e30f749aae39",
        scope: "User.Read.All",
      }),
    (answer) => expect(answer).toMatchObject({ consentType: "AllPrincipals", scope: "User.Read.All" }),
  );
  await step("grants: one permission more", () =>
    all.patch(`/oauth2PermissionGrants/${idOf(grant)}`, { scope: "User.Read.All Group.Read.All" }),
  );
  await step(
    "grants: found by the client",
    () => all.get("/oauth2PermissionGrants", { query: { filter: `clientId eq '${idOf(principal)}'` } }),
    (answer) =>
      expect(itemsOf(answer)).toMatchObject([{ id: idOf(grant), scope: "User.Read.All Group.Read.All" }]),
  );
  await step(
    "grants: of the service principal",
    () => all.get(`/servicePrincipals/${idOf(principal)}/oauth2PermissionGrants`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(grant)]),
  );
  await step("grants: revoked", () => all.delete(`/oauth2PermissionGrants/${idOf(grant)}`));
  await refused("grants: gone", 404, () => all.get(`/oauth2PermissionGrants/${idOf(grant)}`));
}
