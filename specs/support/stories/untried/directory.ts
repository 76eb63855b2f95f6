import { expect } from "vitest";
import { idOf, idsOf, itemsOf } from "../teller.ts";
import type { Ask } from "../unseen/plain-client.ts";

const ref = (path: string) => ({ body: { "@odata.id": `https://graph.microsoft.com/v1.0${path}` } });

function groupOf(name: string) {
  return {
    body: {
      displayName: name,
      mailNickname: name,
      mailEnabled: true,
      securityEnabled: false,
      groupTypes: ["Unified"],
    },
  };
}

function userOf(name: string) {
  return {
    body: {
      accountEnabled: true,
      displayName: name,
      mailNickname: name,
      userPrincipalName: `${name}@untried.example`,
      passwordProfile: { password: "xWwvJ]6NMw+bWH-d" },
    },
  };
}

/** Policies of which there is one, and what hangs on others. */
export async function askForPolicies(ask: Ask, me: Ask): Promise<void> {
  const single = "/policies/identitySecurityDefaultsEnforcementPolicy";
  await ask("defaults: read", `GET ${single}`, 200, {}, ({ body }) =>
    expect(typeof body.isEnabled).toBe("boolean"),
  );
  for (const isEnabled of [false, true]) {
    await ask("defaults: changed", `PATCH ${single}`, 204, { body: { isEnabled } });
    await ask("defaults: as changed", `GET ${single}`, 200, {}, ({ body }) =>
      expect(body.isEnabled).toBe(isEnabled),
    );
  }
  await ask("authorization: changed", "PATCH /policies/authorizationPolicy", 204, {
    body: { defaultUserRolePermissions: { allowedToCreateApps: false } },
  });
  await ask("authorization: as changed", "GET /policies/authorizationPolicy", 200, {}, ({ body }) =>
    expect(body).toMatchObject({ defaultUserRolePermissions: { allowedToCreateApps: false } }),
  );
  await ask("consent requests: replaced", "PUT /policies/adminConsentRequestPolicy", 204, {
    body: {
      isEnabled: true,
      notifyReviewers: true,
      remindersEnabled: true,
      requestDurationInDays: 6,
      reviewers: [{ query: "/users/b6879be8-fb87-4482-a72e-18445d2b5c54", queryType: "MicrosoftGraph" }],
    },
  });
  await ask("consent requests: as replaced", "GET /policies/adminConsentRequestPolicy", 200, {}, ({ body }) =>
    expect(body).toMatchObject({ requestDurationInDays: 6, notifyReviewers: true }),
  );
  const email = "/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email";
  await ask("methods: e-mail changed", `PATCH ${email}`, 204, {
    body: {
      "@odata.type": "#microsoft.graph.emailAuthenticationMethodConfiguration",
      allowExternalIdToUseEmailOtp: "disabled",
    },
  });
  await ask("methods: e-mail as changed", `GET ${email}`, 200, {}, ({ body }) =>
    expect(body.allowExternalIdToUseEmailOtp).toBe("disabled"),
  );
  const policy = await me("rollout: one", "POST /policies/featureRolloutPolicies", 201, {
    body: { displayName: "R", feature: "seamlessSso", isEnabled: true, isAppliedToOrganization: false },
  });
  const group = await ask("rollout: a group", "POST /groups", 201, groupOf("rolledout"));
  const path = `/policies/featureRolloutPolicies/${idOf(policy)}`;
  await me("rollout: applied", `POST ${path}/appliesTo/$ref`, 204, ref(`/directoryObjects/${idOf(group)}`));
  await me("rollout: with whom", `GET ${path}?$expand=appliesTo`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({ appliesTo: [{ id: idOf(group) }] }),
  );
  await me("rollout: no longer", `DELETE ${path}/appliesTo/${idOf(group)}/$ref`, 204);
  await me("rollout: with nobody", `GET ${path}?$expand=appliesTo`, 200, {}, ({ body }) =>
    expect(body.appliesTo).toEqual([]),
  );
  const realm = await ask("realm: one", "POST /policies/homeRealmDiscoveryPolicies", 201, {
    body: { displayName: "H", definition: ["{}"], isOrganizationDefault: false },
  });
  const principal = await ask("realm: a principal", "POST /servicePrincipals", 201, {
    body: { appId: "65415bb1-9267-4313-bbf5-ae259732ee12", displayName: "Untried" },
  });
  const assigned = `/servicePrincipals/${idOf(principal)}/homeRealmDiscoveryPolicies`;
  const realmPath = `/policies/homeRealmDiscoveryPolicies/${idOf(realm)}`;
  await ask("realm: assigned", `POST ${assigned}/$ref`, 204, ref(realmPath));
  await ask("realm: among the principal's", `GET ${assigned}`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(realm)]),
  );
  await ask("realm: applies to the principal", `GET ${realmPath}/appliesTo`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(principal)]),
  );
  await ask("realm: taken away", `DELETE ${assigned}/${idOf(realm)}/$ref`, 204);
  await ask("realm: applies to nothing", `GET ${realmPath}/appliesTo`, 200, {}, ({ body }) =>
    expect(itemsOf(body)).toEqual([]),
  );
  const consent = await ask("consent: one", "POST /policies/permissionGrantPolicies", 201, {
    body: { id: "untried-2", displayName: "C", description: "" },
  });
  const includes = `/policies/permissionGrantPolicies/${idOf(consent)}/includes`;
  const condition = await ask(
    "consent: a condition",
    `POST ${includes}`,
    201,
    { body: { permissionType: "delegated", clientApplicationsFromVerifiedPublisherOnly: true } },
    ({ body }) =>
      expect(body).toMatchObject({
        permissionType: "delegated",
        clientApplicationsFromVerifiedPublisherOnly: true,
      }),
  );
  await ask("consent: its conditions", `GET ${includes}`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toContain(idOf(condition)),
  );
  await ask("consent: a condition less", `DELETE ${includes}/${idOf(condition)}`, 204);
  await ask("consent: without it", `GET ${includes}`, 200, {}, ({ body }) =>
    expect(idsOf(body)).not.toContain(idOf(condition)),
  );
}

