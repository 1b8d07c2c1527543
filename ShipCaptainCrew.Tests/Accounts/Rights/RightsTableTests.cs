using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.Rights;

/// <summary>Checks that the table of rights is complete and matches its documentation.</summary>
public sealed class RightsTableTests
{
    private const string Document = "docs/rights.md";
    private const string RenewVariable = "SCC_RENEW";

    private static readonly (Standing Standing, string Name)[] Columns =
    [
        (Standing.OtherCrew, "other crew"), (Standing.CrewAboard, "crew aboard"), (Standing.Mate, "mate"),
        (Standing.Captain, "captain"), (Standing.Dispatcher, "dispatcher"), (Standing.Owner, "owner"),
    ];

    private const string Introduction = """
        # Rights
        Who may do what. This page is generated from `Accounts/Rights/RightsTable.cs` by `RightsTableTests`. Mate and
        captain are the positions that a member holds on one charter; crew aboard holds any position on it. Owner and
        dispatcher have their rights everywhere in their operator. Nobody has any right in an operator that they are not
        a member of: every address there is not found (404).


        """;

    private const string Notes = """

        In addition:
        - In a suspended operator nobody has any right, not even its owner. Operators are suspended and resumed by
          commands on the server only.
        - Everybody manages their own details: name, phone, email preferences, passkeys, sessions, and their email
          address, which both the old and the new mailbox must confirm. Nobody can change their own role, and the last
          owner stays. An API token acts for the person who created it, but changes none of these details.
        - An invitation is accepted by the invited person only: with its link alone if they never joined an operator,
          otherwise after signing in.
        - A step that only the office may take (publishing a draft) can be undone only by the office.
        - A link in an email grants one right: to sign one waiver, to add people to one party, or to turn one kind of
          optional email off and on; and, signed in or with the code of the same email, to confirm or decline a
          position, to acknowledge one overdue charter, or to confirm one email address.
        - A captain can read who did what and when in the log of their charter. Only the office, which investigates
          misuse, sees from which device and address.
        - A sign-in of the last ten minutes is required for: inviting, changing, suspending and archiving a member (but
          not for one's own name and phone, or for resending an invitation); adding and removing a passkey; requesting
          another email address; ending another session (but not one's own); creating an API token (but not for
          revoking one, which is harmless); exporting the waiver records as CSV and downloading proof packs (but not for
          the manifest, which is needed at the dock); holding a waiver, lifting a hold, and changing how long waivers
          are kept. An API token never counts as recent.
        - `ShipCaptainCrew.Tests/EndpointRights.txt` has the least standing for every endpoint of the running app;
          `EndpointRightsTests` tries each of them as every kind of user.

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
        var table = Generated();
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1") Repository.Write(Document, table);

        Assert.True(table == string.Join('\n', Repository.Lines(Document)) + "\n",
            $"{Document} does not match Accounts/Rights/RightsTable.cs. Renew it: {RenewVariable}=1 dotnet test "
            + "--project ShipCaptainCrew.Tests --filter-class \"*.RightsTableTests\"");
    }

    private static string Generated() =>
        Introduction + Row("right", Columns.Select(column => column.Name)) + Row("---", Columns.Select(_ => ":-:"))
        + string.Concat(RightsTable.Table.Select(right => Row(right.Description, Marks(right.Right))))
        + Notes;

    private static IEnumerable<string> Marks(Right right) =>
        Columns.Select(column => RightsTable.Allow(column.Standing, right) ? "✓" : "");

    private static string Row(string first, IEnumerable<string> others) =>
        $"| {first} | {string.Join(" | ", others)} |\n";
}
