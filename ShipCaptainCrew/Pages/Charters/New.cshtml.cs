using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Plans a charter, as a draft or for the crew to see at once.</summary>
public sealed class NewCharterPage(ShipDb db, PlanReader reader, CharterActions charters) : PlanPage(db, reader)
{
    public Task<IActionResult> OnGet() => Show();

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        if (input.Has("fill")) return await Fill(input);
        var outcome = await charters.Create(Me, input);
        return outcome.Refusal is { } no ? await Again(no, input, Show) : GoTo(Me.Address(outcome.Id));
    }
}
