using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FileShare;

/// <summary>The settings of the service: the section <c>FileShare</c> of appsettings.json.</summary>
internal sealed class FileShareOptions
{
    /// <summary>Where everything is kept; relative to the content root.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>The size of the largest file, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long MaxFileBytes { get; set; } = 1L << 30;

    /// <summary>What all files of one account may take together, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long QuotaBytes { get; set; } = 10L << 30;
}

/// <summary>Checks the settings by their attributes, in code that the compiler writes.</summary>
[OptionsValidator]
internal sealed partial class FileShareOptionsValidator : IValidateOptions<FileShareOptions>;
