using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Teams.Item.Archive;

namespace Stories;

/// <summary>A member of a team makes a channel and writes into it.</summary>
public static class Teams
{
    public static async Task Tell(Teller teller, GraphServiceClient app, GraphServiceClient me)
    {
        var id = (await teller.Step("the teams of the user are listed", () => me.Me.JoinedTeams.GetAsync(), list => list.Value is [_, ..]))?.Value?.FirstOrDefault()?.Id;
        var team = app.Teams[id];
        await teller.Step("a team is read", () => team.GetAsync(), read => read.Id == id);
        var channel = (await teller.Step("a channel is made",
            () => team.Channels.PostAsync(new Channel { DisplayName = "Architecture", MembershipType = ChannelMembershipType.Standard }),
            made => made.DisplayName == "Architecture"))?.Id;
        await teller.Step("the channel is listed", () => team.Channels.GetAsync(), list => list.Value!.Any(read => read.Id == channel));
        var messages = me.Teams[id].Channels[channel].Messages;
        await teller.Step("a message is written", () => messages.PostAsync(new ChatMessage { Body = new ItemBody { Content = "Hello World" } }),
            made => made.Body?.Content == "Hello World");
        await teller.Step("the message is listed", () => messages.GetAsync(), list => list.Value is [{ Body.Content: "Hello World" }]);
        await teller.Step("the team is archived", () => team.Archive.PostAsync(new ArchivePostRequestBody()));
        await teller.Step("the channel is deleted", () => team.Channels[channel].DeleteAsync());
        await teller.Refused("the channel is gone", 404, () => team.Channels[channel].GetAsync());
    }
}
