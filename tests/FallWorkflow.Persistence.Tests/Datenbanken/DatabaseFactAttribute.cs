using Xunit.Abstractions;
using Xunit.Sdk;

namespace FallWorkflow.Persistence.Tests.Datenbanken;

/// <summary>A test that runs on every database; on SQL Server only where a server is named, and is reported as skipped otherwise.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FallWorkflow.Persistence.Tests.Datenbanken." + nameof(DatabaseFactDiscoverer), "FallWorkflow.Persistence.Tests")]
public sealed class DatabaseFactAttribute : FactAttribute;

public sealed class DatabaseFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new DatabaseTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

public sealed class DatabaseTestCase : XunitTestCase
{
    [Obsolete("For the deserializer.", error: true)]
    public DatabaseTestCase()
    {
    }

    public DatabaseTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(sink, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        typeof(DatabaseTests<OnSqlServer>).IsAssignableFrom(TestMethod.TestClass.Class.ToRuntimeType()) && OnSqlServer.ServerConnection is null
            ? $"No SQL Server: name one in {OnSqlServer.EnvironmentVariable}."
            : base.GetSkipReason(factAttribute);
}
