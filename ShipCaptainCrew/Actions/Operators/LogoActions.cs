using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>Changes and removes the operator's logo.</summary>
public sealed class LogoActions(AppDbContext db, Change change)
{
    /// <summary>The field with the picture, in Base64 in the API.</summary>
    public const string Field = "logo";

    /// <summary>Takes the picture of a JSON body.</summary>
    public Task<Outcome> Change(Viewer viewer, Input input)
    {
        var text = input.Given[Field] is JsonValue value && value.TryGetValue<string>(out var given) ? given : "";
        var upload = new byte[text.Length];
        var isBase64 = Convert.TryFromBase64String(text, upload, out var length);
        return Change(viewer, input, isBase64 ? upload[..length] : []);
    }

    /// <param name="upload">The content of a picture file.</param>
    public async Task<Outcome> Change(Viewer viewer, Input input, byte[] upload)
    {
        if (viewer.MayNot(Right.KeepOrders) is { } refusal) return refusal;
        if (input.Refusal is { } unreadable) return unreadable;
        var (logo, error) = LogoImage.Read(upload);
        if (error is not null) return Refusal.Invalid(Field, error);
        return await Set(viewer, input, logo);
    }

    public async Task<Outcome> Remove(Viewer viewer, Input input) =>
        viewer.MayNot(Right.KeepOrders) is { } refusal ? refusal : await Set(viewer, input, null);

    private Task<Outcome> Set(Viewer viewer, Input input, byte[]? logo) => change.Run(input, async _ =>
    {
        if (input.Refusal is { } invalid) return invalid;
        var theOperator = await db.Operators.FirstAsync(row => row.Id == viewer.OperatorId);
        theOperator.ChangeLogo(logo);
        return Outcome.Done(theOperator.Id);
    });
}
