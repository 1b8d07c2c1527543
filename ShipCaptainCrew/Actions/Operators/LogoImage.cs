using ShipCaptainCrew.Domain;
using SkiaSharp;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>
/// Turns an uploaded picture into a logo: a WebP picture of at most 2 KB that fits into 72 × 72 pixels, without any
/// metadata of the upload. PNG, JPEG and WebP are told apart by their content. The size in the header is checked before
/// anything is decoded.
/// </summary>
public static class LogoImage
{
    public const int MaxBytes = 2048;

    /// <summary>The largest width and height of an upload in pixels. Decoded, it takes 64 MB.</summary>
    public const int MaxSide = 4096;

    public static readonly LocalizedText NoPicture = new("Choose a PNG, JPEG or WebP picture.");

    private static readonly LocalizedText Damaged = new("This picture is damaged or cut off. Choose another one.");

    private static readonly LocalizedText TooWide =
        new("This picture has more than {0} pixels on a side. Choose a smaller one.", MaxSide);

    /// <summary>Sides in pixels and qualities of the encoder, the best first. 100 is lossless.</summary>
    private static readonly (int Side, int Quality)[] Attempts =
    [
        (72, 100), (72, 90), (72, 70), (54, 80), (54, 50), (36, 60), (36, 20), (36, 0), (24, 0), (16, 0),
    ];

    /// <summary>One picture is decoded at a time, to limit the memory.</summary>
    private static readonly Lock OneAtATime = new();

    public static (byte[]? Logo, LocalizedText? Error) Read(byte[] upload)
    {
        if (!IsKnown(upload)) return (null, NoPicture);
        using var data = SKData.CreateCopy(upload);
        using var codec = SKCodec.Create(data);
        if (codec is null) return (null, Damaged);
        if (codec.Info.Width > MaxSide || codec.Info.Height > MaxSide) return (null, TooWide);
        lock (OneAtATime)
        {
            using var picture = Decode(codec);
            return picture is null ? (null, Damaged) : (Encode(picture, codec.EncodedOrigin), null);
        }
    }

    /// <summary>Whether it begins as a PNG, JPEG or WebP file does.</summary>
    private static bool IsKnown(ReadOnlySpan<byte> upload) =>
        upload.StartsWith(Png) || upload.StartsWith(Jpeg)
            || (upload.StartsWith("RIFF"u8) && upload.Length > 12 && upload[8..12].SequenceEqual("WEBP"u8));

    /// <summary>The whole picture; null if a part of it is missing or damaged.</summary>
    private static SKImage? Decode(SKCodec codec)
    {
        using var srgb = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap(new SKImageInfo(
            codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, srgb));
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success
            ? SKImage.FromBitmap(bitmap)
            : null;
    }

    private static byte[] Encode(SKImage picture, SKEncodedOrigin origin) =>
        Attempts.Select(attempt => Encode(picture, origin, attempt.Side, attempt.Quality))
            .First(bytes => bytes.Length <= MaxBytes);

    private static byte[] Encode(SKImage picture, SKEncodedOrigin origin, int side, int quality)
    {
        var isTurned = origin is SKEncodedOrigin.RightTop or SKEncodedOrigin.LeftBottom;
        var (width, height) = isTurned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var scale = Math.Min(1, side / (float)Math.Max(width, height));
        using var surface = SKSurface.Create(new SKImageInfo(
            Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), SKColorType.Rgba8888));
        Turn(surface.Canvas, origin, width * scale, height * scale);
        surface.Canvas.DrawImage(picture, SKRect.Create(picture.Width * scale, picture.Height * scale), Smooth);
        using var pixels = surface.PeekPixels();
        using var encoded = pixels!.Encode(quality == 100
            ? new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, quality)
            : new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality));
        return encoded!.ToArray();
    }

    /// <summary>Turns the canvas as a camera was turned, which the metadata says that is left out.</summary>
    private static void Turn(SKCanvas canvas, SKEncodedOrigin origin, float width, float height)
    {
        var (x, y, degrees) = origin switch
        {
            SKEncodedOrigin.BottomRight => (width, height, 180),
            SKEncodedOrigin.RightTop => (width, 0, 90),
            SKEncodedOrigin.LeftBottom => (0, height, -90),
            _ => (0f, 0f, 0),
        };
        canvas.Translate(x, y);
        canvas.RotateDegrees(degrees);
    }

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static SKSamplingOptions Smooth => new(SKFilterMode.Linear, SKMipmapMode.Linear);
}
