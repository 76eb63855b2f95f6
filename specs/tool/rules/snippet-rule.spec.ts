import { describe, expect, it } from "vitest";
import { findingsOn, judgePages } from "./judge-pages.ts";
import { type ShownSnippet, snippetPage } from "./snippet-page.ts";

const file = "api/lamp.md";

function saidOf(shown: ShownSnippet) {
  return findingsOn({ [file]: snippetPage(shown) })
    .filter(({ rule }) => rule === "snippet/request-differs")
    .map(({ marks, message }) => ({ marks, message }));
}

function messagesOf(shown: ShownSnippet) {
  return saidOf(shown).map(({ message }) => message);
}

function reasonsOf(shown: ShownSnippet) {
  return judgePages({ [file]: snippetPage(shown) })
    .flatMap(({ assertions }) => assertions)
    .flatMap((one) =>
      one.rule === "snippet/request-differs" && one.status === "not-verified" ? [one.reason] : [],
    );
}

describe("snippet/request-differs", () => {
  it("finds another path, and stands at the call", () => {
    expect(saidOf({ code: "const c = 1;\nlet lamp = await client.api('/shades/l-1').get();" })).toEqual([
      {
        marks: ".api('/shades/l-1').get();",
        message: 'the JavaScript snippet calls "GET /shades/l-1"; the request is "GET /lamps/l-1"',
      },
    ]);
    expect(messagesOf({ code: "let lamp = await client.api('/lamps/other-id').get();" })).toEqual([]);
  });

  it("finds another method", () => {
    expect(messagesOf({ code: "await client.api('/lamps/l-1').delete();" })).toEqual([
      'the JavaScript snippet sends DELETE; the request is "GET /lamps/l-1"',
    ]);
  });

  it("finds another select list, and takes it as a set", () => {
    const request = "GET /lamps/l-1?$select=id,displayName";
    expect(messagesOf({ request, code: "client.api('/lamps/l-1').select('id,wattage').get();" })).toEqual([
      'the JavaScript snippet has "id,wattage" for $select; the request has "id,displayName"',
    ]);
    expect(messagesOf({ request, code: "client.api('/lamps/l-1').get();" })).toEqual([
      'the JavaScript snippet does not send the request\'s $select, "id,displayName"',
    ]);
    expect(
      messagesOf({ request, code: "client.api('/lamps/l-1').select('displayName, id').get();" }),
    ).toEqual([]);
  });

  it("finds a header that is left out, but not one that is the library's business", () => {
    const request = 'DELETE /lamps/l-1\nIf-Match: W/"1"\nAuthorization: Bearer x';
    const template = "DELETE /lamps/{id}";
    expect(messagesOf({ request, template, code: "client.api('/lamps/l-1').delete();" })).toEqual([
      "the JavaScript snippet does not send the request's header If-Match",
    ]);
    const code = "client.api('/lamps/l-1').header('If-Match','W/\"1\"').delete();";
    expect(messagesOf({ request, template, code })).toEqual([]);
  });

  it("finds other members of a body", () => {
    const request =
      'POST /lamps\nContent-Type: application/json\n\n{ "@odata.type": "#a.b", "displayName": "a" }';
    const template = "POST /lamps";
    const code = (name: string) =>
      `const lamp = {\n  ${name}: 'a'\n};\nawait client.api('/lamps').post(lamp);`;
    expect(messagesOf({ request, template, code: code("name") })).toEqual([
      'the JavaScript snippet does not send the body\'s "displayName"',
    ]);
    expect(messagesOf({ request, template, code: code("displayName") })).toEqual([]);
  });

  it("knows the names of all languages", () => {
    const request = "GET /users/u-1/mailFolders/inbox/microsoft.graph.delta(from='a')/$count";
    const template = "GET /users/{id}/mailFolders/{id}/microsoft.graph.delta(from='{x}')/$count";
    const codes: Record<string, string> = {
      csharp:
        'await graphClient.Users["{user-id}"].MailFolders["{id}"].MicrosoftGraphDeltaWithFrom("{from}").Count.GetAsync();',
      go: 'graphClient.Me().MailFolders().ByMailFolderId("mailFolder-id").DeltaWithFrom(&from).Count().Get(context.Background(), nil)',
      java: 'graphClient.users().byUserId("{u}").mailFolders().byMailFolderId("{m}").deltaWithFrom("{from}").count().get();',
      php: "$graphServiceClient->users()->byUserId('u')->mailFolders()->byMailFolderId('m')->deltaWithFrom('a', )->count()->get()->wait();",
      python:
        "await graph_client.users.by_user_id('u').mail_folders.by_mail_folder_id('m').delta_with_from(\"{from}\").count.get()",
    };
    for (const [language, code] of Object.entries(codes)) {
      expect(messagesOf({ request, template, language, code }), language).toEqual([]);
      expect(
        messagesOf({ request, template, language, code: code.replace(/mail_?folders(?!_)/i, "Calendars") }),
        language,
      ).toHaveLength(1);
    }
  });

  it("compares the command line without keys, and PowerShell by its words", () => {
    const request = "GET /users/u-1/mailFolders/m-1/messages?$select=id";
    const template = "GET /users/{id}/mailFolders/{id}/messages";
    const line =
      'mgc users mail-folders messages list --user-id {user-id} --mail-folder-id {id} --select "id"';
    expect(messagesOf({ request, template, language: "cli", code: line })).toEqual([]);
    expect(
      messagesOf({ request, template, language: "cli", code: line.replace("messages", "rules") }),
    ).toHaveLength(1);
    const command = 'Get-MgUserMailFolderMessage -UserId $userId -MailFolderId $id -Property "id"';
    expect(messagesOf({ request, template, language: "powershell", code: command })).toEqual([]);
    expect(
      messagesOf({ request, template, language: "powershell", code: command.replace('"id"', '"x"') }),
    ).toHaveLength(1);
    expect(
      messagesOf({
        request,
        template,
        language: "powershell",
        code: command.replace("FolderMessage", "FolderRule"),
      }),
    ).toEqual([
      'the PowerShell snippet calls "Get-MgUserMailFolderRule"; the request is "GET /users/u-1/mailFolders/m-1/messages"',
    ]);
  });

  it("takes me for a user, and the body of a reference for the object that it names", () => {
    const request =
      'POST /users/u-1/owned/$ref\nContent-Type: application/json\n\n{ "@odata.id": "https://graph.microsoft.com/v1.0/x/1" }';
    const code =
      'var directoryObject = new DirectoryObject\n{\n\tId = "1"\n};\nawait graphClient.Me.Owned.References\n\t.Request()\n\t.AddAsync(directoryObject);';
    expect(
      messagesOf({ request, template: "POST /users/{id}/owned/$ref", language: "csharp", code }),
    ).toEqual([]);
  });

  it("knows that some SDKs have the items of a drive below drives alone", () => {
    const request = "GET /me/drive/root/children";
    const code = 'await graphClient.Drives["{drive-id}"].Items["{driveItem-id}"].Children.GetAsync();';
    expect(messagesOf({ request, template: request, language: "csharp", code })).toEqual([]);
    const other = code.replace("Children", "Versions");
    expect(messagesOf({ request, template: request, language: "csharp", code: other })).toHaveLength(1);
    const line = "mgc drives items children list --drive-id {drive-id} --drive-item-id {driveItem-id}";
    expect(messagesOf({ request, template: request, language: "cli", code: line })).toEqual([]);
  });

  it("takes a function or delta for no key, but a name that a key may have", () => {
    const code = 'await graphClient.Lamps["{lamp-id}"].GetAsync();';
    for (const request of ["GET /lamps/near(place='a',far='b')", "GET /lamps/delta"]) {
      expect(messagesOf({ request, template: request, language: "csharp", code })).toHaveLength(1);
    }
    const request = "GET /lamps/standing";
    expect(messagesOf({ request, template: request, language: "csharp", code })).toEqual([]);
  });

  it("reads an option to its end, with a semicolon inside", () => {
    const request = "GET /lamps/l-1?$expand=parts($select=id;$top=2)";
    const code =
      'await graphClient.Lamps["{lamp-id}"].GetAsync((requestConfiguration) =>\n{\n\trequestConfiguration.QueryParameters.Expand = new string []{ "parts($select=id;$top=2)" };\n});';
    expect(messagesOf({ request, language: "csharp", code })).toEqual([]);
  });

  it("is not verified where code cannot be read, or reaches a property through its owner", () => {
    expect(reasonsOf({ code: "const nothing = 1;" })).toEqual(["unreadable"]);
    const code = 'await graphClient.Me.Request().Select("MailboxSettings").GetAsync();';
    const request = "GET /me/mailboxSettings";
    expect(reasonsOf({ request, template: request, language: "csharp", code })).toEqual(["unreadable"]);
    expect(messagesOf({ request, template: request, language: "csharp", code })).toEqual([]);
  });

  it("stands at the include, where the snippet is a file that two pages share", () => {
    const include = "[!INCLUDE [sample-code](../includes/snippets/csharp/get-it-csharp-snippets.md)]";
    const found = findingsOn({
      "api/plant-get.md": snippetPage({
        request: "GET /plants/p-1",
        template: "GET /plants/{id}",
        code: include,
      }),
      "api/tree-get.md": snippetPage({
        request: "GET /trees/t-1",
        template: "GET /trees/{id}",
        code: include,
      }),
      "includes/snippets/csharp/get-it-csharp-snippets.md":
        '```csharp\nvar result = await graphClient.Plants["p-1"]\n\t.Request()\n\t.GetAsync();\n```\n',
    });
    expect(found.filter(({ rule }) => rule === "snippet/request-differs")).toEqual([
      {
        rule: "snippet/request-differs",
        marks: include,
        message: 'the C# snippet calls "GET /Plants/{p-1}"; the request is "GET /trees/t-1"',
      },
    ]);
  });
});
