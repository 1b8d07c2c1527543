namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>
/// A requested change of an item. The version is the one the sender saw; without it the last request wins.
/// </summary>
public sealed record ItemChange(Guid ItemId, ItemState State, int? Version)
{
    public static ItemChange Read(Input item, Checklist list)
    {
        var id = item.Id("id", required: "Choose the item.");
        if (id is not null && list.Items.All(row => row.Id != id))
            item.Error("id", "Item not found on this checklist.");
        return Of(id ?? default, item);
    }

    /// <summary>A requested change of an item whose id is known.</summary>
    public static ItemChange Of(Guid itemId, Input input) => new(
        itemId,
        input.Choice<ItemState>("state", null, required: "Choose a state.") ?? default,
        input.Whole("version", null, 1, int.MaxValue));
}
