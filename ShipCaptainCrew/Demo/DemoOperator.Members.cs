using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Demo;

/// <summary>The members of the demo operator.</summary>
internal static partial class DemoOperator
{
    /// <summary>The members, the owner first.</summary>
    public static readonly IReadOnlyList<MemberDetails> Members =
    [
        new()
        {
            Name = Nora,
            Email = Address("nora"),
            Phone = "+1 619 555 0110",
            Role = MemberRole.Owner,
            Qualifications = [CrewRole.Captain],
        },
        new()
        {
            Name = Marisol,
            Email = Address("marisol"),
            Phone = "+1 619 555 0111",
            Role = MemberRole.Dispatcher,
            Qualifications = [],
        },
        new()
        {
            Name = Ines,
            Email = Address("ines"),
            Phone = "+1 619 555 0112",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Captain, CrewRole.FirstMate],
        },
        new()
        {
            Name = Tobias,
            Email = Address("tobias"),
            Phone = "+1 619 555 0113",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Captain, CrewRole.FirstMate],
        },
        new()
        {
            Name = Priya,
            Email = Address("priya"),
            Phone = "+1 619 555 0114",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.FirstMate, CrewRole.Deckhand],
        },
        new()
        {
            Name = Jonah,
            Email = Address("jonah"),
            Phone = "+1 619 555 0115",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Deckhand],
        },
        new()
        {
            Name = Mei,
            Email = Address("mei"),
            Phone = "+1 619 555 0116",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Deckhand],
        },
        new()
        {
            Name = Luca,
            Email = Address("luca"),
            Phone = "+1 619 555 0117",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Deckhand],
        },
    ];

    private static string Address(string name) => $"{name}@{Slug}.example";
}
