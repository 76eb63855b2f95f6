import { expect, test } from "vitest";
import { startMock } from "../../../src/mock/http/start-mock.ts";
import { corpus, hasCorpus } from "../../support/corpus.ts";
import { javascriptClient } from "../../support/stories/javascript-client.ts";
import { idOf, type Told, teller } from "../../support/stories/teller.ts";
import { tokenOf } from "../../support/stories/token-of.ts";
import { typescriptSdk } from "../../support/stories/typescript-sdk.ts";
import { tellOfContacts, tellOfMailboxRules } from "../../support/stories/unseen/contacts.ts";
import { tellOfEducation } from "../../support/stories/unseen/education.ts";
import { tellOfAvailability, tellOfMeetings } from "../../support/stories/unseen/events.ts";
import { tellOfGovernance, tellOfOrganization } from "../../support/stories/unseen/governance.ts";
import { tellOfConditionalAccess, tellOfGrants, tellOfRoles } from "../../support/stories/unseen/identity.ts";
import {
  tellOfDeviceManagement,
  tellOfDevicePolicies,
  tellOfManagedDevices,
} from "../../support/stories/unseen/managed-devices.ts";
import { tellOfTalks } from "../../support/stories/unseen/meetings-online.ts";
import {
  tellOfExtensions,
  tellOfServices,
  tellOfThreads,
} from "../../support/stories/unseen/more-of-directory.ts";
import { tellOfNotebooks, tellOfSites, tellOfWorkbooks } from "../../support/stories/unseen/notes.ts";
import { plainly } from "../../support/stories/unseen/plain-client.ts";
import {
  askForStatus,
  askInBatches,
  askWithEtags,
  askWrongly,
} from "../../support/stories/unseen/plain-requests.ts";
import { tellOfQueries } from "../../support/stories/unseen/queries.ts";
import { tellOfPlanner, tellOfTodo } from "../../support/stories/unseen/tasks.ts";
import { tellOfShifts, tellOfTeamwork } from "../../support/stories/unseen/teamwork.ts";

/** Of all steps: a second set, written before anybody had looked how the mock answers it. */
const floor = 0.97;

test.runIf(hasCorpus)(
  "families of Graph that the other stories do not touch work for three clients",
  async () => {
    const mock = await startMock({ contracts: [(await corpus()).contract("v1.0")], lenient: () => {} });
    try {
      const { origin } = mock;
      const app = await tokenOf(origin, { grant_type: "client_credentials" });
      const user = await tokenOf(origin, {
        grant_type: "password",
        username: "megan@contoso.com",
        password: "hers",
      });
      const told: Told[] = [];
      const tell = teller(told);
      const [all, me] = [javascriptClient(origin, app), javascriptClient(origin, user)];
      await tellOfContacts(tell, me);
      await tellOfMailboxRules(tell, me);
      await tellOfMeetings(tell, me, "js");
      await tellOfAvailability(tell, me);
      await tellOfTodo(tell, me);
      await tellOfPlanner(tell, me);
      await tellOfTeamwork(tell, all, all, "js");
      await tellOfShifts(tell, all, all, "js");
      await tellOfTalks(tell, all, me);
      await tellOfNotebooks(tell, me);
      await tellOfSites(tell, all);
      await tellOfWorkbooks(tell, me, me.write);
      await tellOfEducation(tell, all, me);
      await tellOfConditionalAccess(tell, all);
      await tellOfRoles(tell, all);
      await tellOfGrants(tell, all);
      await tellOfGovernance(tell, all, me);
      await tellOfOrganization(tell, all, me);
      await tellOfDevicePolicies(tell, all);
      await tellOfManagedDevices(tell, all);
      await tellOfDeviceManagement(tell, all);
      await tellOfExtensions(tell, all, me);
      await tellOfThreads(tell, all);
      await tellOfServices(tell, all, me);
      await tellOfQueries(tell, all);
      const js = told.length;
      const id = idOf(await me.get("/me"));
      const [sdkAll, sdkMe] = [typescriptSdk(origin, app), typescriptSdk(origin, user, id)];
      await tellOfContacts(tell, sdkMe);
      await tellOfMailboxRules(tell, sdkMe);
      await tellOfMeetings(tell, sdkMe, "sdk");
      await tellOfAvailability(tell, sdkMe);
      await tellOfTodo(tell, sdkMe);
      await tellOfTeamwork(tell, sdkAll, all, "sdk");
      await tellOfShifts(tell, sdkAll, all, "sdk");
      await tellOfNotebooks(tell, sdkMe);
      const sdk = told.length;
      const [ask, mine] = [plainly(tell, origin, app), plainly(tell, origin, user)];
      await askForStatus(ask, mine);
      await askWithEtags(mine);
      await askInBatches(ask);
      await askWrongly(ask, plainly(tell, origin));
      const wrong = told.flatMap(({ says, wrong }, index) => {
        const client = index < js ? "JavaScript" : index < sdk ? "TypeScript" : "fetch";
        return wrong === undefined ? [] : `${client} ${says}: ${wrong}`;
      });
      expect(told.length).toBeGreaterThan(550);
      expect(1 - wrong.length / told.length, `${told.length} steps\n${wrong.join("\n")}`).toBeGreaterThan(
        floor,
      );
    } finally {
      await mock.close();
    }
  },
  120_000,
);
