using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Tests.Accounts.Sessions;

public sealed class DeviceTests
{
    private const string OnWindows =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ";

    private const string OnAndroid =
        "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) ";

    private const string OnIPhone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ";
    private const string OnLinux = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ";

    [Theory]
    [InlineData(OnWindows + "Chrome/130.0.0.0 Safari/537.36", "Chrome", "Windows")]
    [InlineData(OnWindows + "Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "Edge", "Windows")]
    [InlineData(
        OnAndroid + "SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36", "Samsung Internet", "Android")]
    [InlineData(OnIPhone + "Version/18.0 Mobile/15E148 Safari/604.1", "Safari", "iPhone")]
    [InlineData(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox", "Mac")]
    [InlineData(OnLinux + "Chrome/130.0.0.0 Safari/537.36", "Chrome", "Linux")]
    public void A_browser_is_recognized_among_those_it_claims_to_be(string userAgent, string browser, string system) =>
        Assert.Equal((browser, system), Device.Of(userAgent));

    [Theory]
    [InlineData("")]
    [InlineData("curl/8.5.0")]
    public void A_program_is_not_recognized_as_a_browser(string userAgent) => Assert.Null(Device.Of(userAgent));
}
