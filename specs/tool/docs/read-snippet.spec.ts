import { describe, expect, it } from "vitest";
import { readSnippet } from "../../../src/docs/snippets/read-snippet.ts";

function callIn(language: string, ...lines: string[]) {
  const reading = readSnippet(language, lines.join("\n"))?.reading;
  return reading && "call" in reading ? reading.call : reading;
}

/** The chain as `Users/{id}`. */
function chainIn(language: string, ...lines: string[]): string {
  const call = callIn(language, ...lines);
  if (!call || "unread" in call || !("steps" in call.path)) return "";
  return `${call.method} ${call.path.steps.map(({ text, key }) => (key ? `<${text}>` : text)).join("/")}`;
}

describe("a snippet in", () => {
  it("JavaScript has its path as a URL, with quotation marks inside, its options, headers and members", () => {
    const lines = [
      "const font = {",
      "  color: '#FFF',",
      "  'owner@odata.bind': 'https://x',",
      "  nested: { size: 1 }",
      "};",
      "await client.api('/me/drive/items/{id}/workbook/range(address='A1')/font')",
      "\t.header('Prefer','outlook.timezone=\"Pacific Standard Time\"')",
      "\t.select('id,text').top(3)",
      "\t.update(font);",
    ];
    expect(callIn("javascript", ...lines)).toEqual({
      method: "PATCH",
      path: { form: "url", url: "/me/drive/items/{id}/workbook/range(address='A1')/font" },
      options: { $select: "id,text", $top: "3" },
      headers: { prefer: 'outlook.timezone="Pacific Standard Time"' },
      body: ["color", "owner@odata.bind", "nested"],
    });
  });

  it("C# of before has keys in brackets, its settings behind the request, and a list of options", () => {
    const lines = [
      "var queryOptions = new List<QueryOption>()",
      "{",
      '\tnew QueryOption("$search", "\\"a:b\\"")',
      "};",
      'var messages = await graphClient.Users["{user-id}"].Messages',
      "\t.Request( queryOptions )",
      '\t.Header("Prefer","a=\\"b\\"")',
      "\t.Select( e => new {",
      "\t\t\t e.Subject,",
      "\t\t\t e.Sender ",
      "\t\t\t })",
      "\t.GetAsync();",
    ];
    expect(chainIn("csharp", ...lines)).toBe("GET Users/<{user-id}>/Messages");
    expect(callIn("csharp", ...lines)).toMatchObject({
      options: { $search: '\\"a:b\\"', $select: "Subject,Sender" },
      headers: { prefer: 'a="b"' },
    });
  });

  it("C# of today has them in its configuration, and further names in a dictionary", () => {
    const lines = [
      "var requestBody = new Group",
      "{",
      '\tDisplayName = "a",',
      "\tGroupTypes = new List<string>",
      "\t{",
      '\t\t"Unified",',
      "\t},",
      "\tAdditionalData = new Dictionary<string, object>",
      "\t{",
      "\t\t{",
      '\t\t\t"owners@odata.bind" , new List<string> { "x" }',
      "\t\t},",
      "\t},",
      "};",
      "var result = await graphClient.Groups.PostAsync(requestBody, (requestConfiguration) =>",
      "{",
      '\trequestConfiguration.QueryParameters.Select = new string []{ "id","displayName" };',
      '\trequestConfiguration.Headers.Add("ConsistencyLevel", "eventual");',
      "});",
    ];
    expect(chainIn("csharp", ...lines)).toBe("POST Groups");
    expect(callIn("csharp", ...lines)).toMatchObject({
      options: { $select: "id,displayName" },
      headers: { consistencylevel: "eventual" },
      body: ["DisplayName", "GroupTypes", "owners@odata.bind"],
    });
  });

  it("C# may search for a text that speaks of something new", () => {
    const lines = [
      "await graphClient.Me.Messages.GetAsync((requestConfiguration) =>",
      "{",
      '\trequestConfiguration.QueryParameters.Search = "\\"a new lamp\\"";',
      "});",
    ];
    expect(callIn("csharp", ...lines)).toMatchObject({ options: { $search: '"a new lamp"' } });
  });

  it("C# may name a URL in the place of a chain", () => {
    expect(
      callIn("csharp", 'await graphClient.Me.WithUrl("https://x/v1.0/me/a?$top=1").GetAsync();'),
    ).toMatchObject({
      path: { form: "url", url: "https://x/v1.0/me/a?$top=1" },
    });
  });

  it("Java of both kinds", () => {
    expect(chainIn("java", 'graphClient.users("u").messages().buildRequest().select("id").get();')).toBe(
      "GET users/<u>/messages",
    );
    const lines = [
      "Message message = new Message();",
      'message.setSubject("a");',
      'graphClient.users().byUserId("{user-id}").messages().post(message, requestConfiguration -> {',
      '\trequestConfiguration.queryParameters.select = new String []{"id", "subject"};',
      "});",
    ];
    expect(chainIn("java", ...lines)).toBe("POST users/<{user-id}>/messages");
    expect(callIn("java", ...lines)).toMatchObject({ options: { $select: "id,subject" }, body: ["Subject"] });
    const before = [
      "User user = new User();",
      'user.displayName = "a";',
      "graphClient.users().buildRequest().post(user);",
    ];
    expect(callIn("java", ...before)).toMatchObject({ method: "POST", body: ["displayName"] });
  });

  it("Objective-C", () => {
    const lines = [
      '[NSURL URLWithString:[MSGraphBaseURL stringByAppendingString:@"/me/messages?$top=1"]]];',
      '[urlRequest setHTTPMethod:@"POST"];',
      '[urlRequest setValue:@"a" forHTTPHeaderField:@"Prefer"];',
      'payloadDictionary[@"comment"] = comment;',
      "[urlRequest setHTTPBody:data];",
    ];
    expect(callIn("objc", ...lines)).toEqual({
      method: "POST",
      path: { form: "url", url: "/me/messages?$top=1" },
      options: {},
      headers: { prefer: "a" },
      body: ["comment"],
    });
  });

  it("Go", () => {
    const lines = [
      "requestFilter := \"startswith(displayName,'a')\"",
      "requestParameters := &graphusers.UsersRequestBuilderGetQueryParameters{",
      "\tFilter: &requestFilter,",
      '\tSelect: [] string {"id","displayName"},',
      "}",
      'headers.Add("ConsistencyLevel", "eventual")',
      'users, err := graphClient.Users().ByUserId("user-id").Messages().Get(context.Background(), configuration)',
    ];
    expect(chainIn("go", ...lines)).toBe("GET Users/<user-id>/Messages");
    expect(callIn("go", ...lines)).toMatchObject({
      options: { $filter: "startswith(displayName,'a')", $select: "id,displayName" },
      headers: { consistencylevel: "eventual" },
    });
  });

  it("PHP", () => {
    const lines = [
      "$headers = [",
      "\t'ConsistencyLevel' => 'eventual',",
      "];",
      '$queryParameters->select = ["id","subject"];',
      "$result = $graphServiceClient->users()->byUserId('user-id')->messages()->get($requestConfiguration)->wait();",
    ];
    expect(chainIn("php", ...lines)).toBe("GET users/<user-id>/messages");
    expect(callIn("php", ...lines)).toMatchObject({
      options: { $select: "id,subject" },
      headers: { consistencylevel: "eventual" },
    });
  });

  it("Python", () => {
    const lines = [
      "query_params = MessagesRequestBuilder.MessagesRequestBuilderGetQueryParameters(",
      '\t\tselect = ["id","subject"],',
      ")",
      'request_configuration.headers.add("Prefer", "a")',
      "result = await graph_client.users.by_user_id('user-id').mail_folders.get(request_configuration = request_configuration)",
    ];
    expect(chainIn("python", ...lines)).toBe("GET users/<user-id>/mail_folders");
    expect(callIn("python", ...lines)).toMatchObject({
      options: { $select: "id,subject" },
      headers: { prefer: "a" },
    });
    const sent = [
      "request_body = Message(",
      '\tsubject = "a",',
      "\tbody = ItemBody(",
      '\t\tcontent = "b",',
      "\t),",
      ")",
    ];
    expect(callIn("python", ...sent, "await graph_client.me.messages.post(request_body)")).toMatchObject({
      body: ["subject", "body"],
    });
  });

  it("the command line, whose keys are parameters", () => {
    const line =
      'mgc users mail-folders list --user-id {user-id} --select "id,subject" --consistency-level "eventual"';
    expect(callIn("cli", line)).toEqual({
      method: "GET",
      path: { form: "names", steps: [{ text: "users" }, { text: "mail-folders" }] },
      options: { $select: "id,subject" },
      headers: { consistencylevel: "eventual" },
    });
  });

  it("PowerShell, whose command has all names in one word", () => {
    const lines = [
      "$params = @{",
      '\tsubject = "a"',
      "\tbody = @{",
      '\t\tcontent = "b"',
      "\t}",
      "}",
      "New-MgUserMessage -UserId $userId -BodyParameter $params",
    ];
    expect(callIn("powershell", ...lines)).toEqual({
      method: "",
      methods: ["POST", "PUT"],
      path: { form: "word", word: "UserMessage", command: "New-MgUserMessage" },
      options: {},
      headers: {},
      body: ["subject", "body"],
    });
    expect(callIn("powershell", 'Get-MgBetaUser -Property "id,mail"')).toMatchObject({
      path: { word: "User" },
      options: { $select: "id,mail" },
    });
  });

  it("no language of an SDK is none", () => {
    expect(readSnippet("http", "GET /me")).toBeUndefined();
    expect(readSnippet("constructor", "")).toBeUndefined();
  });

  it("which calls nothing, or several things, or breaks off, is not read", () => {
    expect(callIn("csharp", "var a = 1;")).toEqual({ unread: "it calls no path" });
    expect(
      callIn("csharp", "await graphClient.Me.GetAsync();", "await graphClient.Users.GetAsync();"),
    ).toEqual({
      unread: "it makes several calls",
    });
    expect(callIn("javascript", "client.api('/me).get();")).toHaveProperty("unread");
  });
});
