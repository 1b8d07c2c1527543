using System.Text;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Tests.Support;
using SkiaSharp;

namespace ShipCaptainCrew.Tests.Actions.Operators;

public sealed partial class LogoImageTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png, 400, 300, 72, 54)]
    [InlineData(SKEncodedImageFormat.Jpeg, 300, 400, 54, 72)]
    [InlineData(SKEncodedImageFormat.Webp, 4096, 2, 72, 1)]
    [InlineData(SKEncodedImageFormat.Png, 20, 10, 20, 10)]
    public void A_picture_becomes_a_small_WebP_picture_of_the_same_shape(
        SKEncodedImageFormat format, int width, int height, int logoWidth, int logoHeight)
    {
        var (logo, error) = LogoImage.Read(TestLogos.Picture(format, width, height));

        Assert.Null(error);
        Assert.InRange(logo!.Length, 1, LogoImage.MaxBytes);
        Assert.Equal("WEBP", Encoding.ASCII.GetString(logo, 8, 4));
        using var shown = TestLogos.Decoded(logo);
        Assert.Equal((logoWidth, logoHeight), (shown.Width, shown.Height));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(72)]
    [InlineData(500)]
    public void A_picture_that_compresses_badly_becomes_small_too(int side) =>
        Assert.InRange(LogoImage.Read(TestLogos.Noise(side)).Logo!.Length, 1, LogoImage.MaxBytes);

    [Fact]
    public void Transparency_is_kept()
    {
        using var surface = SKSurface.Create(new SKImageInfo(100, 100));
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);

        using var shown = TestLogos.Decoded(LogoImage.Read(png.ToArray()).Logo!);

        Assert.Equal(0, shown.GetPixel(36, 36).Alpha);
    }

    [Theory]
    [InlineData(1, true, true, false)]
    [InlineData(3, false, false, true)]
    [InlineData(6, false, true, false)]
    [InlineData(8, false, false, false)]
    public void A_photo_is_turned_as_its_camera_was_and_keeps_no_metadata(
        byte orientation, bool isTopLeft, bool isTop, bool isBottomRight)
    {
        var jpeg = TestLogos.Turned(TestLogos.Picture(SKEncodedImageFormat.Jpeg, 96, 96), orientation);

        var logo = LogoImage.Read(jpeg).Logo!;

        using var shown = TestLogos.Decoded(logo);
        Assert.Equal((isTopLeft, isTop, isBottomRight), (IsBlue(20, 20), IsBlue(20, 20) || IsBlue(50, 20),
            IsBlue(50, 50)));
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(logo), StringComparison.OrdinalIgnoreCase);

        bool IsBlue(int x, int y) => shown.GetPixel(x, y) is { Red: < 99, Blue: > 99 };
    }
}
