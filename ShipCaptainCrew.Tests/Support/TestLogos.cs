using System.Buffers.Binary;
using System.Net.Http.Headers;
using ShipCaptainCrew.Actions.Operators;
using SkiaSharp;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Pictures that somebody may upload as a logo.</summary>
public static class TestLogos
{
    public static readonly byte[] Png = Picture(SKEncodedImageFormat.Png, 120, 90);

    public const string Svg =
        """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>""";

    /// <summary>A white picture with a blue square in its upper left corner.</summary>
    public static byte[] Picture(SKEncodedImageFormat format, int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.White);
        using var blue = new SKPaint();
        blue.Color = SKColors.Navy;
        surface.Canvas.DrawRect(0, 0, width / 2f, height / 2f, blue);
        return Encoded(surface, format);
    }

    /// <summary>A picture that compresses badly: each dot has another color and transparency.</summary>
    public static byte[] Noise(int side)
    {
        var random = new Random(1);
        using var bitmap = new SKBitmap(side, side, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var dots = new byte[side * side * 4];
        random.NextBytes(dots);
        bitmap.Pixels = [.. dots.Chunk(4).Select(dot => new SKColor(dot[0], dot[1], dot[2], dot[3]))];
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The same JPEG picture with an EXIF note that says how the camera was turned.</summary>
    public static byte[] Turned(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1,
            0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    /// <summary>A PNG file whose header says how large it is, with next to nothing in it.</summary>
    public static byte[] Bomb(int side)
    {
        var file = (byte[])Png.Clone();
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), side);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), side);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), Crc32(file.AsSpan(12, 17)));
        return file;
    }

    public static SKBitmap Decoded(byte[] logo) => SKBitmap.Decode(logo);

    /// <summary>Sends a file as a browser does.</summary>
    public static async Task<HttpResponseMessage> Upload(this HttpClient browser, string page, byte[] file)
    {
        var token = (await browser.Page(page)).QuerySelector("input[name=__RequestVerificationToken]");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        form.Add(content, LogoActions.Field, "logo.png");
        return await browser.PostAsync(page, form);
    }

    /// <summary>Gives the operator a logo.</summary>
    /// <returns>Its address.</returns>
    public static async Task<string> Logo(this Cast cast) => (string)(await cast.Olive.Api
        .Put("/api/operator/logo", new { logo = Convert.ToBase64String(Png) }).Json())["logo_url"]!;

    private static byte[] Encoded(SKSurface surface, SKEncodedImageFormat format)
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
