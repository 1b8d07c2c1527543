namespace ShipCaptainCrew.Web;

/// <summary>The idempotency key of a form: 32 hexadecimal digits.</summary>
public static class FormKey
{
    public static string New() => Guid.CreateVersion7().ToString("N");
}
