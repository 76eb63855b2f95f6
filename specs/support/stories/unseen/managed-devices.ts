import { expect } from "vitest";
import { type Caller, idOf, idsOf, itemsOf, type Teller } from "../teller.ts";

/** Policies and configurations of devices, and what is assigned. */
export async function tellOfDevicePolicies({ step, refused }: Teller, all: Caller): Promise<void> {
  const policies = "/deviceManagement/deviceCompliancePolicies";
  const policy = await step(
    "device policies: one for Windows",
    () =>
      all.post(policies, {
        "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
        displayName: "Unseen Windows",
        description: "PIN & <BitLocker>",
        passwordRequired: true,
        passwordMinimumLength: 11,
        passwordRequiredType: "alphanumeric",
        bitLockerEnabled: true,
      }),
    (answer) =>
      expect(answer).toMatchObject({
        "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
        description: "PIN & <BitLocker>",
        passwordMinimumLength: 11,
        passwordRequiredType: "alphanumeric",
      }),
  );
  const path = `${policies}/${idOf(policy)}`;
  await step(
    "device policies: it is listed with its type",
    () => all.get(policies),
    (answer) =>
      expect(itemsOf(answer).find(({ id }) => id === idOf(policy))).toMatchObject({
        "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
      }),
  );
  await step(
    "device policies: a longer password",
    () =>
      all.patch(path, {
        "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
        passwordMinimumLength: 14,
      }),
    (answer) => expect(answer).toMatchObject({ passwordMinimumLength: 14, bitLockerEnabled: true }),
  );
  await step("device policies: what happens when it is broken", () =>
    all.post(`${path}/scheduleActionsForRules`, {
      deviceComplianceScheduledActionForRules: [
        {
          "@odata.type": "#microsoft.graph.deviceComplianceScheduledActionForRule",
          ruleName: "PasswordRequired",
        },
      ],
    }),
  );
  await step(
    "device policies: it is assigned",
    () =>
      all.post(`${path}/assign`, {
        assignments: [
          {
            "@odata.type": "#microsoft.graph.deviceCompliancePolicyAssignment",
            target: { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" },
          },
        ],
      }),
    (answer) => expect(Array.isArray(answer.value)).toBe(true),
  );
  await step("device policies: it is deleted", () => all.delete(path));
  await refused("device policies: it is gone", 404, () => all.get(path));
  const configurations = "/deviceManagement/deviceConfigurations";
  const settings = [
    {
      "@odata.type": "#microsoft.graph.omaSettingInteger",
      displayName: "One",
      omaUri: "./Vendor/MSFT/One",
      value: 7,
    },
  ];
  const configuration = await step(
    "device configurations: one for Android",
    () =>
      all.post(configurations, {
        "@odata.type": "#microsoft.graph.androidCustomConfiguration",
        displayName: "Unseen Android",
        omaSettings: settings,
      }),
    (answer) => expect(answer).toMatchObject({ displayName: "Unseen Android", omaSettings: settings }),
  );
  await step(
    "device configurations: one for iOS",
    () =>
      all.post(configurations, {
        "@odata.type": "#microsoft.graph.iosGeneralDeviceConfiguration",
        displayName: "Unseen iOS",
        cameraBlocked: true,
        passcodeMinimumLength: 6,
      }),
    (answer) => expect(answer).toMatchObject({ cameraBlocked: true, passcodeMinimumLength: 6 }),
  );
  await step(
    "device configurations: each has its type",
    () => all.get(configurations, { query: { filter: "startswith(displayName,'Unseen')" } }),
    (answer) =>
      expect(itemsOf(answer).map((item) => item["@odata.type"])).toEqual([
        "#microsoft.graph.androidCustomConfiguration",
        "#microsoft.graph.iosGeneralDeviceConfiguration",
      ]),
  );
  await step("device configurations: deleted", () => all.delete(`${configurations}/${idOf(configuration)}`));
}

/** Devices that are managed, and the apps that they get. */
export async function tellOfManagedDevices({ step, refused }: Teller, all: Caller): Promise<void> {
  const device = await step(
    "managed devices: one is enrolled",
    () =>
      all.post("/deviceManagement/managedDevices", {
        "@odata.type": "#microsoft.graph.managedDevice",
        deviceName: "DESKTOP-UNSEEN",
        managedDeviceOwnerType: "company",
        operatingSystem: "Windows",
        osVersion: "10.0.19043",
        complianceState: "compliant",
        serialNumber: "SN-1",
      }),
    (answer) => expect(answer.deviceName).toBe("DESKTOP-UNSEEN"),
  );
  const path = `/deviceManagement/managedDevices/${idOf(device)}`;
  await step(
    "managed devices: found by name",
    () =>
      all.get("/deviceManagement/managedDevices", {
        query: { filter: "deviceName eq 'DESKTOP-UNSEEN'", select: "id,deviceName,osVersion" },
      }),
    (answer) => expect(itemsOf(answer)).toMatchObject([{ id: idOf(device), deviceName: "DESKTOP-UNSEEN" }]),
  );
  await step(
    "managed devices: a note",
    () => all.patch(path, { managedDeviceName: "Front desk", notes: "At the <door>" }),
    (answer) => expect(answer).toMatchObject({ managedDeviceName: "Front desk", notes: "At the <door>" }),
  );
  for (const action of ["syncDevice", "rebootNow", "remoteLock", "retire"])
    await step(`managed devices: ${action}`, () => all.post(`${path}/${action}`, {}));
  await step("managed devices: scanned", () => all.post(`${path}/windowsDefenderScan`, { quickScan: true }));
  await step("managed devices: wiped", () =>
    all.post(`${path}/wipe`, { keepEnrollmentData: true, keepUserData: true, persistEsimDataPlan: true }),
  );
  await refused("managed devices: one that is not there is not wiped", 404, () =>
    all.post("/deviceManagement/managedDevices/705c034c-0000-0000-0000-5c704c035c70/wipe", {}),
  );
  await step("managed devices: deleted", () => all.delete(path));
  await refused("managed devices: gone", 404, () => all.get(path));
  const app = await step(
    "apps: one of the web",
    () =>
      all.post("/deviceAppManagement/mobileApps", {
        "@odata.type": "#microsoft.graph.webApp",
        displayName: "Unseen portal",
        publisher: "Contoso",
        appUrl: "https://portal.unseen.example",
        useManagedBrowser: true,
      }),
    (answer) =>
      expect(answer).toMatchObject({ appUrl: "https://portal.unseen.example", useManagedBrowser: true }),
  );
  const appPath = `/deviceAppManagement/mobileApps/${idOf(app)}`;
  await step("apps: assigned", () =>
    all.post(`${appPath}/assign`, {
      mobileAppAssignments: [
        {
          "@odata.type": "#microsoft.graph.mobileAppAssignment",
          intent: "required",
          target: { "@odata.type": "#microsoft.graph.allLicensedUsersAssignmentTarget" },
        },
      ],
    }),
  );
  const category = await step("apps: a category", () =>
    all.post("/deviceAppManagement/mobileAppCategories", { displayName: "Unseen category" }),
  );
  await step(
    "apps: found by name",
    () => all.get("/deviceAppManagement/mobileApps", { query: { filter: "displayName eq 'Unseen portal'" } }),
    (answer) =>
      expect(itemsOf(answer)).toMatchObject([{ "@odata.type": "#microsoft.graph.webApp", id: idOf(app) }]),
  );
  await step("apps: deleted", () => all.delete(appPath));
  await refused("apps: gone", 404, () => all.get(appPath));
  await step("apps: the category is deleted", () =>
    all.delete(`/deviceAppManagement/mobileAppCategories/${idOf(category)}`),
  );
}

/** What else stands below the management of devices. */
export async function tellOfDeviceManagement({ step }: Teller, all: Caller): Promise<void> {
  const root = "/deviceManagement";
  const simple: readonly (readonly [
    string,
    string,
    Readonly<Record<string, unknown>>,
    Readonly<Record<string, unknown>>,
  ])[] = [
    [
      "categories",
      "deviceCategories",
      { displayName: "Kiosks", description: "In {halls}" },
      { description: "Halls" },
    ],
    [
      "terms",
      "termsAndConditions",
      {
        displayName: "Terms",
        title: "Our terms",
        bodyText: "<p>Be nice</p>",
        acceptanceStatement: "I am",
        version: 1,
      },
      { version: 2 },
    ],
    [
      "notifications",
      "notificationMessageTemplates",
      { displayName: "Notice", defaultLocale: "en-us", brandingOptions: "includeCompanyLogo" },
      { displayName: "Notices" },
    ],
    [
      "roles",
      "roleDefinitions",
      {
        displayName: "Helpers",
        description: "Help",
        rolePermissions: [
          {
            resourceActions: [
              {
                allowedResourceActions: ["Microsoft.Intune_Organization_Read"],
                notAllowedResourceActions: [],
              },
            ],
          },
        ],
        isBuiltIn: false,
      },
      { description: "Help all" },
    ],
  ];
  for (const [name, segment, body, change] of simple) {
    const created = await step(
      `device management: ${name}, one is created`,
      () => all.post(`${root}/${segment}`, body),
      (answer) => expect(answer).toMatchObject(body),
    );
    await step(
      `device management: ${name}, it is changed`,
      () => all.patch(`${root}/${segment}/${idOf(created)}`, change),
      (answer) => expect(answer).toMatchObject({ ...body, ...change }),
    );
    await step(
      `device management: ${name}, it is listed`,
      () => all.get(`${root}/${segment}`),
      (answer) => expect(idsOf(answer)).toContain(idOf(created)),
    );
    if (segment === "notificationMessageTemplates") {
      const localized = await step(
        "device management: a text in a language",
        () =>
          all.post(`${root}/${segment}/${idOf(created)}/localizedNotificationMessages`, {
            locale: "de-de",
            subject: "Achtung",
            messageTemplate: "Hallo {{UserName}}",
            isDefault: true,
          }),
        (answer) => expect(answer).toMatchObject({ locale: "de-de", messageTemplate: "Hallo {{UserName}}" }),
      );
      await step(
        "device management: the texts of a template",
        () =>
          all.get(`${root}/${segment}/${idOf(created)}`, {
            query: { expand: "localizedNotificationMessages" },
          }),
        (answer) =>
          expect(answer).toMatchObject({ localizedNotificationMessages: [{ id: idOf(localized) }] }),
      );
      await step("device management: a test message", () =>
        all.post(`${root}/${segment}/${idOf(created)}/sendTestMessage`, {}),
      );
    }
    await step(`device management: ${name}, it is deleted`, () =>
      all.delete(`${root}/${segment}/${idOf(created)}`),
    );
  }
}
