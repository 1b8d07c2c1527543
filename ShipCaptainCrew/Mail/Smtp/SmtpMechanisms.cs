namespace ShipCaptainCrew.Mail.Smtp;

/// <summary>Which of the ways to sign in that a mail server offers are used.</summary>
public static class SmtpMechanisms
{
    /// <summary>The ways that rely on MD4 or MD5.</summary>
    private static readonly string[] Weak = ["CRAM-MD5", "DIGEST-MD5", "NTLM"];

    /// <summary>
    /// Over TLS, removes the weak ways. Without TLS they stay, because the others would send the password readably.
    /// </summary>
    public static void RemoveWeak(ISet<string> offered, bool isSecure)
    {
        if (isSecure) offered.ExceptWith(Weak);
    }
}
