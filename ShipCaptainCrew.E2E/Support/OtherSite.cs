using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>Another web site on its own port, without security headers.</summary>
internal sealed class OtherSite : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, string> _html;

    /// <param name="html">Returns the page of a path.</param>
    public OtherSite(Func<string, string> html)
    {
        _html = html;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Serve();
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        try
        {
            while (true) Answer(await _listener.GetContextAsync());
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The site was disposed.
        }
    }

    private void Answer(HttpListenerContext context)
    {
        context.Response.ContentType = "text/html";
        context.Response.Close(Encoding.UTF8.GetBytes(_html(context.Request.Url!.AbsolutePath)), willBlock: false);
    }
}
