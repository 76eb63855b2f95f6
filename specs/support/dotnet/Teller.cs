using System.Text.RegularExpressions;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Stories;

/// <summary>Does the steps of a story one after the other, and notes which came out otherwise than the pages say.</summary>
public sealed class Teller
{
    private readonly List<(string Story, string Says, string? Wrong)> told = [];
    private string story = "";

    /// <summary>Of all steps, what is to come out right.</summary>
    public const double Asked = 0.97;

    public async Task Story(string name, Func<Task> tell)
    {
        story = name;
        await tell();
    }

    /// <summary>
    /// Does a step; its answer is null where it went wrong, so that the story goes on. Without a check, none need come.
    /// </summary>
    public async Task<T?> Step<T>(string says, Func<Task<T?>> call, Func<T, bool>? check = null)
        where T : class
    {
        try
        {
            var answer = await call();
            var isRight = check is null || (answer is not null && check(answer));
            told.Add((story, says, isRight ? null : $"came {await TextOf(answer)}"));
            return answer;
        }
        catch (Exception error)
        {
            told.Add((story, says, SaidOf(error)));
            return null;
        }
    }

    /// <summary>A step without an answer.</summary>
    public Task Step(string says, Func<Task> call) =>
        Step<object>(says, async () =>
        {
            await call();
            return says;
        });

    /// <summary>A step that the service refuses with that status.</summary>
    public Task Refused(string says, int status, Func<Task> call) =>
        Step(says, async () =>
        {
            try
            {
                await call();
            }
            catch (ApiException error) when (error.ResponseStatusCode == status)
            {
                return;
            }
            throw new InvalidOperationException($"not refused with {status}");
        });

    /// <summary>Writes a line for each story and each wrong step; true where enough is right.</summary>
    public bool Report()
    {
        foreach (var steps in told.GroupBy(step => step.Story))
        {
            Console.WriteLine($"{steps.Key,-14} {steps.Count(step => step.Wrong is null),3} of {steps.Count(),3} right");
            foreach (var step in steps.Where(step => step.Wrong is not null)) Console.WriteLine($"    {step.Says}: {step.Wrong}");
        }
        var right = told.Count(step => step.Wrong is null);
        Console.WriteLine($"{right} of {told.Count} calls right, {100.0 * right / told.Count:0.0} %; {100 * Asked:0} % is asked");
        return right >= Asked * told.Count;
    }

    private static async Task<string> TextOf(object? answer) =>
        Short(answer is IParsable model ? await KiotaJsonSerializer.SerializeAsStringAsync(model, serializeOnlyChangedValues: false) : answer?.ToString() ?? "nothing");

    private static string SaidOf(Exception error)
    {
        var status = error is ApiException { ResponseStatusCode: > 0 } answered ? $"{answered.ResponseStatusCode} " : "";
        var message = error is ODataError { Error.Message: { } said } ? said : error.Message;
        return Short(status + message);
    }

    private static string Short(string text)
    {
        var line = Regex.Replace(text, @"\s+", " ");
        return line.Length > 220 ? line[..220] : line;
    }
}
