namespace ShipCaptainCrew.Api;

/// <summary>One page of a list, and the cursor of the next page; null on the last.</summary>
internal sealed record Listing<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    public Listing<TOther> As<TOther>(Func<T, TOther> each) => new([.. Items.Select(each)], NextCursor);
}
