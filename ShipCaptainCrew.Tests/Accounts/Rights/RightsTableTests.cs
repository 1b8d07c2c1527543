using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.Rights;

/// <summary>The table of rights: whole, and the same in code and on paper.</summary>
public sealed class RightsTableTests
{
    private const string Print = "docs/rights.md";
    private const string Renew = "SCC_RENEW";

    private static readonly (Standing Standing, string Name)[] Columns =
    [
        (Standing.OtherCrew, "other crew"), (Standing.CrewAboard, "crew aboard"), (Standing.Mate, "mate"),
        (Standing.Captain, "captain"), (Standing.Dispatcher, "dispatcher"), (Standing.Owner, "owner"),
    ];

    private const string Above = """
        # Rights
        Who may do what, printed from `Accounts/Rights.cs` by `RightsTests`. Mate and captain are so on one charter, by the place they hold there; crew aboard holds
        any place on it. Owner and dispatcher are so everywhere in their operator. Nobody has any right in an operator they don't belong to: there is nothing there (404).


        """;

    private const string Below = """

        Beside the table:
        - In a suspended operator nobody has any right, its owner included. Suspending and resuming are commands on the server, no right of anybody's aboard.
        - Everybody keeps what is their own: name, phone, letters, passkeys, sessions, and their address, which both the old and the new one confirm. Nobody changes their own role, and the last owner stays.
        - What the office alone may do (publish a draft), it alone takes back.
        - A link in a letter is itself a right to one thing: to say whether one comes, to sign one waiver, to add people to one party, to see one overdue boat, to confirm one address.
        - Of a charter's log its captain reads who, what and when. From where is for the office, which looks into misuse; where a colleague sat is no captain's business.
        - A sign-in of the last ten minutes is wanted for: inviting, changing, suspending and archiving a member (one's own name and phone, and mailing an invitation again,
          are free); adding and removing a passkey; asking for another address; making a way in for a program (to take one back is free: it can only help); the waiver book as
          CSV and proof packs (the manifest is for the dock, and free); holding a waiver, lifting a hold, and how long waivers are kept. A program's own token never has that.
        - The least standing for every address of the running app stands in `ShipCaptainCrew.Tests/RightsWalk.txt`; `RightsWalkTests` tries each as everybody.

        """;

    [Fact]
    public void Every_right_is_in_the_table_once() =>
        Assert.Equal(Enum.GetValues<Right>(), RightsTable.Table.Select(row => row.Right));

    [Fact]
    public void A_higher_standing_has_all_rights_of_the_lower_ones() => Assert.All(RightsTable.Table, row =>
        Assert.Equal(Enum.GetValues<Standing>().Where(standing => standing >= row.Least),
            Enum.GetValues<Standing>().Where(standing => RightsTable.Allow(standing, row.Right))));

    [Fact]
    public void The_documentation_matches_the_table()
    {
        var table = Printed();
        if (Environment.GetEnvironmentVariable(Renew) == "1") Repository.Write(Print, table);

        Assert.True(table == string.Join('\n', Repository.Lines(Print)) + "\n",
            $"{Print} is not what Accounts/Rights.cs says. Renew it: {Renew}=1 dotnet test --project ShipCaptainCrew.Tests --filter-class \"*.RightsTests\"");
    }

    private static string Printed() =>
        Above + Row("right", Columns.Select(column => column.Name)) + Row("---", Columns.Select(_ => ":-:"))
        + string.Concat(
            RightsTable.Table.Select(
                row =>
                    Row(row.Description,
                        Columns.Select(column => RightsTable.Allow(column.Standing, row.Right) ? "✓" : ""))))
        + Below;

    private static string Row(string first, IEnumerable<string> others) =>
        $"| {first} | {string.Join(" | ", others)} |\n";
}
