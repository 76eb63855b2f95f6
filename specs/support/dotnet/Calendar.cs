using Microsoft.Graph;
using Microsoft.Graph.Me.Calendar.GetSchedule;
using Microsoft.Graph.Me.Events.Item.Accept;
using Microsoft.Graph.Models;

namespace Stories;

/// <summary>A signed-in user plans a lunch, finds it in the calendar, and calls it off.</summary>
public static class Calendar
{
    public static async Task Tell(Teller teller, GraphServiceClient client)
    {
        var me = client.Me;
        var id = (await teller.Step("an event is made", () => me.Events.PostAsync(new Event
        {
            Subject = "Let's go for lunch",
            Body = new ItemBody { ContentType = BodyType.Html, Content = "Does noon work for you?" },
            Start = At("2021-04-15T12:00:00"),
            End = At("2021-04-15T14:00:00"),
            Location = new Location { DisplayName = "Harry's Bar" },
            Attendees = [new Attendee { EmailAddress = new EmailAddress { Address = "samantha@contoso.com", Name = "Samantha" }, Type = AttendeeType.Required }],
        }), made => made is { Subject: "Let's go for lunch", Location.DisplayName: "Harry's Bar", Start.TimeZone: "Pacific Standard Time" }))?.Id;
        await teller.Step("the event is read",
            () => me.Events[id].GetAsync(asked => asked.Headers.Add("Prefer", "outlook.timezone=\"Pacific Standard Time\"")),
            read => read.Subject == "Let's go for lunch");
        await teller.Step("the event is in the calendar", () => me.Calendar.Events.GetAsync(asked => asked.QueryParameters.Top = 100),
            list => list.Value!.Any(read => read.Id == id));
        await teller.Step("the event is in the view of its month", () => View(client, 2021), list => list.Value!.Any(read => read.Id == id));
        await teller.Step("the event is in no view of another year", () => View(client, 2031), list => list.Value!.All(read => read.Id != id));
        await teller.Refused("a view needs its dates", 400, () => me.CalendarView.GetAsync());
        await teller.Step("the event is changed", () => me.Events[id].PatchAsync(new Event { ShowAs = FreeBusyStatus.Tentative }),
            read => read is { ShowAs: FreeBusyStatus.Tentative, Subject: "Let's go for lunch" });
        await teller.Step("the event is accepted", () => me.Events[id].Accept.PostAsync(new AcceptPostRequestBody { Comment = "ok", SendResponse = true }));
        await teller.Step("somebody's free time is asked for", () => me.Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(new GetSchedulePostRequestBody
        {
            Schedules = ["adele@contoso.com"],
            StartTime = At("2021-03-15T09:00:00"),
            EndTime = At("2021-03-15T18:00:00"),
            AvailabilityViewInterval = 60,
        }), list => list.Value is not null);
        await teller.Step("the event is called off", () => me.Events[id].DeleteAsync());
        await teller.Step("the event is in the calendar no more", () => me.Calendar.Events.GetAsync(asked => asked.QueryParameters.Top = 100),
            list => list.Value!.All(read => read.Id != id));
        var calendar = (await teller.Step("a calendar is made",
            () => me.Calendars.PostAsync(new Microsoft.Graph.Models.Calendar { Name = "Volunteer" }), made => made.Name == "Volunteer"))?.Id;
        await teller.Step("an event is made in it", () => me.Calendars[calendar].Events.PostAsync(new Event
        {
            Subject = "There",
            Start = At("2021-04-15T12:00:00", "UTC"),
            End = At("2021-04-15T14:00:00", "UTC"),
        }), made => made.Subject == "There");
    }

    private static DateTimeTimeZone At(string time, string zone = "Pacific Standard Time") => new() { DateTime = time, TimeZone = zone };

    private static Task<EventCollectionResponse?> View(GraphServiceClient client, int year) =>
        client.Me.CalendarView.GetAsync(asked =>
        {
            asked.QueryParameters.StartDateTime = $"{year}-04-01T00:00:00";
            asked.QueryParameters.EndDateTime = $"{year}-05-01T00:00:00";
        });
}
