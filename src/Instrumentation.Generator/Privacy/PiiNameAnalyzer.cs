using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Generator.Privacy;

/// <summary>Lists members whose name looks like personal data and that are not marked (INS3013). Off by default: a name is no evidence.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PiiNameAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Email", "EmailAddress", "Mail", "Phone", "PhoneNumber", "MobileNumber", "FirstName", "LastName", "FullName", "Surname", "GivenName", "FamilyName", "MiddleName", "MaidenName",
        "BirthDate", "DateOfBirth", "Birthday", "Dob", "Street", "StreetAddress", "PostCode", "PostalCode", "ZipCode", "Ssn", "SocialSecurityNumber", "TaxId", "NationalId", "PassportNumber",
        "CreditCard", "CreditCardNumber", "CardNumber", "Iban", "AccountNumber", "Salary", "Income", "IpAddress", "MacAddress", "DeviceId", "Latitude", "Longitude", "Password", "Secret",
        "AccessToken", "RefreshToken", "Gender", "Religion", "Ethnicity", "Nationality", "Diagnosis", "BloodType",
    };

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PiiNameUnmarked];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Field, SymbolKind.Property);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var member = context.Symbol;
        if (member.IsImplicitlyDeclared || member.IsStatic || !s_names.Contains(member.Name.TrimStart('_'))) return;
        var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        if (!PiiMarks.Tells(type) || PiiMarks.IsPersonal(member) || PiiMarks.IsPersonal(member.ContainingType) || PiiMarks.IsExempt(member)) return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiNameUnmarked, member.Locations[0], member.ShortName()));
    }
}
