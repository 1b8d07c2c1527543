using System.Text;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Tests.Support;
using SkiaSharp;

namespace ShipCaptainCrew.Tests.Actions.Operators;

public sealed partial class LogoImageTests
{
    public static TheoryData<byte[], string> BadFiles => new()
    {
        { [], "Choose a PNG, JPEG or WebP picture." },
        { "not a picture"u8.ToArray(), "Choose a PNG, JPEG or WebP picture." },
        { Encoding.UTF8.GetBytes(TestLogos.Svg), "Choose a PNG, JPEG or WebP picture." },
        { "GIF89a\u0001\0\u0001\0"u8.ToArray(), "Choose a PNG, JPEG or WebP picture." },
        { TestLogos.Png[..8], "This picture is damaged or cut off. Choose another one." },
        { TestLogos.Png[..^40], "This picture is damaged or cut off. Choose another one." },
        { TestLogos.Picture(SKEncodedImageFormat.Jpeg, 200, 200)[..^99],
            "This picture is damaged or cut off. Choose another one." },
        { TestLogos.Picture(SKEncodedImageFormat.Webp, 200, 200)[..60],
            "This picture is damaged or cut off. Choose another one." },
        { [0xFF, 0xD8, 0xFF, 1, 2, 3], "This picture is damaged or cut off. Choose another one." },
        { TestLogos.Bomb(4097), "This picture has more than {0} pixels on a side. Choose a smaller one." },
        { TestLogos.Bomb(50_000), "This picture has more than {0} pixels on a side. Choose a smaller one." },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Anything_else_is_refused(byte[] file, string error)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var (logo, refused) = LogoImage.Read(file);

        Assert.Null(logo);
        Assert.Equal(error, refused!.Text);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }
}
