namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The person who booked: the charterer.</summary>
public sealed record Contact(string? Name, string? Email, string? Phone)
{
    public static readonly Contact None = new(null, null, null);

    public static Contact Read(Input input, Contact current) => new(
        input.Text("name", current.Name),
        input.Email("email", current.Email),
        input.Phone("phone", current.Phone));
}
