using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace Stories;

/// <summary>A group is created with its people, gets and loses members, and its members know of it.</summary>
public static class Groups
{
    private const string Graph = "https://graph.microsoft.com/v1.0";

    public static async Task Tell(Teller teller, GraphServiceClient app)
    {
        var eve = (await teller.Step("a first user is created", () => app.Users.PostAsync(Users.New("eve"))))?.Id;
        var fay = (await teller.Step("a second user is created", () => app.Users.PostAsync(Users.New("fay"))))?.Id;
        var group = (await teller.Step("a group is created with owner and member", () => app.Groups.PostAsync(new Group
        {
            DisplayName = "Library Assist",
            Description = "Self help community",
            GroupTypes = ["Unified"],
            MailEnabled = true,
            MailNickname = "library",
            SecurityEnabled = false,
            AdditionalData = new Dictionary<string, object>
            {
                ["owners@odata.bind"] = new List<string> { $"{Graph}/users/{eve}" },
                ["members@odata.bind"] = new List<string> { $"{Graph}/users/{eve}" },
            },
        }), made => made is { DisplayName: "Library Assist", MailNickname: "library" }))?.Id;
        var one = app.Groups[group];
        await teller.Step("it has that owner", () => one.Owners.GetAsync(), list => list.Value is [{ } only] && only.Id == eve);
        await teller.Step("it has that member", () => one.Members.GetAsync(), list => list.Value is [{ } only] && only.Id == eve);
        await teller.Step("a member is added", () => one.Members.Ref.PostAsync(Object(fay)));
        await teller.Step("the member is there, and is a user", () => one.Members.GetAsync(),
            list => list.Value!.Any(member => member.Id == fay) && list.Value!.All(member => member is User));
        await teller.Step("the members are asked for as users", () => one.Members.GraphUser.GetAsync(),
            list => list.Value!.Any(member => member.Id == fay));
        await teller.Step("the member knows of it", () => app.Users[fay].MemberOf.GetAsync(),
            list => list.Value!.OfType<Group>().Any(known => known.Id == group));
        await teller.Refused("a member is added once", 400, () => one.Members.Ref.PostAsync(Object(fay)));
        await teller.Refused("nobody is added", 404, () => one.Members.Ref.PostAsync(Object("00000000-0000-4000-8000-000000000001")));
        await teller.Step("a user is changed", () => app.Users[fay].PatchAsync(new User { DisplayName = "Fay the second" }));
        await teller.Step("the change is seen among the members", () => one.Members.GetAsync(),
            list => list.Value!.OfType<User>().Any(member => member.Id == fay && member.DisplayName == "Fay the second"));
        await teller.Step("a member is removed", () => one.Members[fay].Ref.DeleteAsync());
        await teller.Step("the member is gone", () => one.Members.GetAsync(), list => list.Value!.All(member => member.Id != fay));
        await teller.Step("the user is still there", () => app.Users[fay].GetAsync(), user => user.Id == fay);
        await teller.Step("the user knows no more of the group", () => app.Users[fay].MemberOf.GetAsync(),
            list => list.Value!.All(known => known.Id != group));
        await teller.Step("the group is changed", () => one.PatchAsync(new Group { Description = "Other" }));
        await teller.Step("the rest of it is as it was", () => one.GetAsync(),
            read => read is { Description: "Other", DisplayName: "Library Assist" });
        await teller.Step("the group is deleted", () => one.DeleteAsync());
        await teller.Refused("the group is gone", 404, () => one.GetAsync());
    }

    private static ReferenceCreate Object(string? id) => new() { OdataId = $"{Graph}/directoryObjects/{id}" };
}
