using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

internal sealed record ManningJson(int Captain, int FirstMate, int Deckhand)
{
    public static ManningJson Of(Manning manning) => new(manning.Captain, manning.FirstMate, manning.Deckhand);
}
