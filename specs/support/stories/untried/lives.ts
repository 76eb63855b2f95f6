import type { Life } from "./life-cycle.ts";

const policyOf = (collection: string, displayName: string): Life => ({
  of: collection,
  at: `/policies/${collection}`,
  body: { definition: [`{"${displayName}":{"Version":1}}`], displayName, isOrganizationDefault: false },
  change: { displayName: `${displayName} <2>` },
});

/** Collections whose pages create, read, change and delete. */
export const lives: readonly Life[] = [
  policyOf("activityBasedTimeoutPolicies", "Untried timeout"),
  policyOf("homeRealmDiscoveryPolicies", "Untried realm"),
  policyOf("claimsMappingPolicies", "Untried claims"),
  {
    of: "feature rollouts",
    personal: true,
    at: "/policies/featureRolloutPolicies",
    body: {
      displayName: "Untried rollout",
      description: "",
      feature: "passthroughAuthentication",
      isEnabled: true,
      isAppliedToOrganization: false,
    },
    change: { isEnabled: false },
  },
  {
    of: "permission grants",
    at: "/policies/permissionGrantPolicies",
    body: { id: "untried-consent", displayName: "Untried consent", description: "Conditions {1}" },
    change: { displayName: "Other consent" },
  },
  {
    of: "identity providers",
    personal: true,
    at: "/identityProviders",
    body: { name: "Login with Amazon", type: "Amazon", clientId: "56433757", clientSecret: "000000000000" },
    shown: { name: "Login with Amazon", type: "Amazon", clientId: "56433757" },
    change: { name: "Login with another" },
  },
  {
    of: "connectors",
    at: "/identity/apiConnectors",
    body: {
      displayName: "Untried API",
      targetUrl: "https://untried.example/api",
      authenticationConfiguration: {
        "@odata.type": "#microsoft.graph.basicAuthentication",
        username: "MyUsername",
        password: "MyPassword",
      },
    },
    shown: {
      displayName: "Untried API",
      targetUrl: "https://untried.example/api",
      authenticationConfiguration: {
        "@odata.type": "#microsoft.graph.basicAuthentication",
        username: "MyUsername",
      },
    },
    change: { targetUrl: "https://other.example/api" },
    filter: "displayName eq 'Untried API'",
  },
  {
    of: "group lifetimes",
    at: "/groupLifecyclePolicies",
    body: {
      groupLifetimeInDays: 77,
      managedGroupTypes: "Selected",
      alternateNotificationEmails: "a@untried.example",
    },
    change: { groupLifetimeInDays: 180 },
    statuses: { changed: 200 },
  },
  {
    of: "group settings",
    at: "/groupSettings",
    body: {
      displayName: "Untried settings",
      templateId: "62375ab9-6b52-47ed-826b-58e47e0e304b",
      values: [{ name: "CustomBlockedWordsList", value: "CEO,<b>" }],
    },
    shown: {
      displayName: "Untried settings",
      values: [{ name: "CustomBlockedWordsList", value: "CEO,<b>" }],
    },
    change: { values: [{ name: "CustomBlockedWordsList", value: "" }] },
  },
  {
    of: "print tasks",
    at: "/print/taskDefinitions",
    body: { displayName: "Untried task", createdBy: { displayName: "Requesting app" } },
    change: { displayName: "Another task" },
    statuses: { changed: 200 },
  },
  {
    of: "Intune's messages",
    at: "/deviceManagement/notificationMessageTemplates",
    body: {
      "@odata.type": "#microsoft.graph.notificationMessageTemplate",
      displayName: "Untried message",
      defaultLocale: "en-us",
      brandingOptions: "includeCompanyLogo",
    },
    shown: { displayName: "Untried message", defaultLocale: "en-us", brandingOptions: "includeCompanyLogo" },
    change: { brandingOptions: "includeCompanyName" },
    statuses: { changed: 200 },
  },
  {
    of: "Intune's terms",
    at: "/deviceManagement/termsAndConditions",
    body: {
      "@odata.type": "#microsoft.graph.termsAndConditions",
      displayName: "Untried terms",
      title: "Terms",
      bodyText: "You <must> agree",
      acceptanceStatement: "I agree",
      version: 7,
    },
    shown: { displayName: "Untried terms", bodyText: "You <must> agree", version: 7 },
    change: { version: 8 },
    statuses: { changed: 200 },
  },
  {
    of: "Intune's roles",
    at: "/deviceManagement/roleDefinitions",
    body: {
      "@odata.type": "#microsoft.graph.roleDefinition",
      displayName: "Untried role",
      description: "",
      isBuiltIn: false,
    },
    shown: { displayName: "Untried role", description: "", isBuiltIn: false },
    change: { description: "A role" },
    statuses: { changed: 200 },
  },
  {
    of: "workforce",
    personal: true,
    at: "/teamwork/workforceIntegrations",
    body: {
      displayName: "Untried integration",
      apiVersion: 1,
      isActive: true,
      url: "https://untried.example/shifts",
      encryption: { protocol: "sharedSecret", secret: "My Secret" },
    },
    shown: { displayName: "Untried integration", apiVersion: 1, isActive: true },
    change: { isActive: false },
    statuses: { changed: 200 },
  },
];