/** Who may use an application, and what an application adds. */
export async function askForAssignments(ask: Ask): Promise<void> {
  const resource = await ask("roles: an application", "POST /servicePrincipals", 201, {
    body: { appId: "75415bb1-9267-4313-bbf5-ae259732ee12", displayName: "Untried resource" },
  });
  const user = await ask("roles: a user", "POST /users", 201, userOf("assigned"));
  const appRoleId = "ef7437e6-4f94-4a0a-a110-a439eb2aa8f7";
  const given = { principalId: idOf(user), resourceId: idOf(resource), appRoleId };
  const to = `/servicePrincipals/${idOf(resource)}/appRoleAssignedTo`;
  const of = `/users/${idOf(user)}/appRoleAssignments`;
  const first = await ask("roles: given by the application", `POST ${to}`, 201, { body: given }, ({ body }) =>
    expect(body).toMatchObject(given),
  );
  await ask("roles: listed by the application", `GET ${to}`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(first)]),
  );
  await ask("roles: listed by the user", `GET ${of}`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(first)]),
  );
  await ask("roles: taken by the application", `DELETE ${to}/${idOf(first)}`, 204);
  await ask("roles: none of the user", `GET ${of}`, 200, {}, ({ body }) => expect(itemsOf(body)).toEqual([]));
  const group = await ask("roles: a group", "POST /groups", 201, groupOf("assignedgroup"));
  const second = await ask("roles: given to a group", `POST /groups/${idOf(group)}/appRoleAssignments`, 201, {
    body: { ...given, principalId: idOf(group) },
  });
  await ask("roles: the application knows of it", `GET ${to}`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(second)]),
  );
  const permissions = `/servicePrincipals/${idOf(resource)}/delegatedPermissionClassifications`;
  const low = {
    permissionId: "e1fe6dd8-ba31-4d61-89e7-88639da4683d",
    permissionName: "User.Read",
    classification: "low",
  };
  const classified = await ask("classes: one", `POST ${permissions}`, 201, { body: low }, ({ body }) =>
    expect(body).toMatchObject(low),
  );
  await ask("classes: listed", `GET ${permissions}`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(classified)]),
  );
  await ask("classes: deleted", `DELETE ${permissions}/${idOf(classified)}`, 204);
  const application = await ask("passwords: an application", "POST /applications", 201, {
    body: { displayName: "Untried passwords" },
  });
  const path = `/applications/${idOf(application)}`;
  const secret = await ask(
    "passwords: one",
    `POST ${path}/addPassword`,
    200,
    { body: { passwordCredential: { displayName: "Password <1>" } } },
    ({ body }) => {
      expect(body).toMatchObject({ displayName: "Password <1>", keyId: expect.any(String) });
      expect(typeof body.secretText).toBe("string");
    },
  );
  await ask("passwords: known", `GET ${path}`, 200, {}, ({ body }) =>
    expect(body.passwordCredentials).toMatchObject([{ keyId: secret.keyId, displayName: "Password <1>" }]),
  );
  await ask("passwords: removed", `POST ${path}/removePassword`, 204, { body: { keyId: secret.keyId } });
  await ask("passwords: unknown", `GET ${path}`, 200, {}, ({ body }) =>
    expect(body.passwordCredentials).toEqual([]),
  );
  const extension = await ask("extension properties: one", `POST ${path}/extensionProperties`, 201, {
    body: { name: "jobGroup", dataType: "String", targetObjects: ["User"] },
  });
  await ask("extension properties: listed", `GET ${path}/extensionProperties`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(extension)]),
  );
  await ask("extension properties: deleted", `DELETE ${path}/extensionProperties/${idOf(extension)}`, 204);
}

