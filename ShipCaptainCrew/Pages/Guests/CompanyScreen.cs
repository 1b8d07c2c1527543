using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages;

/// <summary>A page about the guests of one charter, for who may see them. It is kept nowhere: it may hold what they need.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class CompanyScreen(ShipDb db) : CharterScreen(db)
{
    public Company Company { get; private set; } = Company.Nobody;

    /// <summary>What one must be allowed to open it.</summary>
    protected virtual Right Needed => Right.SeeGuests;

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Me.May(Needed, Sheet.Charter)) return StatusCode(StatusCodes.Status403Forbidden);
        Company = await Companies.Of(Db, Sheet.Charter);
        return null;
    }
}
