using System.Text.RegularExpressions;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// Recognizes the columns of a guest list by their headings, as spreadsheets and booking systems write them in English
/// and Spanish.
/// </summary>
internal static partial class GuestColumns
{
    private static readonly (GuestColumn Column, string Headings)[] Headings =
    [
        (GuestColumn.Name, "name|full name|guest|guests|guest name|guest full name|customer|customer name|passenger|"
            + "passenger name|participant|participant name|attendee|attendee name|traveler|traveler name|traveller|"
            + "traveller name|person|client|client name|contact name|lead guest|nombre completo|nombre y apellido|"
            + "nombre y apellidos|pasajero|nombre del pasajero|cliente|nombre del cliente|huesped|invitado|"
            + "nombre del invitado|participante"),
        (GuestColumn.FirstName, "first name|first|firstname|given name|given names|forename|guest first name|"
            + "customer first name|nombre|nombres|primer nombre"),
        (GuestColumn.LastName, "last name|last|lastname|surname|family name|guest last name|customer last name|"
            + "apellido|apellidos"),
        (GuestColumn.Email, "email|e mail|mail|email address|e mail address|guest email|customer email|contact email|"
            + "correo|correo electronico|direccion de correo|e mail del cliente"),
        (GuestColumn.Phone, "phone|phone number|phone no|mobile|mobile number|mobile phone|cell|cell phone|cellphone|"
            + "telephone|telephone number|tel|contact number|guest phone|customer phone|telefono|numero de telefono|"
            + "movil|telefono movil|celular"),
        (GuestColumn.Minor, "minor|is minor|child|is child|under 18|adult child|adult or child|guest type|"
            + "passenger type|customer type|ticket type|ticket|type|category|age group|age|menor|menor de edad|nino|"
            + "adulto nino|tipo|tipo de pasajero|tipo de entrada|categoria|edad"),
        (GuestColumn.GuardianName, "guardian name|guardian|parent|parent name|parent guardian|parent or guardian|"
            + "legal guardian|tutor|tutor legal|padre o tutor|padre madre|responsable"),
        (GuestColumn.Needs, "needs|special needs|special requests|requests|allergies|dietary|dietary requirements|"
            + "notes|note|comments|comment|remarks|accessibility|necesidades|necesidades especiales|alergias|notas|"
            + "comentarios|observaciones"),
    ];

    private static readonly Dictionary<string, GuestColumn> Known = (
        from row in Headings
        from heading in row.Headings.Split('|')
        select (heading, row.Column)).ToDictionary(pair => pair.heading, pair => pair.Column);

    /// <summary>
    /// The column of each heading. If two mean the same, only the first one is read; of the names, the surest one.
    /// </summary>
    public static IReadOnlyList<GuestColumn> Of(IReadOnlyList<string> headings)
    {
        var folded = headings.Select(heading => FoldedText.Of(Punctuation().Replace(heading, " "))).ToList();
        var columns = new List<GuestColumn>();
        foreach (var column in WithOneName(folded))
            columns.Add(columns.Contains(column) ? GuestColumn.Ignored : column);
        return HasName(columns) || !columns.Contains(GuestColumn.FirstName) ? columns : NamedByFirstName(columns);
    }

    /// <summary>Whether each guest has a whole name in these columns.</summary>
    public static bool HasName(IEnumerable<GuestColumn> columns) =>
        columns.Contains(GuestColumn.Name)
        || (columns.Contains(GuestColumn.FirstName) && columns.Contains(GuestColumn.LastName));

    private static List<GuestColumn> WithOneName(List<string> headings)
    {
        var columns = headings.ConvertAll(ColumnOf);
        var best = headings.Where((_, i) => columns[i] == GuestColumn.Name).MaxBy(Certainty);
        var isInParts = columns.Contains(GuestColumn.FirstName) && columns.Contains(GuestColumn.LastName);
        if (best is null || (isInParts && Certainty(best) < 2)) best = "";
        return [.. columns.Zip(headings, (column, heading) =>
            column == GuestColumn.Name && heading != best ? GuestColumn.Ignored : column)];
    }

    /// <summary>
    /// How surely a column holds guests' names: “Guests” can be a number, and customers book for others.
    /// </summary>
    private static int Certainty(string heading) =>
        !NameWord().IsMatch(heading) ? 0 : Booker().IsMatch(heading) ? 1 : 2;

    [GeneratedRegex("name|nombre")]
    private static partial Regex NameWord();

    [GeneratedRegex("customer|client|contact|booker|lead")]
    private static partial Regex Booker();

    private static GuestColumn ColumnOf(string heading) => Known.TryGetValue(heading, out var column)
        ? column
        : Known.GetValueOrDefault(Additions().Replace(heading, ""));

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}]+")]
    private static partial Regex Punctuation();

    /// <summary>Whose name or address it is, and whether it must be filled in.</summary>
    [GeneratedRegex("^(guest|customer|passenger|participant|attendee|travell?er|client|contact|lead|primary|booker) "
        + "| (del (cliente|pasajero|huesped|participante|invitado)|required|optional|obligatorio|opcional)$")]
    private static partial Regex Additions();

    /// <summary>“First name” or “Nombre” without a column of last names holds whole names.</summary>
    private static List<GuestColumn> NamedByFirstName(List<GuestColumn> columns) =>
        columns.ConvertAll(column => column == GuestColumn.FirstName ? GuestColumn.Name : column);
}