/** What groups may do and who may write to them. */
export async function askForGroups(ask: Ask, me: Ask): Promise<void> {
  const group = await ask("groups: one", "POST /groups", 201, groupOf("untriedgroup"));
  const user = await ask("groups: a sender", "POST /users", 201, userOf("sender"));
  const path = `/groups/${idOf(group)}`;
  for (const senders of ["acceptedSenders", "rejectedSenders"]) {
    const sender = `/users/${idOf(user)}`;
    await me(`groups: ${senders} gain one`, `POST ${path}/${senders}/$ref`, 204, ref(sender));
    await me(`groups: ${senders} has one`, `GET ${path}/${senders}`, 200, {}, ({ body }) =>
      expect(idsOf(body)).toEqual([idOf(user)]),
    );
    await me(
      `groups: ${senders} lose one`,
      `DELETE ${path}/${senders}/$ref?$id=https://graph.microsoft.com/v1.0${sender}`,
      204,
    );
    await me(`groups: ${senders} has none`, `GET ${path}/${senders}`, 200, {}, ({ body }) =>
      expect(itemsOf(body)).toEqual([]),
    );
  }
  const policy = await ask("lifetimes: one", "POST /groupLifecyclePolicies", 201, {
    body: {
      groupLifetimeInDays: 99,
      managedGroupTypes: "Selected",
      alternateNotificationEmails: "a@b.example",
    },
  });
  const member = { body: { groupId: idOf(group) } };
  await ask(
    "lifetimes: a group",
    `POST /groupLifecyclePolicies/${idOf(policy)}/addGroup`,
    200,
    member,
    ({ body }) => expect(body.value).toBe(true),
  );
  await ask("lifetimes: the group's", `GET ${path}/groupLifecyclePolicies`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(policy)]),
  );
  await ask(
    "lifetimes: a group less",
    `POST /groupLifecyclePolicies/${idOf(policy)}/removeGroup`,
    200,
    member,
  );
  await ask("lifetimes: not the group's", `GET ${path}/groupLifecyclePolicies`, 200, {}, ({ body }) =>
    expect(itemsOf(body)).toEqual([]),
  );
  await ask("groups: renewed", `POST ${path}/renew`, 204);
  await ask("groups: names are looked at", `POST ${path}/validateProperties`, 204, {
    body: { displayName: "Fine", mailNickname: "fine" },
  });
  const setting = await ask("groups: a setting", `POST ${path}/settings`, 201, {
    body: {
      templateId: "08d542b9-071f-4e16-94b0-74abb372e3d9",
      values: [{ name: "AllowToAddGuests", value: "false" }],
    },
  });
  await ask("groups: its settings", `GET ${path}/settings`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toEqual([idOf(setting)]),
  );
  const begun = await me("conversations: one", `POST ${path}/conversations`, 201, {
    body: {
      topic: "New <locations>",
      threads: [{ posts: [{ body: { contentType: "html", content: "What do we know?" } }] }],
    },
  });
  const conversation = `${path}/conversations/${idOf(begun)}`;
  await me("conversations: its topic", `GET ${conversation}`, 200, {}, ({ body }) =>
    expect(body.topic).toBe("New <locations>"),
  );
  await me("conversations: its thread", `GET ${conversation}/threads`, 200, {}, ({ body }) =>
    expect(itemsOf(body)).toHaveLength(1),
  );
  const thread = await me("conversations: another thread", `POST ${conversation}/threads`, 201, {
    body: { topic: "Take your", posts: [{ body: { contentType: "text", content: "Second" } }] },
  });
  await me("conversations: it is among the group's", `GET ${path}/threads`, 200, {}, ({ body }) =>
    expect(idsOf(body)).toContain(idOf(thread)),
  );
  const posts = `${path}/threads/${idOf(thread)}/posts`;
  let post = "none";
  await me("conversations: its post", `GET ${posts}`, 200, {}, ({ body }) => {
    post = idsOf(body)[0] ?? post;
    expect(itemsOf(body)).toMatchObject([{ body: { content: "Second" } }]);
  });
  await me("conversations: a reply", `POST ${path}/threads/${idOf(thread)}/reply`, 202, {
    body: { post: { body: { contentType: "text", content: "Third" } } },
  });
  await me("conversations: its posts", `GET ${posts}`, 200, {}, ({ body }) =>
    expect(itemsOf(body).map((one) => one.body)).toMatchObject([{ content: "Second" }, { content: "Third" }]),
  );
  await me("conversations: a reply to a post", `POST ${posts}/${post}/reply`, 202, {
    body: { post: { body: { contentType: "text", content: "Fourth" } } },
  });
  await me("conversations: locked", `PATCH ${path}/threads/${idOf(thread)}`, 200, {
    body: { isLocked: true },
  });
  await me("conversations: as locked", `GET ${path}/threads/${idOf(thread)}`, 200, {}, ({ body }) =>
    expect(body).toMatchObject({ isLocked: true, topic: "Take your" }),
  );
  await me("conversations: deleted", `DELETE ${conversation}`, 204);
  await me("conversations: gone", `GET ${conversation}`, 404);
  await me("conversations: gone with its threads", `GET ${path}/threads/${idOf(thread)}`, 404);
}
